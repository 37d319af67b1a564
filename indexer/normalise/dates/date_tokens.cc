// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/date_tokens.h"

#include <unicode/uchar.h>

#include "common/fold.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_date = 120;
constexpr int most_digits = 14;
constexpr std::u32string_view unit_letters = U"年月日号號时時点點分秒년월일시초";
constexpr std::u32string_view numerals = U"〇一二三四五六七八九";

bool is_in(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_numeral(char32_t c) {
  return c == U'零' || c == U'十' || is_in(c, numerals);
}

bool is_word_part(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) != 0 || type == U_NON_SPACING_MARK ||
         type == U_COMBINING_SPACING_MARK;
}

char mark_of(char32_t c) {
  if (c > 0 && c < 0x80) return static_cast<char>(c);
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
  return c == 0x00B7 || c == 0x2022 ? '|' : '?';
}

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}

  bool run() {
    while (at_ < text_.size()) {
      if (!step()) return false;
    }
    return true;
  }

  std::vector<DateToken> take() { return std::move(tokens_); }

 private:
  char32_t peek() const { return at_ < text_.size() ? first_code_point(text_.substr(at_)) : 0; }
  void skip() { next_code_point(text_, at_); }

  bool step() {
    const char32_t c = peek();
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      spaced_ = true;
      skip();
      return true;
    }
    if (u_charDigitValue(static_cast<UChar32>(c)) >= 0 && !is_numeral(c)) return number();
    if (is_numeral(c) && chinese_number()) return true;
    is_word_part(c) ? word() : mark();
    return true;
  }

  DateToken& add(DateToken::Kind kind) {
    tokens_.push_back({.kind = kind, .after_space = spaced_});
    spaced_ = false;
    return tokens_.back();
  }

  bool number() {
    auto& token = add(DateToken::Kind::Number);
    for (int digit = 0; (digit = u_charDigitValue(static_cast<UChar32>(peek()))) >= 0; skip()) {
      if (++token.digits > most_digits) return false;
      token.value = token.value * 10 + digit;
    }
    return true;
  }

  // "二〇一九年" and "十一月", but not "三月" alone, which is a month's name; the names' table knows it.
  bool chinese_number() {
    auto after = at_;
    std::int64_t value = 0;
    int digits = 0;
    for (char32_t c = peek(); is_numeral(c);
         c = after < text_.size() ? first_code_point(text_.substr(after)) : 0) {
      if (++digits > 4) return false;
      const auto numeral = c == U'零' ? 0 : numerals.find(c);
      if (c == U'十') {
        value = value == 0 ? 10 : value * 10;
        is_tens_ = true;
      } else {
        value = is_tens_ ? value + static_cast<std::int64_t>(numeral)
                         : value * 10 + static_cast<std::int64_t>(numeral);
      }
      next_code_point(text_, after);
    }
    is_tens_ = false;
    if (after >= text_.size() || !is_in(first_code_point(text_.substr(after)), unit_letters)) return false;
    auto& token = add(DateToken::Kind::Number);
    token.value = value;
    token.digits = digits == 4 ? 4 : 2;
    at_ = after;
    return true;
  }

  void word() {
    const auto start = at_;
    const bool is_unit =
        is_in(peek(), unit_letters) && !tokens_.empty() && tokens_.back().kind == DateToken::Kind::Number;
    do {
      skip();
    } while (!is_unit && at_ < text_.size() && is_word_part(peek()));
    add(DateToken::Kind::Word).word = fold_value(text_.substr(start, at_ - start));
  }

  void mark() {
    const char c = mark_of(peek());
    skip();
    if (c != '\'') add(DateToken::Kind::Mark).mark = c;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool spaced_ = false;
  bool is_tens_ = false;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::optional<std::vector<DateToken>> date_tokens(std::string_view text) {
  if (text.size() > longest_date) return std::nullopt;
  Tokeniser tokeniser(text);
  if (!tokeniser.run()) return std::nullopt;
  return tokeniser.take();
}

}  // namespace broadsheet
