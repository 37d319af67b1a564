// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answer.h"

#include <algorithm>
#include <limits>

#include "common/article_id.h"
#include "common/words.h"
#include "searcher/archive/effort.h"
#include "searcher/archive/spelling.h"
#include "searcher/asked_names.h"
#include "searcher/facets/facet_counts.h"
#include "searcher/facets/selection_counts.h"
#include "searcher/hits.h"
#include "searcher/match/planner.h"
#include "searcher/match/story_matches.h"
#include "searcher/query/lessened.h"
#include "searcher/ranking/proximity.h"
#include "searcher/ranking/similar.h"
#include "searcher/render/display.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kFewMatches = 2;
constexpr std::uint64_t kDearQuery = Effort::kMost / 20;  // too dear to be asked once more for each part

std::string title_case(std::string_view name) {
  std::string title(name);
  title.front() = static_cast<char>(title.front() - ('a' - 'A'));
  return title;
}

bool wants_snippets(const SearchRequest& request) {
  const OutputFormat format = request.rendering.format;
  const auto& fields = request.rendering.fields;
  return format == OutputFormat::Text || format == OutputFormat::Json ||
         std::find(fields.begin(), fields.end(), "snippet") != fields.end();
}

/// True if no field is written that only the whole stored article tells.
bool wants_ids_only(const SearchRequest& request) {
  constexpr std::string_view kIds[] = {"id", "identity", "short_id", "rank", "score", "query_id", "words"};
  const RenderOptions& rendering = request.rendering;
  if (rendering.format == OutputFormat::Trec) return true;
  if (rendering.format != OutputFormat::Jsonl && rendering.format != OutputFormat::Csv) return false;
  return !rendering.fields.empty() &&
         std::all_of(rendering.fields.begin(), rendering.fields.end(), [&](const std::string& field) {
           return std::find(std::begin(kIds), std::end(kIds), field) != std::end(kIds);
         });
}

std::vector<Facet> default_facets(const SearchRequest& request) {
  if (request.facets) return *request.facets;
  const OutputFormat format = request.rendering.format;
  if (format != OutputFormat::Text && format != OutputFormat::Json) return {};
  return {Facet::Person, Facet::Country, Facet::Source};
}

/// A facet that is looked into is shown.
std::vector<Facet> wanted_facets(const SearchRequest& request) {
  std::vector<Facet> wanted = default_facets(request);
  for (const auto& [facet, text] : request.facet_find) {
    if (std::find(wanted.begin(), wanted.end(), facet) == wanted.end()) wanted.push_back(facet);
  }
  return wanted;
}

std::string sought(const SearchRequest& request, Facet facet) {
  const auto found = request.facet_find.find(facet);
  return found == request.facet_find.end() ? "" : found->second;
}

/// A name as a phrase; every article if there is no word in it.
Query phrase_of(const std::string& name) {
  Query phrase;
  for (const Word& word : split_words(name)) {
    Query child;
    child.kind = Query::Kind::Exact;
    child.text = word.folded;
    phrase.children.push_back(std::move(child));
  }
  if (phrase.children.empty()) return phrase;
  if (phrase.children.size() == 1) return Query(phrase.children.front());
  phrase.kind = Query::Kind::Phrase;
  return phrase;
}

bool wants_timeline(const SearchRequest& request) {
  return !request.facets && request.rendering.format == OutputFormat::Text;
}

Hit present_ids(const Archive& archive, Location location) {
  Hit hit;
  const Xapian::Document document = archive.document(location);
  const std::string encoded = document.get_value(slot::kId);
  hit.article.identity = archive.identity(location);
  const auto id = decode_id(encoded, hit.article.identity);
  hit.article.id = id ? *id : decode_ids(document.get_data()).id;
  hit.short_id = short_id(hit.article.identity);
  hit.word_count = archive.segments()[location.segment].columns.word_count(location.docid);
  return hit;
}

}  // namespace

