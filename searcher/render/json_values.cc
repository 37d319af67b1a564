// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json_values.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace broadsheet {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

JsonValue facet_row(const FacetRow& row) {
  JsonValue json = {{"value", row.value}, {"label", row.label}, {"count", row.count}};
  if (row.chosen) json["chosen"] = true;
  if (row.joined) json["joined"] = true;
  return json;
}

}  // namespace

std::string to_line(const JsonValue& json) {
  return json.dump(-1, ' ', false, JsonValue::error_handler_t::replace);
}

double rounded_score(double score) {
  std::array<char, 32> digits{};
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), score, std::chars_format::general, 9);
  double rounded = 0;
  std::from_chars(digits.data(), written.ptr, rounded);
  return rounded;
}

JsonValue date_value(const Moment& moment) {
  return moment.known() ? JsonValue(to_iso(moment)) : JsonValue(nullptr);
}

JsonValue highlights(const Snippet& snippet) {
  JsonValue json = JsonValue::array();
  const std::string_view text = snippet.text;
  std::size_t counted_to = 0;
  std::size_t points = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    points += code_points(text.substr(counted_to, mark.begin - counted_to));
    const std::size_t end = points + code_points(text.substr(mark.begin, mark.end - mark.begin));
    json.push_back(JsonValue::array({points, end}));
    points = end;
    counted_to = mark.end;
  }
  return json;
}

JsonValue facet_values(const std::vector<FacetTable>& tables) {
  JsonValue json = JsonValue::object();
  for (const FacetTable& table : tables) {
    JsonValue& rows = json[std::string(info(table.facet).name)] = JsonValue::array();
    for (const FacetRow& row : table.rows) rows.push_back(facet_row(row));
  }
  return json;
}

JsonValue further_values(const std::vector<FacetTable>& tables) {
  JsonValue json = JsonValue::object();
  for (const FacetTable& table : tables) {
    if (table.further_values > 0) json[std::string(info(table.facet).name)] = table.further_values;
  }
  return json;
}

}  // namespace broadsheet
