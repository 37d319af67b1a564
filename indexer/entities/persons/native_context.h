// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/entities/authority/authority.h"

namespace broadsheet {

/// Where a form of a name stands in a text: bytes.
struct NativePlace {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view form() const { return text.substr(begin, end - begin); }
};

/// True if a form that begins behind Arabic letters may be a word of its own: conjunctions and prepositions
/// of one letter are written together with the next word ("wa-", "bi-", "li-", "fa-", "ka-").
bool is_behind_arabic_prefix(std::string_view text, std::size_t begin);

/// True if the word before an Arabic name says that it is not the person's: something is called after him
/// ("King Khalid airport"), or somebody is his son.
bool is_arabic_namesake(const NativePlace& place);

/// True if two Chinese characters are no name here: a part of a longer foreign name ("Krivoy Rog"), or of
/// somebody who had been out of the news for years when the article was published. Of other forms false.
bool is_no_short_name(const NativePlace& place, const AuthorityPerson& person, std::optional<int> year);

}  // namespace broadsheet