Answer::Answer(const Archive& archive, const SearchRequest& request, const std::string& query,
               const std::string& query_id, std::int32_t today)
    : archive_(archive), request_(request) {
  head_.query_id = query_id;
  head_.notices = request.notices;
  read_query(query, today);
  resolve_selection();
  if (wants_snippets(request_))
    marked_ = matched_forms(query_, asked_names(archive_, query_, values_, selection_));
  find();
  fold();
  describe_page();
  if (head_.matches == 0) explain_nothing();
  if (head_.matches <= kFewMatches) suggest_spellings();
  if (request.rendering.format == OutputFormat::Text) note_untagged();
  if (request.counts.empty())
    ranked_ = rank(archive_, scoring(), listed_articles(), order_, request_.offset, request_.limit);
  if (request.explain) explain_scores();
}

void Answer::read_query(const std::string& query, std::int32_t today) {
  ParsedQuery parsed = parse_query(query, {request_.any_word, today});
  query_ = std::move(parsed.query);
  head_.notices.insert(head_.notices.end(), parsed.notices.begin(), parsed.notices.end());
  head_.query = query_.kind == Query::Kind::All ? "" : to_string(query_);
  head_.query_mode = request_.any_word ? "any word" : "all words";
  Plan planned = plan(archive_, query_, request_.locale);
  head_.notices.insert(head_.notices.end(), planned.notices.begin(), planned.notices.end());
  effort_ = planned.effort;
  values_ = std::move(planned.values);
  const bool has_words = query_.kind != Query::Kind::All || !request_.like.empty();
  order_ = request_.sort.value_or(has_words ? SortOrder::Relevance : SortOrder::Newest);
  if (!request_.like.empty()) {
    const Location like = archive_.find_article(request_.like);
    head_.filters.push_back("Like  " + present(archive_, like).article.title);
    similar_ = query_like(archive_, like);
  }
  planned_ = with_like(query_, planned.query);
}

PlannedQuery Answer::with_like(const Query& query, PlannedQuery planned) const {
  if (request_.like.empty()) return planned;
  if (query.kind == Query::Kind::All) return similar_;
  return PlannedQuery::of(PlannedQuery::Kind::And, {std::move(planned), similar_});
}

Scoring Answer::scoring() const {
  Scoring scoring = {planned_, words_in_order(query_), request_.expand};
  scoring.found = found_.empty() ? nullptr : &found_;
  scoring.recency = request_.recency;
  return scoring;
}

void Answer::resolve_selection() {
  for (const auto& [facet, typed_values] : request_.choices) {
    std::string shown;
    for (const std::string& typed : typed_values) {
      ResolvedValue value = resolve_value(archive_, facet, typed, request_.locale);
      shown += (shown.empty() ? "" : " or ") + value.shown;
      if (!value.notice.empty()) head_.notices.push_back(value.notice);
      selection_.choices[facet].push_back(std::move(value));
    }
    head_.filters.push_back(title_case(info(facet).name) + "  " + shown);
  }
  selection_.dates = request_.dates;
  selection_.include_undated = request_.include_undated;
  selection_.min_words = request_.min_words;
  if (selection_.has_dates()) {
    head_.filters.push_back("Dates  " + (request_.dates.first ? day_to_iso(*request_.dates.first) : "") +
                            ".." + (request_.dates.last ? day_to_iso(*request_.dates.last) : "") +
                            (request_.include_undated ? " and undated" : ""));
  }
  if (request_.min_words > 0)
    head_.filters.push_back("Words  " + std::to_string(request_.min_words) + " or more");
}

bool Answer::asks_for_all(const Query& query) const {
  return query.kind == Query::Kind::All && request_.like.empty();
}

MatchSet Answer::matches_of(const Query& query) const {
  if (asks_for_all(query)) return all_articles(archive_);
  return find_matches(archive_, with_like(query, plan(archive_, query, request_.locale).query));
}

