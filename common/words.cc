// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

#include "common/byte_scan.h"
#include "common/fold.h"

namespace broadsheet {
namespace {

struct Bounds {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// --- Boundaries by ICU
// ---------------------------------------------------------------------------------------------

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};

UBreakIterator& word_breaks() {
  thread_local const std::unique_ptr<UBreakIterator, CloseBreaks> breaks = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, CloseBreaks> opened(ubrk_open(UBRK_WORD, "en", nullptr, 0, &error));
    if (U_FAILURE(error))
      throw std::runtime_error(std::string("ICU has no word breaks: ") + u_errorName(error));
    return opened;
  }();
  return *breaks;
}

void icu_bounds(std::string_view text, std::size_t begin, std::size_t end, std::vector<Bounds>& out) {
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data() + begin, static_cast<std::int64_t>(end - begin), &error);
  UBreakIterator& breaks = word_breaks();
  ubrk_setUText(&breaks, &utext, &error);
  if (U_FAILURE(error))
    throw std::runtime_error(std::string("ICU cannot break a text: ") + u_errorName(error));
  std::int32_t from = ubrk_first(&breaks);
  for (std::int32_t to = ubrk_next(&breaks); to != UBRK_DONE; from = to, to = ubrk_next(&breaks)) {
    if (ubrk_getRuleStatus(&breaks) < UBRK_WORD_NONE_LIMIT) continue;
    out.push_back({begin + static_cast<std::size_t>(from), begin + static_cast<std::size_t>(to)});
  }
  utext_close(&utext);
}

// --- Boundaries of ASCII, the rules of UAX #29 that can apply in it
// ----------------------------------------------

enum class Class : std::uint8_t { Other, Letter, Digit, Underscore, MidNumLet, MidNum, Gap, NotAscii };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = Class::Letter;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::Digit;
  for (std::size_t c = 0x80; c < 256; ++c) classes[c] = Class::NotAscii;
  classes['_'] = Class::Underscore;
  classes['.'] = classes['\''] = Class::MidNumLet;
  classes[','] = classes[';'] = Class::MidNum;
  // ICU 72 takes @ for a letter; a name behind it is to be found without it, so here it is a gap between
  // words.
  for (char c : {' ', '\n', '\t', '\r', '@'}) classes[static_cast<unsigned char>(c)] = Class::Gap;
  return classes;
}
constexpr std::array<Class, 256> kClasses = make_classes();

Class class_at(std::string_view text, std::size_t i) {
  return kClasses[static_cast<unsigned char>(text[i])];
}

bool is_word_class(Class c) {
  return c == Class::Letter || c == Class::Digit || c == Class::Underscore;
}

/// WB6, WB7, WB11, WB12: punctuation that holds two letters or two digits together.
bool joins(Class before, Class middle, Class after) {
  if (middle == Class::MidNumLet)
    return before == after && (before == Class::Letter || before == Class::Digit);
  return middle == Class::MidNum && before == Class::Digit && after == Class::Digit;
}

void ascii_bounds(std::string_view text, std::size_t begin, std::size_t end, std::vector<Bounds>& out) {
  for (std::size_t i = begin; i < end;) {
    if (!is_word_class(class_at(text, i))) {
      ++i;
      continue;
    }
    const std::size_t from = i;
    for (; i < end; ++i) {
      const Class here = class_at(text, i);
      if (is_word_class(here)) continue;
      if (i + 1 >= end || !joins(class_at(text, i - 1), here, class_at(text, i + 1))) break;
    }
    out.push_back({from, i});
  }
}

/// A gap is a boundary in every script, so the stretches between can be told apart: ASCII ones go the fast
/// way.
void mixed_bounds(std::string_view text, std::vector<Bounds>& bounds) {
  std::size_t ascii_from = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool ascii = true;
    for (; end < text.size() && class_at(text, end) != Class::Gap; ++end) {
      ascii = ascii && class_at(text, end) != Class::NotAscii;
    }
    if (!ascii) {
      ascii_bounds(text, ascii_from, i, bounds);
      icu_bounds(text, i, end, bounds);
      ascii_from = end;
    }
    i = end + 1;
  }
  ascii_bounds(text, std::min(ascii_from, text.size()), text.size(), bounds);
}

std::vector<Bounds> bounds_of(std::string_view text) {
  std::vector<Bounds> bounds;
  bounds.reserve(text.size() / 5 + 1);
  if (is_ascii_text(text)) {
    ascii_bounds(text, 0, text.size(), bounds);
  } else {
    mixed_bounds(text, bounds);
  }
  return bounds;
}

// --- Words
// --------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 36> kElisions = {
    "l",     "d",      "j",      "m",      "n",      "s",      "t",     "c",    "qu",
    "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "entr",  "un",   "dell",
    "all",   "nell",   "sull",   "dall",   "quell",  "quest",  "bell",  "coll", "sant",
    "dov",   "cos",    "com",    "mezz",   "tutt",   "anch",   "nient", "gl",   "aujourd"};

bool is_elision(std::string_view folded) {
  return std::find(kElisions.begin(), kElisions.end(), folded) != kElisions.end();
}

