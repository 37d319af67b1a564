// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/upkeep.h"

#include <unistd.h>

#include <algorithm>
#include <future>
#include <ostream>

#include "common/error.h"
#include "common/printable.h"
#include "indexer/archive/check_archive.h"
#include "indexer/archive/rebuild.h"
#include "indexer/archive/repair_archive.h"
#include "indexer/derivations.h"
#include "indexer/entities/tag.h"
#include "indexer/exit_status.h"
#include "indexer/progress.h"

namespace broadsheet {
namespace {

std::string remedy_text(const Finding& finding, const std::string& archive) {
  switch (finding.remedy) {
    case Finding::Remedy::Repair:
      return "mend it with: broadsheet-index --repair " + archive;
    case Finding::Remedy::Restore:
      return "copy it from a backup of this archive, or index the dumps again into a new one";
    case Finding::Remedy::Delete:
      return "delete it: nothing depends on it";
  }
  return {};
}

std::string counted(std::uint64_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

/// An article of the archive on its way into the next edition.
struct Rebuilt {
  StoredVersion version;
  BuiltDocument built;  // of one that is searched
};

template <typename Tag>
void keep_given(std::vector<Tag>& tags) {
  std::erase_if(tags, [](const Tag& tag) { return !tag.given; });
}

void rebuild(Rebuilt& one, bool find_entities) {
  if (one.version.superseded) return;
  StoredArticle& stored = one.version.stored;
  keep_given(stored.entities.persons);
  keep_given(stored.entities.organisations);
  keep_given(stored.entities.countries);
  if (find_entities) stored.entities = tag_entities(stored.article, stored.entities);
  one.built = build_document(stored);
}

void rebuild_all(std::vector<Rebuilt>& articles, const IndexRequest& request) {
  std::vector<std::future<void>> threads;
  for (unsigned job = 0; job < request.jobs; ++job) {
    threads.push_back(std::async(std::launch::async, [&, job] {
      for (std::size_t i = job; i < articles.size(); i += request.jobs)
        rebuild(articles[i], request.find_entities);
    }));
  }
  for (std::future<void>& thread : threads) thread.get();
}

std::vector<Rebuilt> next_articles(ArchiveRebuild& archive, const IndexRequest& request) {
  constexpr std::size_t kArticlesPerJob = 64;
  std::vector<Rebuilt> articles;
  for (StoredVersion& version : archive.next(request.jobs * kArticlesPerJob))
    articles.push_back({std::move(version), {}});
  rebuild_all(articles, request);
  return articles;
}

void require_output(const std::ostream& out) {
  if (!out) throw InputError("cannot write the answer: the output is closed or full");
}

}  // namespace

int run_check(const IndexRequest& request, std::ostream& out) {
  const ArchiveCheck check = check_archive(request.archive);
  for (const Finding& finding : check.findings) {
    out << one_line(finding.file) << ' ' << one_line(finding.trouble) << "; "
        << remedy_text(finding, request.archive) << '\n';
  }
  if (!request.quiet) {
    for (const std::string& note : check.notes) out << "Note: " << note << '\n';
  }
  out << "checked " << counted(check.segments, "segment") << ", " << counted(check.articles, "article")
      << ", " << counted(check.files, "file") << ": "
      << (check.findings.empty() ? "no errors found" : counted(check.findings.size(), "error") + " found")
      << std::endl;
  require_output(out);
  return check.findings.empty() ? kDone : kDamaged;
}

int run_repair(const IndexRequest& request, std::ostream& out) {
  read_manifest(request.archive);  // none is made where there is none
  for (const std::string& deed : repair_archive(request.archive, derivations()))
    out << one_line(deed) << '\n';
  return run_check(request, out);
}

int run_reindex(const IndexRequest& request, std::ostream& out, std::ostream& messages) {
  read_manifest(request.archive, Schemas::EarlierToo);  // none is made where there is none
  ArchiveWriter::Settings settings;
  settings.bytes_in_memory = request.memory;
  settings.derive = derivations();
  ArchiveRebuild archive(request.archive, std::move(settings));
  Progress progress(messages, !request.quiet && isatty(STDERR_FILENO) != 0, 0);
  Balance balance;
  std::uint64_t bytes = 0;
  std::uint64_t superseded = 0;
  for (auto articles = next_articles(archive, request); !articles.empty();
       articles = next_articles(archive, request)) {
    for (const Rebuilt& one : articles) {
      if (one.version.superseded) archive.add_superseded(one.version.stored);
      if (!one.version.superseded) archive.add(one.built);
      superseded += one.version.superseded ? 1 : 0;
      bytes += one.version.bytes;
    }
    balance.read += articles.size();
    progress.update(balance, bytes);
  }
  archive.publish();
  progress.clear();
  out << "indexed again " << counted(balance.read - superseded, "article") << " and "
      << counted(superseded, "earlier version") << std::endl;
  require_output(out);
  return kDone;
}

}  // namespace broadsheet
