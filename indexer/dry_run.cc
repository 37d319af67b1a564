// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dry_run.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <optional>
#include <ostream>
#include <set>

#include "common/country.h"
#include "common/printable.h"
#include "indexer/entities/tag.h"
#include "indexer/exit_status.h"
#include "indexer/prepared_source.h"
#include "indexer/record_source.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kLookedAt = 1000;

struct Survey {
  std::uint64_t records = 0;
  std::uint64_t articles = 0;
  std::uint64_t with_date = 0;
  std::uint64_t with_title = 0;
  std::uint64_t with_source = 0;
  std::uint64_t with_body = 0;
  std::optional<Moment> oldest;
  std::optional<Moment> newest;
  std::set<std::string> formats;
  std::map<std::string, std::uint64_t> unused_keys;
  std::map<std::string, std::uint64_t> rejects;
  std::map<std::string, std::uint64_t> skips;
  std::map<std::string, std::uint64_t> problems;
};

void show_field(std::ostream& out, const char* name, const std::string& value) {
  if (value.empty()) return;
  out << "  " << std::left << std::setw(12) << name << one_line(value, 300) << '\n';
}

void show_article(std::ostream& out, const Article& article, const Entities& entities) {
  out << "The first record as understood:\n";
  show_field(out, "id", article.id);
  show_field(out, "identity", article.identity);
  show_field(out, "title", article.title);
  show_field(out, "date",
             article.published.known()
                 ? to_iso(article.published) + " (" + std::string(to_string(article.date_from)) + ")"
                 : "none: undated");
  show_field(out, "source", article.source);
  show_field(out, "section", article.section);
  show_field(out, "language", article.language);
  show_field(out, "byline", comma_list(article.bylines));
  show_field(out, "dateline", article.dateline_place);
  show_field(out, "url", article.url);
  std::vector<std::string> persons;
  for (const NameTag& person : entities.persons)
    persons.push_back(person.name + (person.given ? " (given)" : ""));
  show_field(out, "persons", comma_list(persons));
  std::vector<std::string> countries;
  for (const CountryTag& country : entities.countries) countries.push_back(country_label(country.code));
  show_field(out, "countries", comma_list(countries));
  show_field(out, "body", body_text(article));
}

void count_date(Survey& survey, const Moment& moment) {
  if (!moment.known()) return;
  ++survey.with_date;
  if (!survey.oldest || moment.seconds < survey.oldest->seconds) survey.oldest = moment;
  if (!survey.newest || moment.seconds > survey.newest->seconds) survey.newest = moment;
}

void count_article(Survey& survey, const Normalised& normalised) {
  const Article& article = normalised.article;
  ++survey.articles;
  count_date(survey, article.published);
  survey.with_title += !article.title.empty();
  survey.with_source += !article.source.empty();
  survey.with_body += !body_text(article).empty();
  for (const std::string& problem : normalised.problems) ++survey.problems[problem];
}

void look_at(Survey& survey, const SourceStep& step, const IndexRequest& request, std::ostream& out) {
  ++survey.records;
  survey.formats.insert(step.format);
  if (const auto* reject = std::get_if<Reject>(&step.item)) {
    ++survey.rejects[reject->reason];
    return;
  }
  if (const auto* skip = std::get_if<Skip>(&step.item)) ++survey.skips[skip->reason];
  const auto* record = std::get_if<Record>(&step.item);
  if (record == nullptr) return;
  for (const std::string& key : record->unused_keys) ++survey.unused_keys[key];
  const auto normalised = normalise(*record, step.format, request.normalising);
  if (const auto* reject = std::get_if<Reject>(&normalised)) ++survey.rejects[reject->reason];
  if (const auto* skip = std::get_if<Skip>(&normalised)) ++survey.skips[skip->reason];
  if (const auto* notice = std::get_if<Notice>(&normalised)) ++survey.skips[notice->reason];
  const auto* article = std::get_if<Normalised>(&normalised);
  if (article == nullptr) return;
  if (survey.articles == 0) {
    show_article(out, article->article,
                 request.find_entities ? tag_entities(article->article, article->given) : article->given);
  }
  count_article(survey, *article);
}

