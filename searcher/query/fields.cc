// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/fields.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "searcher/query/letters.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {
namespace {

constexpr QueryField query_fields[] = {
    {"title", Field::Title, FieldHolds::Words},
    {"byline", Field::Byline, FieldHolds::Words},
    {"source", Field::Source, FieldHolds::Values},
    {"section", Field::Section, FieldHolds::Values},
    {"language", Field::Language, FieldHolds::Values},
    {"person", Field::Person, FieldHolds::Values},
    {"country", Field::Country, FieldHolds::Values},
    {"about", Field::About, FieldHolds::Values},
    {"org", Field::Org, FieldHolds::Values},
    {"topic", Field::Topic, FieldHolds::Values},
    {"date", Field::Any, FieldHolds::Days},
};

struct OtherName {
  std::string_view theirs;
  std::string_view ours;
};

constexpr OtherName other_names[] = {
    {"author", "byline"},     {"authors", "byline"},     {"by", "byline"},         {"writer", "byline"},
    {"journalist", "byline"}, {"reporter", "byline"},    {"creator", "byline"},    {"headline", "title"},
    {"heading", "title"},     {"intitle", "title"},      {"allintitle", "title"},  {"ti", "title"},
    {"hed", "title"},         {"hlead", "title"},        {"outlet", "source"},     {"newspaper", "source"},
    {"paper", "source"},      {"publication", "source"}, {"publisher", "source"},  {"site", "source"},
    {"domain", "source"},     {"host", "source"},        {"agency", "source"},     {"media", "source"},
    {"place", "country"},     {"location", "country"},   {"nation", "country"},    {"region", "country"},
    {"geo", "country"},       {"countries", "country"},  {"lang", "language"},     {"people", "person"},
    {"persons", "person"},    {"name", "person"},        {"who", "person"},        {"organisation", "org"},
    {"organization", "org"},  {"organisations", "org"},  {"organizations", "org"}, {"company", "org"},
    {"companies", "org"},     {"subject", "topic"},      {"keyword", "topic"},     {"keywords", "topic"},
    {"tag", "topic"},         {"tags", "topic"},         {"category", "topic"},    {"desk", "section"},
    {"column", "section"},    {"year", "date"},          {"month", "date"},        {"day", "date"},
    {"published", "date"},    {"pubdate", "date"},       {"when", "date"},         {"after", "date"},
    {"before", "date"},       {"since", "date"},         {"until", "date"},        {"daterange", "date"},
};

/// Levenshtein's distance, for words as short as the names of fields.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

const QueryField* by_spelling(std::string_view name) {
  constexpr std::size_t longest_misspelling = 12;
  if (name.size() < 4 || name.size() > longest_misspelling) return nullptr;
  const auto distance = [&](const QueryField& field) { return edit_distance(name, field.name); };
  const auto* best =
      std::min_element(std::begin(query_fields), std::end(query_fields),
                       [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
  return distance(*best) <= (name.size() < 6 ? 1U : 2U) ? best : nullptr;
}

/// Two letters or more of a script that knows capitals, nothing else: what people type for a field. Chinese
/// and Arabic headlines put a colon behind a name without a space.
bool looks_like_name(std::string_view name) {
  if (count_letters(name) < 2) return false;
  for (std::size_t i = 0; i < name.size(); i += letter_bytes(name, i)) {
    if (!is_upper(letter_at(name, i)) && !is_lower(letter_at(name, i))) return false;
  }
  return true;
}

bool is_capitals(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); i += letter_bytes(name, i)) {
    if (!is_upper(letter_at(name, i))) return false;
  }
  return true;
}

bool is_text_with_colon(std::string_view name, std::string_view value, bool followed) {
  if (!looks_like_name(name) || value.starts_with("//")) return true;
  if (value.empty()) return !followed;
  // Finnish and Swedish put case endings behind a colon: EU:n, USA:s.
  return !other_name(name) && is_capitals(name) && is_lower(letter_at(value, 0));
}

Trouble unknown_field(Span chunk, std::string_view name, std::string_view value) {
  const std::string cause = "there is no field " + quoted(name);
  const std::string list = "the fields are " + field_list();
  const auto ours = nearest_field(name);
  if (!ours) return {chunk.at, cause, list + "; for the words themselves put a space behind the colon"};
  if (*ours == "date") return {chunk.at, cause, "date:2019-03..2019-05; " + list};
  return {chunk.at, cause, std::string(*ours) + ':' + shortened(value) + "; " + list};
}

/// What stands behind the space that should not be there.
std::string first_word(std::string_view behind) {
  const std::string_view rest = trimmed(behind);
  if (rest.starts_with('(')) return "(...)";
  if (quote_bytes(rest, 0) > 0) {
    const std::size_t close = find_closing_quote(rest, 0);
    return close == std::string_view::npos ? "\"...\""
                                           : shortened(rest.substr(0, close + quote_bytes(rest, close)));
  }
  return shortened(rest.substr(0, chunk_bytes(rest, 0)));
}

Trouble missing_value(Span chunk, const QueryField& field, std::string_view behind) {
  const std::string name(field.name);
  const std::size_t place = chunk.at + name.size() + 1;
  const std::string word = first_word(behind);
  if (word.empty()) return {place, "nothing stands behind " + name + ':', name + ":word"};
  return {place, "there is a space behind " + name + ':',
          name + ':' + word + "; if the word " + quoted(name) + " is meant, leave out the colon"};
}

}  // namespace

const QueryField* find_field(std::string_view name) {
  if (name.size() > 8) return nullptr;
  const std::string lower = ascii_lower(name);
  const auto* found = std::find_if(std::begin(query_fields), std::end(query_fields),
                                   [&](const QueryField& field) { return field.name == lower; });
  return found == std::end(query_fields) ? nullptr : found;
}

std::string_view field_name(Field field) {
  if (field == Field::Any) return {};
  return std::find_if(std::begin(query_fields), std::end(query_fields),
                      [&](const QueryField& f) { return f.field == field; })
      ->name;
}

std::string field_list() {
  std::string list;
  for (const QueryField& field : query_fields) list += (list.empty() ? "" : ", ") + std::string(field.name);
  return list;
}

std::optional<std::string_view> other_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const OtherName& other : other_names) {
    if (other.theirs == lower) return other.ours;
  }
  return std::nullopt;
}

std::optional<std::string_view> nearest_field(std::string_view name) {
  if (const auto ours = other_name(name)) return ours;
  const QueryField* near = by_spelling(ascii_lower(name));
  return near != nullptr ? std::optional(near->name) : std::nullopt;
}

const QueryField* read_field(Span chunk, std::string_view behind) {
  const std::size_t colon = chunk.text.find(':');
  if (colon == std::string_view::npos) return nullptr;
  const std::string_view name = chunk.text.substr(0, colon);
  const std::string_view value = chunk.text.substr(colon + 1);
  const bool followed = !value.empty() || (!behind.empty() && behind.front() != ' ' && behind.front() != ')');
  const QueryField* field = find_field(name);
  if (field != nullptr) {
    if (!followed) throw missing_value(chunk, *field, behind);
    return field;
  }
  if (is_text_with_colon(name, value, followed)) return nullptr;
  throw unknown_field(chunk, name, value.empty() ? "\"...\"" : value);
}

}  // namespace broadsheet