void Answer::find() {
  MatchSet matches;
  if (asks_for_all(query_)) {
    matches = all_articles(archive_);
  } else if (by_relevance() && request_.counts.empty()) {
    found_ = find_scored(archive_, planned_, scoring().parameters);
    for (const Scored& segment : found_) matches.push_back(segment.docids);
  } else {
    matches = find_matches(archive_, planned_);
  }
  Sifted sifted = sift(archive_, selection_, std::move(matches));
  head_.left_out_undated = sifted.left_out.undated;
  head_.left_out_imprecise = sifted.left_out.imprecise;
  count_facets(sifted);
  selected_ = std::move(sifted.selected);
  head_.matches = size(selected_);
  if (wants_timeline(request_) && head_.matches > 0) count_days();
}

void Answer::count_facets(const Sifted& sifted) {
  for (Facet facet : wanted_facets(request_)) {
    const auto counter = make_counter(archive_, facet, selection_);
    counter->add(sifted.selected);
    if (const auto others = sifted.only_failing.find(facet); others != sifted.only_failing.end())
      counter->add(others->second);
    head_.facets.push_back(counter->table({request_.facet_limit, request_.locale, sought(request_, facet)}));
  }
}

void Answer::count_days() {
  std::int32_t first_day = std::numeric_limits<std::int32_t>::max();
  std::int32_t last_day = std::numeric_limits<std::int32_t>::min();
  for_each(selected_, [&](Location at) {
    const Columns& columns = archive_.segments()[at.segment].columns;
    if (columns.precision(at.docid) == Precision::Unknown) return;
    first_day = std::min(first_day, columns.first_day(at.docid));
    last_day = std::max(last_day, columns.last_day(at.docid));
  });
  DateCounter timeline(archive_, timeline_step(first_day, last_day));
  timeline.add(selected_);
  head_.timeline = timeline.table({});
}

void Answer::fold() {
  if (request_.fold) folded_ = fold_copies(archive_, selected_);
  head_.folded = request_.fold;
  head_.stories = request_.fold ? size(folded_) : count_stories(archive_, selected_);
  const OutputFormat format = request_.rendering.format;
  const bool shows_stories = request_.fold || format == OutputFormat::Text || format == OutputFormat::Json;
  if (const std::string& gap = archive_.stories().gap(); shows_stories && !gap.empty())
    head_.notices.push_back(gap);
}

void Answer::describe_page() {
  head_.ranked = order_ == SortOrder::Relevance;
  head_.oldest_first = order_ == SortOrder::Oldest;
  if (request_.offset < listed(head_) && request_.limit > 0) {
    head_.first = request_.offset + 1;
    head_.last = std::min(listed(head_), request_.offset + request_.limit);
  }
  for (const FacetTable& table : head_.facets) {
    if (!head_.narrow_hint.empty() || table.rows.size() < 2) continue;
    const FacetRow& row = table.rows.front().value == "none" ? table.rows[1] : table.rows.front();
    const bool is_country = table.facet == Facet::Country || table.facet == Facet::About;
    if (row.count < head_.matches && !row.chosen) {
      head_.narrow_hint =
          "--" + std::string(info(table.facet).name) + " " + shell_word(is_country ? row.label : row.value);
    }
  }
}

std::uint64_t Answer::count(const Query& query, const Selection& selection) const {
  return size(sift(archive_, selection, matches_of(query)).selected);
}

void Answer::explain_nothing() {
  explain_clauses();
  for (const auto& [facet, values] : selection_.choices) {
    std::string shown(info(facet).name);
    for (const ResolvedValue& value : values)
      shown += (&value == &values.front() ? " " : " or ") + value.shown;
    Selection rest = selection_;
    rest.choices.erase(facet);
    head_.without.push_back({"--" + shown, count(query_, rest)});
  }
  if (selection_.has_dates()) {
    Selection rest = selection_;
    rest.dates = {};
    head_.without.push_back({"--from and --to", count(query_, rest)});
  }
  if (selection_.min_words > 0) {
    Selection rest = selection_;
    rest.min_words = 0;
    head_.without.push_back({"--min-words", count(query_, rest)});
  }
}

void Answer::explain_clauses() {
  if (effort_ > kDearQuery) return;
  for (const Lessened& less : lessened(query_))
    head_.without.push_back({less.without, count(less.query, selection_)});
  const bool has_filters = !selection_.choices.empty() || selection_.has_dates() || selection_.min_words > 0;
  const bool is_one_part = query_.kind != Query::Kind::And && query_.kind != Query::Kind::All;
  if (is_one_part && has_filters) head_.without.push_back({to_string(query_), count(Query{}, selection_)});
}