void show_share(std::ostream& out, const char* name, std::uint64_t count, std::uint64_t all) {
  out << "  with " << std::left << std::setw(7) << name << std::right << std::setw(4)
      << (all == 0 ? 0 : count * 100 / all) << " %  (" << count << ")\n";
}

void show_counts(std::ostream& out, const char* heading, const std::map<std::string, std::uint64_t>& counts) {
  constexpr std::size_t kShown = 12;
  if (counts.empty()) return;
  out << heading << '\n';
  std::size_t shown = 0;
  for (const auto& [what, times] : counts) {
    if (shown++ == kShown) {
      out << "  ... and " << counts.size() - kShown << " more\n";
      return;
    }
    out << "  " << std::right << std::setw(6) << times << "  " << one_line(what) << '\n';
  }
}

void show_survey(std::ostream& out, const Survey& survey, bool there_is_more) {
  out << "\nOf the first " << survey.records << " records (";
  bool first = true;
  for (const std::string& format : survey.formats) {
    out << (first ? "" : ", ") << format;
    first = false;
  }
  out << "), " << survey.articles << " are articles:\n";
  show_share(out, "date", survey.with_date, survey.articles);
  show_share(out, "title", survey.with_title, survey.articles);
  show_share(out, "source", survey.with_source, survey.articles);
  show_share(out, "body", survey.with_body, survey.articles);
  if (survey.oldest)
    out << "  oldest " << to_iso(*survey.oldest) << ", newest " << to_iso(*survey.newest) << '\n';
  show_counts(out, "Keys not used (--map THEIRS=OURS takes them):", survey.unused_keys);
  show_counts(out, "Problems:", survey.problems);
  show_counts(out, "Skipped:", survey.skips);
  show_counts(out, "Rejected:", survey.rejects);
  if (there_is_more) {
    out << "Only the first " << survey.records
        << " records were looked at; --dry-run --quiet reads and counts all of them.\n";
  }
  out << "Nothing was written.\n";
}

int survey_first_records(const IndexRequest& request, InputList inputs, std::ostream& out) {
  RecordSource source(std::move(inputs.files), request.reading, {});
  Survey survey;
  std::optional<SourceStep> step = source.next();
  for (; step && survey.records < kLookedAt; step = source.next()) {
    if (step->kind == SourceStep::Kind::Item) look_at(survey, *step, request, out);
  }
  show_survey(out, survey, step.has_value());
  return survey.records == 0 ? kNothingRead : kDone;
}

/// What would become of all records.
struct Outcomes {
  std::uint64_t articles = 0;
  std::uint64_t skipped = 0;
  std::uint64_t rejected = 0;

  std::uint64_t read() const { return articles + skipped + rejected; }
};

void count(Outcomes& outcomes, const PreparedStep& prepared) {
  if (prepared.step.kind != SourceStep::Kind::Item) return;
  if (prepared.ready) {
    ++outcomes.articles;
  } else if (std::holds_alternative<Reject>(prepared.step.item)) {
    ++outcomes.rejected;
  } else {
    ++outcomes.skipped;
  }
}

int count_all_records(const IndexRequest& request, InputList inputs, std::ostream& out) {
  Outcomes outcomes;
  outcomes.skipped = inputs.left_out.size();
  RecordSource source(std::move(inputs.files), request.reading, {});
  PreparedSource prepared(source, request);
  for (Batch batch = prepared.next(); !batch.empty(); batch = prepared.next()) {
    for (const PreparedStep& step : batch) count(outcomes, step);
  }
  out << "read " << outcomes.read() << " = articles " << outcomes.articles << " + skipped "
      << outcomes.skipped << " + rejected " << outcomes.rejected << std::endl;
  return exit_status(outcomes.read(), outcomes.rejected);
}

}  // namespace

int dry_run(const IndexRequest& request, std::ostream& out) {
  InputList inputs = list_inputs(request.inputs, request.rejects_file);
  return request.quiet ? count_all_records(request, std::move(inputs), out)
                       : survey_first_records(request, std::move(inputs), out);
}

}  // namespace broadsheet