/// A word folded; remembered, because folding outside ASCII is slow and words recur.
std::string fold_word(std::string_view raw) {
  constexpr std::size_t kRememberedWords = 100'000;
  if (std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return fold(raw);
  thread_local std::unordered_map<std::string, std::string> memo;
  if (memo.size() > kRememberedWords) memo.clear();
  const auto [found, is_new] = memo.try_emplace(std::string(raw));
  if (is_new) found->second = fold(raw);
  return found->second;
}

/// The bytes of an apostrophe at position i of a raw word: ' is one, the typographic ones are two or three.
std::size_t apostrophe_length(std::string_view raw, std::size_t i) {
  if (raw[i] == '\'') return 1;
  const std::string_view rest = raw.substr(i);
  if (rest.starts_with("\u2019") || rest.starts_with("\u2018") || rest.starts_with("\u201B")) return 3;
  return rest.starts_with("\u02BC") || rest.starts_with("\uFF07") ? (rest[0] == '\xEF' ? 3 : 2) : 0;
}

struct Apostrophe {
  std::size_t position = std::string_view::npos;
  std::size_t length = 0;
};

Apostrophe find_apostrophe(std::string_view raw) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (const std::size_t length = apostrophe_length(raw, i); length > 0) return {i, length};
  }
  return {};
}

std::size_t without_possessive(std::string_view raw) {
  if (raw.size() < 3 || (raw.back() != 's' && raw.back() != 'S')) return raw.size();
  for (std::size_t length : {1u, 2u, 3u}) {
    const std::size_t at = raw.size() - 1 - std::min<std::size_t>(length, raw.size() - 1);
    if (at > 0 && apostrophe_length(raw, at) == length) return at;
  }
  return raw.size();
}

constexpr std::array<char, 256> make_plain_folds() {
  std::array<char, 256> folds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) folds[c] = folds[c - 'a' + 'A'] = static_cast<char>(c);
  for (std::size_t c = '0'; c <= '9'; ++c) folds[c] = static_cast<char>(c);
  for (const char c : {'_', '.', ',', ';'}) folds[static_cast<unsigned char>(c)] = c;
  return folds;
}
/// What fold() makes of the ASCII that words are made of, but for the apostrophe, which cuts them: 0.
constexpr std::array<char, 256> kPlainFolds = make_plain_folds();

/// Gives the words between bounds to a visitor.
class WordGiver {
 public:
  WordGiver(std::string_view text, const WordVisitor& visit) : text_(text), visit_(visit) {}

  void give(const std::vector<Bounds>& all) {
    for (const Bounds& bounds : all) {
      if (fold_plain(raw(bounds))) {
        give_folded(folded_, bounds);
      } else {
        give_cut(bounds);
      }
    }
  }

 private:
  std::string_view raw(Bounds bounds) const { return text_.substr(bounds.begin, bounds.end - bounds.begin); }

  /// False, if there is more to fold than ASCII, or an apostrophe.
  bool fold_plain(std::string_view word) {
    folded_.resize(word.size());
    bool plain = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      folded_[i] = kPlainFolds[static_cast<unsigned char>(word[i])];
      plain = plain && folded_[i] != '\0';
    }
    return plain;
  }

  void give_folded(std::string_view folded, Bounds bounds) {
    if (folded.find_first_not_of('_') == std::string_view::npos) return;  // empty, or a rule of underscores
    visit_(folded, static_cast<std::uint32_t>(bounds.begin), static_cast<std::uint32_t>(bounds.end));
  }

  void give_cut(Bounds bounds) {
    bounds.end = bounds.begin + without_possessive(raw(bounds));
    for (;;) {
      const Apostrophe apostrophe = find_apostrophe(raw(bounds));
      if (apostrophe.length == 0 || !is_elision(fold_word(raw(bounds).substr(0, apostrophe.position)))) break;
      const Bounds elided = {bounds.begin, bounds.begin + apostrophe.position};
      give_folded(fold_word(raw(elided)), elided);
      bounds.begin += apostrophe.position + apostrophe.length;
    }
    give_folded(fold_word(raw(bounds)), bounds);
  }

  std::string_view text_;
  const WordVisitor& visit_;
  std::string folded_;
};

std::vector<Word> words_between(std::string_view text, const std::vector<Bounds>& bounds) {
  std::vector<Word> words;
  words.reserve(bounds.size());
  const WordVisitor visit = [&](std::string_view folded, std::uint32_t begin, std::uint32_t end) {
    words.push_back({std::string(folded), begin, end});
  };
  WordGiver(text, visit).give(bounds);
  return words;
}

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  return words_between(text, bounds_of(text));
}

void visit_words(std::string_view text, const WordVisitor& visit) {
  WordGiver(text, visit).give(bounds_of(text));
}

std::vector<Word> split_words_by_icu(std::string_view text) {
  std::vector<Bounds> bounds;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('@', begin), text.size());
    icu_bounds(text, begin, end, bounds);
    begin = end + 1;
  }
  return words_between(text, bounds);
}

}  // namespace broadsheet
