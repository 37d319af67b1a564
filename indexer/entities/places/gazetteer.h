// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/places/place_tokens.h"

namespace broadsheet {

/// Where a form stands in a text.
struct PlaceMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t tokens = 0;
  const PlaceForm* form = nullptr;
};

/// A set of place forms and the pass over a text that finds them: from left to right, the longest form at
/// each word, by a hash table of token sequences. Blocking forms are found like all others. Immutable;
/// thread-safe.
class Gazetteer {
 public:
  explicit Gazetteer(std::vector<PlaceForm> forms);

  /// all_capitals: the text has no small letters to tell names by. Appends to matches.
  void find(std::string_view text, bool all_capitals, std::vector<PlaceMatch>& matches) const;

  /// The form of exactly this text, or null.
  const PlaceForm* form_of(std::string_view text) const;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::int32_t form = -1;  // index, or -1: only the beginning of longer forms
    bool goes_on = false;
  };

  void insert(std::uint64_t hash, std::int32_t form, bool goes_on);
  void grow();
  const Slot* slot_of(std::uint64_t hash) const;
  void add_form(std::int32_t index);
  bool may_begin(std::uint64_t hash) const {
    return (first_tokens_[(hash >> 6) & (first_tokens_.size() - 1)] >> (hash & 63) & 1) != 0;
  }
  PlaceMatch longest_match(std::string_view text, const PlaceToken& first, std::uint64_t hash,
                           bool all_capitals) const;
  PlaceMatch match_at(std::string_view text, const PlaceToken& first, bool all_capitals) const;

  std::vector<PlaceForm> forms_;
  std::vector<Slot> slots_;  // open addressing; a power of two, at most two thirds of it used
  std::size_t used_ = 0;
  std::vector<std::uint64_t>
      first_tokens_;  // a bit per hash of a form's first token, so that most words cost one look
};

}  // namespace broadsheet
