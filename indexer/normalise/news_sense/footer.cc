// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/footer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/fold.h"
#include "indexer/normalise/news_sense/footer_phrases.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/phrase_table.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_footer = 500;  // bytes

// Fingers, thumbs, hearts, bells: what begs points with.
constexpr std::u32string_view begging_signs = U"👇👆👍👉🙏🔔❤💙💛📲📩📣➡⬇✅";

// Parts of words that ask, beside such a sign.
constexpr std::array<std::string_view, 36> asking_stems = {
    "like",      "subscri", "follow",   "share", "donat",   "newsletter", "abonn", "gefallt", "teil",
    "folg",      "suscri",  "sigue",    "siga",  "compart", "me gusta",   "curt",  "inscrev", "iscri",
    "segui",     "condivi", "mi piace", "suiv",  "partag",  "volg",       "deel",  "polub",   "obserwuj",
    "udostepni", "подпис",  "лайк",     "делит", "підпис",  "вподоб",     "begen", "takip",   "paylas"};

bool has_quotes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    constexpr std::u32string_view quotes = U"\"“”„«»‹›「」『』";
    if (quotes.find(c) != std::u32string_view::npos) return true;
  }
  return false;
}

// Who reports that somebody asks for likes does not ask for them.
bool reports_speech(std::string_view folded) {
  constexpr std::array<std::string_view, 6> verbs = {" said",   " says",   " told ",
                                                     " asked ", " urged ", "according to"};
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](std::string_view verb) { return folded.find(verb) != std::string_view::npos; });
}

bool has_begging_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool is_ascii = (text[at] & 0x80) == 0;
    if (is_ascii) {
      ++at;
    } else if (begging_signs.find(next_code_point(text, at)) != std::u32string_view::npos) {
      return true;
    }
  }
  return false;
}

bool has_asking_stem(std::string_view folded) {
  return std::any_of(asking_stems.begin(), asking_stems.end(),
                     [&](std::string_view stem) { return folded.find(stem) != std::string_view::npos; });
}

/// From the first letter, digit, sign of copyright or bracket on.
std::string_view from_first_word(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const auto start = at;
    const auto c = next_code_point(folded, at);
    if (u_isalnum(static_cast<UChar32>(c)) != 0 || c == 0xA9 || c == '(') return folded.substr(start);
  }
  return {};
}

bool is_year_at(std::string_view text) {
  return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) && is_ascii_digit(text[2]) &&
         is_ascii_digit(text[3]);
}

// "© 2019 The Paper", "(c) 2019", "copyright 2019", not "copyright law".
bool is_copyright(std::string_view folded) {
  if (folded.starts_with("\u00a9")) return true;
  const bool is_letter_sign = folded.starts_with("(c) ");
  const bool is_word = folded.starts_with("copyright ");
  if (!is_letter_sign && !is_word) return false;
  const auto rest = folded.substr(folded.find(' ') + 1);
  return is_year_at(rest) || rest.starts_with("\u00a9") || (is_word && rest.starts_with("(c)"));
}

const PhraseTable& phrases() {
  static const PhraseTable table(footer_phrases());
  return table;
}

}  // namespace

bool is_footer(std::string_view paragraph) {
  if (paragraph.empty() || paragraph.size() > longest_footer) return false;
  const auto folded = fold(paragraph);
  const auto text = from_first_word(folded);
  if (is_copyright(text)) return true;
  if (!phrases().matches(text) && !(has_begging_sign(paragraph) && has_asking_stem(folded))) return false;
  return !has_quotes(paragraph) && !reports_speech(folded);
}

}  // namespace broadsheet
