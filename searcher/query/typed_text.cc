// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/typed_text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "common/fold.h"
#include "searcher/query/fields.h"
#include "searcher/query/letters.h"
#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

struct QuotePair {
  char32_t opening;
  std::u32string_view closing;
};

// What closes a quotation in the typographies of Europe and East Asia, and what a keyboard offers instead.
constexpr QuotePair quotes[] = {
    {U'"', U"\""},
    {U'\u201C', U"\u201D\u201C\""},        // English, Chinese
    {U'\u201D', U"\u201D\""},              // Swedish, Finnish
    {U'\u201E', U"\u201C\u201D\u201E\""},  // German, Polish
    {U'\u201F', U"\u201D\u201C\""},
    {U'\u00AB', U"\u00BB"},        // French, Russian
    {U'\u00BB', U"\u00AB\u00BB"},  // Danish, German books
    {U'\u300C', U"\u300D"},        // Japanese
    {U'\u300E', U"\u300F"},
};

const QuotePair* find_quotes(char32_t opening) {
  const auto* found = std::find_if(std::begin(quotes), std::end(quotes),
                                   [&](const QuotePair& pair) { return pair.opening == opening; });
  return found == std::end(quotes) ? nullptr : found;
}

bool is_direction_mark(char32_t c) {
  return c == 0xFEFF || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_blank(char32_t c) {
  const auto letter = static_cast<UChar32>(c);
  return u_isUWhiteSpace(letter) || u_charType(letter) == U_CONTROL_CHAR;
}

bool is_hebrew(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return c != 0 && uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HEBREW;
}

bool is_between_hebrew(std::string_view text, std::size_t i) {
  return is_hebrew(letter_before(text, i)) && is_hebrew(letter_after(text, i));
}

bool ends_with_field_name(std::string_view text) {
  const std::size_t begin = text.find_last_of(" ()-+") + 1;  // npos + 1 == 0
  return find_field(text.substr(begin)) != nullptr;
}

/// The ASCII character that c is read as; 0 if it stands for itself.
char unified(char32_t c, std::string_view before) {
  if (c == 0xFF08) return '(';
  if (c == 0xFF09) return ')';
  if (c == 0xFF02) return '"';
  if (c == 0xFF1A && ends_with_field_name(before)) return ':';
  return is_blank(c) ? ' ' : '\0';
}

}  // namespace

TypedText::TypedText(std::string_view typed) {
  if (!is_utf8(typed)) throw QueryError(typed, 0, "it is not UTF-8 text", "a terminal or a file in UTF-8");
  if (count_letters(typed) > max_query_letters) {
    throw QueryError(typed, 0, "it is longer than 10,000 characters", "fewer words");
  }
  for (std::size_t i = 0; i < typed.size();) {
    const char32_t c = letter_at(typed, i);
    const std::size_t bytes = letter_bytes(typed, i);
    const char read_as = is_direction_mark(c) ? '\0' : unified(c, text_);
    if (!is_direction_mark(c))
      append(read_as != 0 ? std::string_view(&read_as, 1) : typed.substr(i, bytes), i);
    i += bytes;
  }
  from_.push_back(static_cast<std::uint32_t>(typed.size()));
}

void TypedText::append(std::string_view bytes, std::size_t from) {
  text_ += bytes;
  from_.insert(from_.end(), bytes.size(), static_cast<std::uint32_t>(from));
}

std::size_t TypedText::typed_position(std::size_t at) const {
  return from_[std::min(at, from_.size() - 1)];
}

std::size_t quote_bytes(std::string_view text, std::size_t i) {
  if (i >= text.size() || (static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '"')) return 0;
  return find_quotes(letter_at(text, i)) != nullptr ? letter_bytes(text, i) : 0;
}

bool is_inside_word(std::string_view text, std::size_t i) {
  const char32_t c = letter_at(text, i);
  if (c == U'"' && is_between_hebrew(text, i)) return true;
  return (c == U'"' || c == U'\u201D') && u_isdigit(static_cast<UChar32>(letter_before(text, i)));
}

std::size_t find_closing_quote(std::string_view text, std::size_t i) {
  const QuotePair* quotes = find_quotes(letter_at(text, i));
  for (std::size_t at = i + letter_bytes(text, i); at < text.size(); at += letter_bytes(text, at)) {
    const char32_t c = letter_at(text, at);
    if (quotes->closing.find(c) == std::u32string_view::npos) continue;
    if (c == U'"' && is_between_hebrew(text, at)) continue;
    return at;
  }
  return std::string_view::npos;
}

std::size_t chunk_bytes(std::string_view text, std::size_t i) {
  std::size_t end = i;
  for (; end < text.size(); end += letter_bytes(text, end)) {
    const char c = text[end];
    if (c == ' ' || c == '(' || c == ')') break;
    if (quote_bytes(text, end) > 0 && (end == i || !is_inside_word(text, end))) break;
  }
  return end - i;
}

std::string_view without_end_marks(std::string_view chunk) {
  constexpr std::u32string_view end_marks = U".,;:?!\u2026\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F";
  while (!chunk.empty() && end_marks.find(letter_before(chunk, chunk.size())) != std::u32string_view::npos) {
    const std::size_t last = letter_before(chunk, chunk.size()) < 0x80 ? 1 : 3;
    chunk.remove_suffix(last);
  }
  return chunk;
}

}  // namespace broadsheet
