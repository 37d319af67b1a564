// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/hit_fields.h"

#include <algorithm>

#include "common/error.h"
#include "common/printable.h"
#include "common/program.h"
#include "searcher/render/renderer.h"

namespace broadsheet {
namespace {

std::string dateline_of(const Article& article) {
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == Role::Dateline) return paragraph.text;
  }
  return "";
}

std::vector<HitField> make_hit_fields() {
  using Head = ResponseHead;
  return {
      {"id", [](const Head&, const Hit& hit) { return JsonValue(hit.article.id); }},
      {"short_id", [](const Head&, const Hit& hit) { return JsonValue(hit.short_id); }},
      {"identity", [](const Head&, const Hit& hit) { return JsonValue(hit.article.identity); }},
      {"query_id", [](const Head& head, const Hit&) { return JsonValue(head.query_id); }},
      {"rank", [](const Head&, const Hit& hit) { return JsonValue(hit.rank); }},
      {"score", [](const Head&, const Hit& hit) { return JsonValue(rounded_score(hit.score)); }},
      {"title", [](const Head&, const Hit& hit) { return JsonValue(hit.article.title); }},
      {"date", [](const Head&, const Hit& hit) { return date_value(hit.article.published); }},
      {"date_from", [](const Head&, const Hit& hit) { return JsonValue(to_string(hit.article.date_from)); }},
      {"source", [](const Head&, const Hit& hit) { return JsonValue(hit.article.source); }},
      {"section", [](const Head&, const Hit& hit) { return JsonValue(hit.article.section); }},
      {"language", [](const Head&, const Hit& hit) { return JsonValue(hit.article.language); }},
      {"url", [](const Head&, const Hit& hit) { return JsonValue(hit.article.url); }},
      {"rights", [](const Head&, const Hit& hit) { return JsonValue(hit.article.rights); }},
      {"bylines", [](const Head&, const Hit& hit) { return JsonValue(hit.article.bylines); }},
      {"topics", [](const Head&, const Hit& hit) { return JsonValue(hit.article.topics); }},
      {"persons", [](const Head&, const Hit& hit) { return JsonValue(hit.persons); }},
      {"organisations", [](const Head&, const Hit& hit) { return JsonValue(hit.organisations); }},
      {"countries", [](const Head&, const Hit& hit) { return JsonValue(hit.countries); }},
      {"about", [](const Head&, const Hit& hit) { return JsonValue(hit.about); }},
      {"words", [](const Head&, const Hit& hit) { return JsonValue(hit.word_count); }},
      {"dateline", [](const Head&, const Hit& hit) { return JsonValue(dateline_of(hit.article)); }},
      {"body", [](const Head&, const Hit& hit) { return JsonValue(body_text(hit.article)); }},
      {"snippet", [](const Head&, const Hit& hit) { return JsonValue(hit.snippet.text); }},
      {"story", [](const Head&, const Hit& hit) { return JsonValue(hit.story.leader); }},
      {"copies", [](const Head&, const Hit& hit) { return JsonValue(hit.story.copies); }},
      {"version", [](const Head&, const Hit& hit) { return JsonValue(hit.article.version); }},
  };
}

std::string unknown_field(std::string_view name) {
  std::string message = "there is no field \"" + one_line(name) + "\"";
  if (const std::string near = nearest_word(std::string(name), field_names()); !near.empty()) {
    message += "; did you mean " + near + "?";
  }
  std::string all;
  for (const std::string& known : field_names()) all += (all.empty() ? "" : ", ") + known;
  return message + "\n--fields takes " + all;
}

}  // namespace

const std::vector<HitField>& hit_fields() {
  static const std::vector<HitField> fields = make_hit_fields();
  return fields;
}

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const HitField& field : hit_fields()) all.emplace_back(field.name);
    return all;
  }();
  return names;
}

const HitField& find_hit_field(std::string_view name) {
  const auto& fields = hit_fields();
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const HitField& f) { return f.name == name; });
  if (found == fields.end()) throw InputError(unknown_field(name));
  return *found;
}

std::vector<const HitField*> choose_fields(const std::vector<std::string>& names,
                                           const std::vector<std::string>& defaults, bool with_query_id) {
  std::vector<const HitField*> chosen;
  for (const std::string& name : names.empty() ? defaults : names) chosen.push_back(&find_hit_field(name));
  const HitField* query_id = &find_hit_field("query_id");
  if (with_query_id && std::find(chosen.begin(), chosen.end(), query_id) == chosen.end()) {
    chosen.insert(names.empty() ? chosen.begin() : chosen.end(), query_id);
  }
  return chosen;
}

}  // namespace broadsheet
