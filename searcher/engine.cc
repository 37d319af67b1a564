// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine.h"

#include <fstream>
#include <iostream>

#include "common/error.h"
#include "common/printable.h"
#include "searcher/answer.h"
#include "searcher/archive/opening.h"
#include "searcher/hits.h"
#include "searcher/inventory.h"
#include "searcher/versions.h"

namespace broadsheet {
namespace {

constexpr int kFound = 0;
constexpr int kNothingFound = 1;

/// Writes answers in the form asked for, tables of counts among them.
class Page {
 public:
  Page(const SearchRequest& request, std::ostream& out, std::ostream& messages)
      : request_(request), out_(out), messages_(messages), renderer_(make_renderer(request.rendering, out)) {}

  void write(const Answer& answer) {
    if (!shows_notices()) {
      for (const std::string& notice : answer.head().notices)
        messages_ << "Note: " << printable(notice) << '\n';
    }
    if (!request_.counts.empty()) {
      write_counts(answer);
    } else {
      renderer_->begin(answer.head());
      answer.for_each_hit([&](const Hit& hit) { renderer_->hit(answer.head(), hit); });
      renderer_->end(answer.head());
    }
    if (!out_) throw InputError("cannot write the answer: the output is closed or full");
  }

 private:
  /// Exports have no place for them.
  bool shows_notices() const {
    const OutputFormat format = request_.rendering.format;
    return request_.counts.empty() && (format == OutputFormat::Text || format == OutputFormat::Json);
  }

  void write_counts(const Answer& answer) {
    if (request_.queries_file.empty()) {
      render_counts(answer.counts(), answer.head(), request_.rendering, out_);
    } else {
      render_counts_row(answer.counts(), answer.head(), first_row_, request_.rendering, out_);
      first_row_ = false;
    }
  }

  const SearchRequest& request_;
  std::ostream& out_;
  std::ostream& messages_;
  std::unique_ptr<Renderer> renderer_;
  bool first_row_ = true;
};

int answer_queries(ReopenedArchive& archive, const SearchRequest& request, std::int32_t today,
                   std::ostream& out, std::ostream& messages) {
  std::ifstream file;
  if (request.queries_file != "-") file.open(request.queries_file);
  std::istream& lines = request.queries_file == "-" ? std::cin : file;
  if (!lines) throw InputError("cannot read the queries file " + request.queries_file);
  Page page(request, out, messages);
  int status = kNothingFound;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    try {
      const auto tab = line.find('\t');
      if (tab == std::string::npos) throw InputError("there is no tab; a line is ID<TAB>QUERY");
      const Answer answer = archive.read([&](const Archive& now) {
        return Answer(now, request, line.substr(tab + 1), line.substr(0, tab), today);
      });
      page.write(answer);
      if (answer.head().matches > 0) status = kFound;
    } catch (const InputError& error) {
      messages << "broadsheet-search: " << request.queries_file << ":" << number << ": "
               << printable(error.what()) << '\n';
    }
  }
  return status;
}

std::vector<Hit> shown_versions(const Archive& archive, const SearchRequest& request) {
  if (request.versions) return list_versions(archive, request.show);
  return {present_with_copies(archive, archive.find_article(request.show))};
}

}  // namespace

int run_search(const SearchRequest& request, std::int32_t today, std::ostream& out, std::ostream& messages) {
  ReopenedArchive archive(request.archive);
  for (const std::string& trouble : archive.now().persons().troubles())
    messages << "Note: " << printable(trouble) << '\n';
  if (request.wants_inventory) {
    const Inventory inventory =
        archive.read([&](const Archive& now) { return take_inventory(now, request.locale); });
    render_inventory(inventory, request.rendering, out);
    return inventory.articles > 0 ? kFound : kNothingFound;
  }
  if (!request.show.empty()) {
    const auto versions = archive.read([&](const Archive& now) { return shown_versions(now, request); });
    for (const Hit& version : versions) {
      if (&version != &versions.front() && request.rendering.format == OutputFormat::Text)
        out << "\n----\n\n";
      render_article(version, request.rendering, out);
    }
    return kFound;
  }
  if (!request.variants.empty()) {
    const auto persons =
        archive.read([&](const Archive& now) { return list_variants(now, request.variants); });
    render_variants(persons, request.rendering, out);
    return persons.empty() ? kNothingFound : kFound;
  }
  if (!request.queries_file.empty()) return answer_queries(archive, request, today, out, messages);
  const Answer answer =
      archive.read([&](const Archive& now) { return Answer(now, request, request.query, "", today); });
  Page(request, out, messages).write(answer);
  return answer.head().matches > 0 ? kFound : kNothingFound;
}

}  // namespace broadsheet
