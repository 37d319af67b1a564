// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/record_values.h"

#include <algorithm>

#include "common/country.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string Record::*kSingle[] = {
    &Record::id,       &Record::version,  &Record::title,   &Record::body,   &Record::summary,
    &Record::date,     &Record::modified, &Record::embargo, &Record::status, &Record::dateline,
    &Record::language, &Record::source,   &Record::section, &Record::url,    &Record::rights};

constexpr std::vector<std::string> Record::*kLists[] = {&Record::topics,        &Record::persons,
                                                        &Record::organisations, &Record::countries,
                                                        &Record::replaces,      &Record::unused_keys};

}  // namespace

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void add_value(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(std::move(value));
  }
}

std::string iptc_date(std::string_view text) {
  text = trim(text);
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  if (digits < 4 || !is_digit(text[0])) return "";
  if (text.ends_with("T000000")) text.remove_suffix(7);
  return std::string(text);
}

bool add_country(Record& record, std::string_view name) {
  name = trim(name);
  if (name.empty() || !find_country(name)) return false;
  add_value(record.countries, std::string(name));
  return true;
}

bool says_correction(std::string_view note) {
  note = trim(note);
  for (const std::string_view word :
       {"correct", "corrig", "corrección", "correzione", "berichtig", "korrektur", "korrig", "rettelse",
        "rättelse", "errata", "erratum", "rectif"}) {
    if (begins_with(note, word)) return true;
  }
  return false;
}

void fill_missing(Record& record, const Record& other) {
  for (const auto field : kSingle) set_if_empty(record.*field, other.*field);
  for (const auto list : kLists) {
    for (const std::string& value : other.*list) add_value(record.*list, value);
  }
  if (record.bylines.empty()) record.bylines = other.bylines;
  record.corrected = record.corrected || other.corrected;
}

bool take_mapped(Record& record, const FieldMap& field_map, std::string_view key, const std::string& value) {
  for (const auto& [theirs, field] : field_map) {
    if (theirs != key || value.empty()) continue;
    set_field(record, field, split_values(field, value));
    return true;
  }
  return false;
}

std::string host_of(std::string_view url) {
  if (!begins_with(url, "http://") && !begins_with(url, "https://")) return std::string(url);
  url.remove_prefix(url.find("//") + 2);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (begins_with(url, "www.")) url.remove_prefix(4);
  return std::string(url);
}

std::string_view behind_colon(std::string_view code) {
  return code.substr(code.find(':') + 1);
}

}  // namespace broadsheet
