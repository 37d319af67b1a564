// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/hash.h"
#include "indexer/entities/tables/hash_table.h"
#include "indexer/entities/tables/table_file.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {

/// What a word may be in or beside a name; a word may be several. The data files name_words.tsv and
/// name_context.tsv explain each.
enum WordKind : std::uint32_t {
  GivenName = 1U << 0,
  RareGivenName = 1U << 1,
  Surname = 1U << 2,
  EastAsianSurname = 1U << 3,
  CommonWord = 1U << 4,
  PlaceName = 1U << 5,
  TitleWord = 1U << 6,
  Honorific = 1U << 7,
  RoleWord = 1U << 8,
  OfficeWord = 1U << 9,
  SayingWord = 1U << 10,
  CompanyWord = 1U << 11,
  BodyWord = 1U << 12,
  ThingWord = 1U << 13,
  NationWord = 1U << 14,
  CalendarWord = 1U << 15,
  ParticleWord = 1U << 16,
  SuffixWord = 1U << 17,
  AbbreviationWord = 1U << 18,
  PlacePreposition = 1U << 19,
  FunctionWord = 1U << 20,
  HeadTitle = 1U << 21,   // whose bearer is known by the surname alone
  RoyalTitle = 1U << 22,  // whose bearer is known by a given name
  FirmWord = 1U << 23,    // what a company is called before its name
};

/// WordKind bits by hash64() of a folded word or phrase.
using WordKinds = WordTable<std::uint32_t>;

/// What words.table is made of.
struct LexiconSource {
  WordKinds words{120'000};  // all
  WordKinds context;         // a small part of them: most words of a text are looked up here
};

/// Reads name_words.tsv and name_context.tsv; throws InputError if one is missing.
LexiconSource read_lexicon();

/// The words that the rules for names know. Read-only; instance() is thread-safe.
class NameLexicon {
 public:
  /// Maps words.table; throws InputError if it is missing or damaged.
  static const NameLexicon& instance();

  /// WordKind bits of a folded word or phrase ("los angeles"); 0 if unknown.
  std::uint32_t kinds(std::string_view folded) const { return kinds_of_hash(hash64(folded)); }

  /// The same by the hash64() of the word.
  std::uint32_t kinds_of_hash(std::uint64_t word) const { return look_up(words_, word); }

  /// The same of words that stand around names only, for words in lower case: titles, particles, verbs and so
  /// on.
  std::uint32_t context_kinds_of_hash(std::uint64_t word) const { return look_up(context_, word); }

 private:
  NameLexicon();
  static std::uint32_t look_up(const HashTable& words, std::uint64_t word) {
    const HashSlot* found = words.find(word);
    return found == nullptr ? 0 : found->first;
  }

  TableFile file_;
  HashTable words_;
  HashTable context_;
};

/// True if the folded word reads as one or two syllables of Mandarin in pinyin ("xiaoping").
bool is_pinyin(std::string_view folded);

}  // namespace broadsheet
