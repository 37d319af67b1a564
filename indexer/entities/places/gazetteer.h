// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/places/place_tables.h"
#include "indexer/entities/places/place_tokens.h"

namespace broadsheet {

/// A PlaceForm of a gazetteer; the views live as long as that.
struct FoundForm {
  std::string_view text;
  std::string_view country;
  PlaceKind kind = PlaceKind::Name;
  bool person_name = false;
  bool given_name = false;
  LanguageSet local_to = 0;
};

/// Where a form stands in a text.
struct PlaceMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t tokens = 0;
  std::optional<FoundForm> form;  // always there in what Gazetteer::find() gives
};

/// A set of place forms and the pass over a text that finds them: from left to right, the longest form at
/// each word, by a hash table of token sequences. Blocking forms are found like all others. Immutable;
/// thread-safe.
class Gazetteer {
 public:
  /// The tables must outlive it.
  explicit Gazetteer(const PlaceTables& tables) : tables_(tables) {}
  explicit Gazetteer(const std::vector<PlaceForm>& forms);

  /// all_capitals: the text has no small letters to tell names by. Appends to matches.
  void find(std::string_view text, bool all_capitals, std::vector<PlaceMatch>& matches) const;

 private:
  bool may_begin(std::uint64_t hash, char first_byte) const {
    const FirstWordBits bits = first_word_bits_of(hash, first_byte);
    return (tables_.first_words[bits.number] & bits.mask) == bits.mask;
  }
  bool may_go_on(std::uint64_t hash) const {
    return (tables_.longer_sequences[hash % longer_sequence_bits / 64] >> hash % 64 & 1) != 0;
  }
  /// slot: of the sequence of the first token alone, whose hash is given.
  PlaceMatch longest_match(PlaceTokenReader& reader, const PlaceToken& first, std::uint64_t hash,
                           const HashSlot* slot, bool all_capitals) const;
  PlaceMatch match_at(PlaceTokenReader& reader, const PlaceToken& first, bool all_capitals) const;
  FoundForm form_at(std::uint32_t index) const;

  std::shared_ptr<const PlaceTablesSource> own_;
  PlaceTables tables_;
};

}  // namespace broadsheet
