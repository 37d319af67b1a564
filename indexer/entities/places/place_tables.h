// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/tables/hash_table.h"
#include "indexer/entities/tables/table_file.h"

namespace broadsheet {

/// A PlaceForm as places.table holds it; the texts are in its text table.
struct StoredPlaceForm {
  TextRange text;
  LanguageSet local_to = 0;
  std::uint32_t country = 0;  // where its code begins
  std::uint8_t country_size = 0;
  PlaceKind kind = PlaceKind::Name;
  std::uint8_t flags = 0;  // PlaceFormFlag
  std::uint8_t unused = 0;
};

enum PlaceFormFlag : std::uint8_t { SmallLettersOnly = 1, IsPersonName = 2, IsGivenName = 4 };

/// A filter of two bits of one number for each hash of a form's first token, so that most words of a text
/// cost one look: a small one for tokens that begin with a small letter of ASCII, which most words do and few
/// forms, and one for all others.
constexpr std::size_t small_word_bits = 1U << 17U;  // 16 KB and 128 KB: they must stay in the caches
constexpr std::size_t other_word_bits = 1U << 20U;
constexpr std::size_t first_word_bits = small_word_bits + other_word_bits;

/// Which bits of which number of the filter are those of a token.
struct FirstWordBits {
  std::size_t number;
  std::uint64_t mask;
};
inline FirstWordBits first_word_bits_of(std::uint64_t hash, char first_byte) {
  const bool is_small = first_byte >= 'a' && first_byte <= 'z';
  const std::uint64_t at = hash >> 6U;
  const std::size_t number =
      is_small ? at % (small_word_bits / 64) : small_word_bits / 64 + at % (other_word_bits / 64);
  return {number, std::uint64_t{1} << hash % 64 | std::uint64_t{1} << (hash >> 40U) % 64};
}

/// The same for sequences of two tokens and more: "the" begins many.
constexpr std::size_t longer_sequence_bits = 1U << 20U;

/// What a Gazetteer looks into.
struct PlaceTables {
  std::span<const StoredPlaceForm> forms;
  HashTable sequences;  // by the hash of a sequence of tokens; first: the form of just these, plus 1, or 0;
                        // second: 1 if longer forms begin so
  std::span<const std::uint64_t> first_words;       // bits
  std::span<const std::uint64_t> longer_sequences;  // bits
  std::string_view texts;
};

/// The same, owning what it is made of.
struct PlaceTablesSource {
  std::vector<StoredPlaceForm> forms;
  std::vector<HashSlot> sequences;
  std::vector<std::uint64_t> first_words;
  std::vector<std::uint64_t> longer_sequences;
  std::string texts;

  PlaceTables view() const { return {forms, HashTable(sequences), first_words, longer_sequences, texts}; }
};

/// places.table, mapped. Throws InputError if it is missing or damaged. Thread-safe.
const TableFile& place_table_file();

/// What it holds for a Gazetteer.
PlaceTables installed_place_tables();

/// Of two forms of the same tokens the first one counts.
PlaceTablesSource make_place_tables(const std::vector<PlaceForm>& forms);

}  // namespace broadsheet
