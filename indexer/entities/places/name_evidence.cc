// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/name_evidence.h"

#include <string>

#include "common/fold.h"
#include "common/hash.h"
#include "indexer/entities/places/place_exceptions.h"
#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t all_flags = GivenName | RareGivenName | Surname | CommonWord | PlaceName | Honorific;

// The words for which place_exceptions.tsv has the last word, by hash64() of their fold.
const WordTable<std::uint32_t>& exceptions() {
  static const WordTable<std::uint32_t> table = [] {
    WordTable<std::uint32_t> result;
    PlaceExceptions words = read_place_exceptions();
    for (const std::string& name : words["forename"]) result[hash64(fold(name))] = GivenName;
    for (const std::string& word : words["honorific"]) result[hash64(fold(word))] = Honorific;
    for (const std::string& word : words["office"]) result[hash64(fold(word))] = CommonWord;
    return result;
  }();
  return table;
}

// WordKind bits out of all_flags; honorifics are those of the exceptions alone.
std::uint32_t flags_of(std::string_view word) {
  const std::uint64_t hash = hash64(fold(word));
  if (const std::uint32_t* flags = exceptions().find(hash)) return *flags;
  return NameLexicon::instance().kinds_of_hash(hash) & all_flags & ~Honorific;
}

bool has(std::uint32_t flags, std::uint32_t any_of) {
  return (flags & any_of) != 0;
}

}  // namespace

bool is_given_name(std::string_view word) {
  const std::uint32_t flags = flags_of(word);
  return !has(flags, PlaceName) &&
         (has(flags, GivenName) || (has(flags, RareGivenName) && !has(flags, CommonWord)));
}

bool is_honorific(std::string_view word) {
  return has(flags_of(word), Honorific);
}

bool is_personal_name(std::string_view word) {
  const std::uint32_t flags = flags_of(word);
  return has(flags, GivenName | Surname) && !has(flags, CommonWord | PlaceName);
}

bool may_be_surname(std::string_view word) {
  const std::uint32_t flags = flags_of(word);
  return has(flags, Surname) || !has(flags, Honorific | CommonWord | PlaceName);
}

bool is_word_or_name(std::string_view word) {
  return has(flags_of(word), GivenName | RareGivenName | Surname | CommonWord);
}

}  // namespace broadsheet
