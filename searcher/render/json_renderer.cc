// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "searcher/render/formats.h"
#include "searcher/render/json_values.h"

namespace broadsheet {
namespace {

JsonValue opening(const ResponseHead& head) {
  JsonValue json = {{"version", kOutputVersion}, {"query", head.query}};
  if (!head.query_id.empty()) json["query_id"] = head.query_id;
  json["mode"] = head.query_mode;
  json["filters"] = head.filters;
  json["notices"] = head.notices;
  json["matches"] = head.matches;
  json["stories"] = head.stories;
  json["folded"] = head.folded;
  json["left_out"] = {{"undated", head.left_out_undated}, {"imprecise", head.left_out_imprecise}};
  return json;
}

JsonValue closing(const ResponseHead& head) {
  JsonValue json = {{"facets", facet_values(head.facets)}, {"further_values", further_values(head.facets)}};
  if (!head.untagged.empty()) json["untagged"] = head.untagged;
  for (const WithoutClause& without : head.without) {
    json["without"].push_back({{"clause", without.clause}, {"matches", without.matches}});
  }
  for (const Suggestion& suggestion : head.suggestions) {
    json["suggestions"].push_back({{"query", suggestion.query}, {"matches", suggestion.matches}});
  }
  if (!head.explanation.empty()) json["explanation"] = head.explanation;
  return json;
}

JsonValue hit_object(const Hit& hit) {
  const Article& article = hit.article;
  JsonValue json = {
      {"rank", hit.rank},
      {"id", article.id},
      {"short_id", hit.short_id},
      {"identity", article.identity},
      {"title", article.title},
      {"date", date_value(article.published)},
      {"date_from", to_string(article.date_from)},
      {"source", article.source},
      {"section", article.section},
      {"language", article.language},
      {"url", article.url},
      {"bylines", article.bylines},
      {"score", rounded_score(hit.score)},
      {"words", hit.word_count},
      {"corrected", article.corrected},
      {"snippet", hit.snippet.text},
      {"highlights", highlights(hit.snippet)},
      {"persons", hit.persons},
      {"organisations", hit.organisations},
      {"countries", hit.countries},
      {"about", hit.about},
      {"topics", article.topics},
      {"story", hit.story.leader},
      {"copies",
       {{"count", hit.story.copies}, {"sources", hit.story.sources}, {"identities", hit.story.identities}}}};
  for (const ScorePart& part : hit.score_parts) {
    json["score_parts"].push_back({{"part", part.part}, {"score", rounded_score(part.score)}});
  }
  return json;
}

/// One object per answer, each on a line of its own, its hits written as they come.
class JsonRenderer : public Renderer {
 public:
  explicit JsonRenderer(std::ostream& out) : out_(out) {}

  void begin(const ResponseHead& head) override {
    std::string text = to_line(opening(head));
    text.pop_back();
    out_ << text << ",\"hits\":[";
    first_ = true;
  }

  void hit(const ResponseHead&, const Hit& hit) override {
    if (!first_) out_ << ',';
    first_ = false;
    out_ << to_line(hit_object(hit));
  }

  void end(const ResponseHead& head) override { out_ << "]," << to_line(closing(head)).substr(1) << '\n'; }

 private:
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(std::ostream& out) {
  return std::make_unique<JsonRenderer>(out);
}

}  // namespace broadsheet
