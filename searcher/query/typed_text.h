// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A query's text made ready for reading: any white space and control character is a space, full-width
/// parentheses and straight quotes are the ASCII ones, so is a full-width colon behind the name of a field;
/// marks that only steer the direction of writing are gone. Everything else stands as typed, and every byte
/// knows where it was typed.
class TypedText {
 public:
  /// Throws QueryError if typed is not UTF-8 or has more than 10,000 characters. Keeps no reference to it.
  explicit TypedText(std::string_view typed);

  const std::string& text() const { return text_; }
  std::size_t typed_position(std::size_t at) const;  // at <= text().size()

 private:
  void append(std::string_view bytes, std::size_t from);

  std::string text_;
  std::vector<std::uint32_t> from_;  // one more than text_ has bytes
};

constexpr std::size_t max_query_letters = 10'000;

/// The bytes at a place where a quote may stand: 0 if the character there is no double quotation mark of any
/// script.
std::size_t quote_bytes(std::string_view text, std::size_t i);

/// Where the quotation that opens at i ends: the place of its closing mark; npos if it is never closed.
std::size_t find_closing_quote(std::string_view text, std::size_t i);

/// True if the quotation mark at i belongs to the word around it: inches (5'10") and Hebrew gershayim.
bool is_inside_word(std::string_view text, std::size_t i);

/// The bytes of the stretch at i that holds no space, no parenthesis and no quotation.
std::size_t chunk_bytes(std::string_view text, std::size_t i);

/// The chunk without the punctuation that ends a clause or a sentence.
std::string_view without_end_marks(std::string_view chunk);

}  // namespace broadsheet
