// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/field_collector.h"

#include <algorithm>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

bool is_joined(Field field) {
  return is_list(field) && field != Field::Bylines;
}

bool is_text_key(const std::string& key) {
  const auto match = recognise_key(key);
  return match &&
         (match->field == Field::Title || match->field == Field::Body || match->field == Field::Summary);
}

std::string key_list(const std::vector<std::string>& keys) {
  constexpr std::size_t most = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(keys.size(), most); ++i)
    list += (i == 0 ? "" : ", ") + one_line(keys[i], 60);
  return keys.size() > most ? list + ", ..." : list;
}

}  // namespace

std::optional<KeyMatch> FieldCollector::match(std::string_view key) const {
  for (const auto& [theirs, ours] : field_map_) {
    if (theirs == key) return KeyMatch{ours, -1};
  }
  return recognise_key(key);
}

bool FieldCollector::maps_into(std::string_view key) const {
  return std::any_of(field_map_.begin(), field_map_.end(), [key](const auto& mapped) {
    return mapped.first.size() > key.size() && mapped.first.starts_with(key) &&
           mapped.first[key.size()] == '.';
  });
}

void FieldCollector::offer(std::string_view key, const KeyMatch& match, std::vector<std::string> values) {
  std::erase_if(values, [](const std::string& value) { return trim(value).empty(); });
  if (values.empty()) return;
  if (is_joined(match.field)) return set_field(joined_, match.field, std::move(values));
  Choice offered{match, std::string(key), std::move(values)};
  const auto [place, is_first] = best_.try_emplace(match.field);
  if (is_first) {
    place->second = std::move(offered);
    return;
  }
  if (offered.match.rank < place->second.match.rank) std::swap(place->second, offered);
  if (offered.key != place->second.key) leave(offered.key);
}

Record FieldCollector::finish() {
  Record record = std::move(joined_);
  for (auto& [field, choice] : best_) {
    set_field(record, field, std::move(choice.values));
    record.is_markup = record.is_markup || choice.match.is_markup;
  }
  record.is_markup = record.is_markup || looks_like_markup(record.body) || looks_like_markup(record.summary);
  record.unused_keys = std::move(unused_);
  return record;
}

bool FieldCollector::has_text(const Record& record) {
  return has_field(record, Field::Title) || has_field(record, Field::Body) ||
         has_field(record, Field::Summary);
}

std::string FieldCollector::no_text_reason(const std::vector<std::string>& keys) {
  if (std::any_of(keys.begin(), keys.end(), is_text_key)) return "the record's title and text are empty";
  return "no field of the record is known to hold its title or text; it has " + key_list(keys) +
         "; say which with --map THEIRS=body";
}

}  // namespace broadsheet
