// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/name_evidence.h"

#include <string>
#include <unordered_map>

#include "common/data_file.h"
#include "common/fold.h"
#include "indexer/entities/places/place_exceptions.h"

namespace broadsheet {
namespace {

// Flags as in name_words.tsv: g and r given names, s surnames, w ordinary words, p places; and h for
// honorifics.
using NameWords = std::unordered_map<std::string, std::string>;

const NameWords& name_words() {
  static const NameWords words = [] {
    NameWords result;
    for (const auto& row : read_data_table("name_words.tsv")) result.emplace(row.at(0), row.at(1));
    PlaceExceptions exceptions = read_place_exceptions();
    for (const std::string& name : exceptions["forename"])
      result.insert_or_assign(fold(name), std::string(1, 'g'));
    for (const std::string& word : exceptions["honorific"])
      result.insert_or_assign(fold(word), std::string(1, 'h'));
    for (const std::string& word : exceptions["office"])
      result.insert_or_assign(fold(word), std::string(1, 'w'));
    return result;
  }();
  return words;
}

std::string flags_of(std::string_view word) {
  const auto it = name_words().find(fold(word));
  return it == name_words().end() ? std::string() : it->second;
}

bool has(const std::string& flags, const char* any_of) {
  return flags.find_first_of(any_of) != std::string::npos;
}

}  // namespace

bool is_given_name(std::string_view word) {
  const std::string flags = flags_of(word);
  return !has(flags, "p") && (has(flags, "g") || (has(flags, "r") && !has(flags, "w")));
}

bool is_honorific(std::string_view word) {
  return has(flags_of(word), "h");
}

bool is_personal_name(std::string_view word) {
  const std::string flags = flags_of(word);
  return has(flags, "gs") && !has(flags, "wp");
}

bool may_be_surname(std::string_view word) {
  const std::string flags = flags_of(word);
  return has(flags, "s") || !has(flags, "hwp");
}

bool is_word_or_name(std::string_view word) {
  return has(flags_of(word), "grsw");
}

}  // namespace broadsheet