/// What may have been meant, where it would find more.
void Answer::suggest_spellings() {
  const auto better = respelt(archive_, query_);
  if (!better) return;
  const std::uint64_t matches = count(*better, selection_);
  if (matches <= head_.matches) return;
  std::string typed;
  if (!request_.any_word || better->kind != Query::Kind::Or) {
    typed = to_string(*better);
  } else {
    for (const Query& word : better->children) typed += (typed.empty() ? "" : " ") + to_string(word);
  }
  head_.suggestions.push_back({typed, matches});
}

void Answer::note_untagged() {
  const auto persons = selection_.choices.find(Facet::Person);
  if (persons == selection_.choices.end() || persons->second.size() != 1 || persons->second.front().none)
    return;
  const std::string& name = persons->second.front().shown;
  const Query named = phrase_of(name);
  if (named.kind == Query::Kind::All) return;
  Query both = named;
  if (query_.kind != Query::Kind::All) {
    both = Query{};
    both.kind = Query::Kind::And;
    both.children = {query_, named};
  }
  const Sifted sifted = sift(archive_, selection_, matches_of(both));
  const std::uint64_t untagged = size(sifted.only_failing.at(Facet::Person));
  if (untagged == 0) return;
  head_.untagged.push_back(std::to_string(untagged) +
                           (untagged == 1 ? " more article contains" : " more articles contain") + " \"" +
                           name + "\" without being tagged");
}

/// Each part is scored by itself, so that what is shown is what was added up.
void Answer::explain_scores() {
  head_.explanation = to_outline(query_) + to_xapian(archive_, planned_).get_description() + "\n";
  if (order_ != SortOrder::Relevance || ranked_.empty()) return;
  const Scoring scored = scoring();
  std::vector<ScoredPart> parts = scored_parts(archive_, query_, request_.locale);
  if (!request_.like.empty()) parts.push_back({"--like", similar_});
  double scale = 1;
  if (request_.expand) {
    scale = scored.parameters.original;
    parts.push_back({"feedback", {}});
    with_feedback(archive_, scored, listed_articles(), &parts.back().query);
  }
  score_parts_.resize(ranked_.size());
  for (const ScoredPart& part : parts) {
    const auto scores = scores_of(archive_, part.query, scored.parameters, ranked_);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (scores[i] > 0)
        score_parts_[i].push_back({part.clause, scores[i] * (part.clause == "feedback" ? 1 : scale)});
    }
  }
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    if (ranked_[i].nearness > 0) score_parts_[i].push_back({"nearness", ranked_[i].nearness});
    if (ranked_[i].age < 0) score_parts_[i].push_back({"--recency", ranked_[i].age});
  }
}

void Answer::for_each_hit(const std::function<void(const Hit&)>& use) const {
  std::uint64_t number = request_.offset;
  for (const RankedArticle& article : ranked_) use(make_hit(article, ++number));
}

Hit Answer::make_hit(const RankedArticle& article, std::uint64_t rank) const {
  const bool ids_only = wants_ids_only(request_);
  Hit hit = ids_only ? present_ids(archive_, article.location) : present(archive_, article.location);
  hit.rank = rank;
  hit.score = article.score;
  if (!ids_only) hit.story = story_of(archive_, article.location, selected_);
  if (const std::uint64_t i = rank - 1 - request_.offset; i < score_parts_.size())
    hit.score_parts = score_parts_[i];
  if (wants_snippets(request_)) hit.snippet = make_snippet(hit.article, marked_);
  return hit;
}

CountsTable Answer::counts() const {
  SelectionCounts cells(archive_, request_.counts);
  for_each(sift(archive_, selection_, all_articles(archive_)).selected,
           [&](Location at) { cells.add_total(at); });
  for_each(selected_, [&](Location at) { cells.add(at); });
  return cells.table();
}

}  // namespace broadsheet
