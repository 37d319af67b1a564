// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/record_fields.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/printable.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct FieldName {
  Field field;
  std::string_view name;
  std::string_view singular;
  std::string Record::*single;
  std::vector<std::string> Record::*list;
};

constexpr std::array<FieldName, 22> kFields = {{
    {Field::Id, "id", "id", &Record::id, nullptr},
    {Field::Version, "version", "version", &Record::version, nullptr},
    {Field::Title, "title", "title", &Record::title, nullptr},
    {Field::Body, "body", "body", &Record::body, nullptr},
    {Field::Summary, "summary", "summary", &Record::summary, nullptr},
    {Field::Date, "date", "date", &Record::date, nullptr},
    {Field::Modified, "modified", "modified", &Record::modified, nullptr},
    {Field::Embargo, "embargo", "embargo", &Record::embargo, nullptr},
    {Field::Status, "status", "status", &Record::status, nullptr},
    {Field::Dateline, "dateline", "dateline", &Record::dateline, nullptr},
    {Field::Language, "language", "language", &Record::language, nullptr},
    {Field::Source, "source", "source", &Record::source, nullptr},
    {Field::Section, "section", "section", &Record::section, nullptr},
    {Field::Url, "url", "url", &Record::url, nullptr},
    {Field::Rights, "rights", "rights", &Record::rights, nullptr},
    {Field::Bylines, "bylines", "byline", nullptr, &Record::bylines},
    {Field::Topics, "topics", "topic", nullptr, &Record::topics},
    {Field::Persons, "persons", "person", nullptr, &Record::persons},
    {Field::Organisations, "organisations", "organisation", nullptr, &Record::organisations},
    {Field::Countries, "countries", "country", nullptr, &Record::countries},
    {Field::Replaces, "replaces", "replaces", nullptr, &Record::replaces},
    {Field::Charset, "charset", "charset", &Record::charset, nullptr},
}};

const FieldName& entry(Field field) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [field](const FieldName& f) { return f.field == field; });
}

void add_part(std::vector<std::string>& parts, std::string_view part) {
  part = trim(part);
  if (!part.empty()) parts.emplace_back(part);
}

std::vector<std::string> split_at(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    add_part(parts, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/// "['a', "b"]", as Python's repr and JSON write lists into cells of a table.
std::vector<std::string> split_written_list(std::string_view inside) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (!is_quote(inside[i])) continue;
    const std::size_t end = std::min(inside.find(inside[i], i + 1), inside.size());
    add_part(parts, inside.substr(i + 1, end - i - 1));
    i = end;
  }
  return parts;
}

bool is_written_list(std::string_view text) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
  const std::string_view inside = trim(text.substr(1, text.size() - 2));
  return inside.empty() || (inside.size() > 1 && is_quote(inside.front()) && is_quote(inside.back()));
}

bool all_have_a_space(const std::vector<std::string>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [](const std::string& part) { return part.find(' ') != std::string::npos; });
}

}  // namespace

std::optional<Field> find_field(std::string_view our_name) {
  for (const FieldName& field : kFields) {
    if (our_name == field.name || our_name == field.singular) return field.field;
  }
  return std::nullopt;
}

Field require_field(std::string_view our_name, std::string_view option) {
  if (const auto field = find_field(our_name)) return *field;
  std::string names;
  for (const FieldName& field : kFields) names += (names.empty() ? "" : ", ") + std::string(field.name);
  throw InputError(std::string(option) + ": there is no field \"" + one_line(our_name, 60) +
                   "\"; the fields are " + names);
}

bool is_list(Field field) {
  return entry(field).list != nullptr;
}

bool has_field(const Record& record, Field field) {
  const FieldName& f = entry(field);
  return f.list ? !(record.*f.list).empty() : !(record.*f.single).empty();
}

void set_field(Record& record, Field field, std::vector<std::string> values) {
  const FieldName& f = entry(field);
  if (f.single) {
    if (!values.empty()) record.*f.single = std::move(values.front());
    return;
  }
  std::vector<std::string>& list = record.*f.list;
  for (std::string& value : values) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
  }
}

std::vector<std::string> split_values(Field field, std::string_view text) {
  if (!is_list(field)) return {std::string(text)};
  text = trim(text);
  if (is_written_list(text)) return split_written_list(text.substr(1, text.size() - 2));
  for (const char separator : {';', '|'}) {
    if (text.find(separator) != std::string_view::npos) return split_at(text, separator);
  }
  if (field == Field::Bylines) return split_at(text, '\n');
  std::vector<std::string> parts = split_at(text, ',');
  if (field == Field::Persons && !all_have_a_space(parts)) return split_at(text, ';');
  return parts;
}

}  // namespace broadsheet
