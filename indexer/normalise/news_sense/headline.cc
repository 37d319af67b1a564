// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/headline.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/fold.h"
#include "indexer/normalise/news_sense/byline.h"
#include "indexer/normalise/news_sense/date_line.h"
#include "indexer/normalise/news_sense/dateline.h"
#include "indexer/normalise/news_sense/notes.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_headline = 140;  // columns
constexpr std::size_t longest_cut = 100;
constexpr std::size_t repeat_window = 4;  // paragraphs

std::string letters_of(std::string_view text) {
  std::string letters;
  const auto folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (u_isalnum(static_cast<UChar32>(c)) != 0) append_utf8(letters, c);
  }
  return letters;
}

/// Both begin with two ASCII letters, and not with the same: no folding makes such texts equal.
bool begins_otherwise(std::string_view a, std::string_view b) {
  const auto has_letters = [](std::string_view text) {
    return text.size() > 1 && is_ascii_letter(text[0]) && is_ascii_letter(text[1]);
  };
  return has_letters(a) && has_letters(b) && ascii_lower(a[0]) != ascii_lower(b[0]);
}

// Abbreviations ("Mr.", "U.S.", "St.") end in a full stop without ending a sentence.
bool is_abbreviation(std::string_view text, std::size_t stop) {
  const auto before = text.substr(0, stop);
  const auto word = before.substr(before.rfind(' ') + 1);
  return text[stop] == '.' &&
         (word.size() <= 2 || word.find('.') != std::string_view::npos || word == "Mrs" || word == "Gov" ||
          word == "Gen" || word == "Sen" || word == "Rep" || word == "Inc");
}

bool is_sentence_end(std::string_view text, std::size_t at, std::size_t after) {
  const char32_t c = first_code_point(text.substr(at));
  if (c == U'。' || c == U'！' || c == U'？') return true;
  const bool is_mark = c == '.' || c == '!' || c == '?' || c == 0x61F || c == 0x6D4 || c == 0x964;
  return is_mark && (after >= text.size() || text[after] == ' ') && !is_abbreviation(text, at);
}

/// Position behind the first sentence.
std::size_t first_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    next_code_point(text, at);
    if (is_sentence_end(text, start, at)) return at;
  }
  return text.size();
}

bool is_furniture(std::string_view paragraph) {
  return parse_byline(paragraph) || is_editors_note(paragraph) || is_end_mark(paragraph) ||
         is_address(paragraph) || is_date_line(paragraph);
}

bool is_headline(std::string_view text) {
  return text.size() < longest_headline * 4 && columns(text) < longest_headline && !text.ends_with('.') &&
         text.find('\n') == std::string_view::npos && first_sentence(text) == text.size() &&
         !find_dateline(text);
}

std::string_view without_heading_sign(std::string_view text) {
  const auto behind = text.find_first_not_of('#');
  return behind > 0 && behind <= 6 && text[behind] == ' ' ? trimmed(text.substr(behind)) : text;
}

std::string cut_headline(std::string_view paragraph) {
  if (const auto dateline = find_dateline(paragraph)) paragraph.remove_prefix(dateline->length);
  const auto sentence = paragraph.substr(0, first_sentence(paragraph));
  const auto cut = cut_at_word(sentence, longest_cut);
  return squeezed(cut) + (cut.size() < sentence.size() ? "\u2026" : "");
}

// Nothing but a dateline can stand behind a headline in one paragraph and leave no doubt that it was one.
bool drop_before_dateline(std::string& paragraph, std::string_view title) {
  if (paragraph.size() <= title.size() || !paragraph.starts_with(title)) return false;
  const auto rest = trimmed(std::string_view(paragraph).substr(title.size()));
  if (!find_dateline(rest)) return false;
  paragraph = std::string(rest);
  return true;
}

}  // namespace

bool is_same_headline(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  const auto longer = std::max(a.size(), b.size());
  const auto shorter = std::min(a.size(), b.size());
  if (shorter == 0 || longer > 2000 || longer > shorter * 2 + 16 || begins_otherwise(a, b)) return false;
  const auto letters = letters_of(a);
  return !letters.empty() && letters == letters_of(b);
}

std::string_view without_headline_line(std::string_view text, std::string_view title) {
  if (title.empty()) return text;
  for (;;) {
    const auto start = text.find_first_not_of("\n ");
    if (start == std::string_view::npos) return text;
    const auto end = std::min(text.find('\n', start), text.size());
    if (end == text.size() || !is_same_headline(trimmed(text.substr(start, end - start)), title)) return text;
    text.remove_prefix(end);
  }
}

void drop_repeated_headline(std::vector<std::string>& paragraphs, std::string_view title) {
  if (title.empty()) return;
  std::size_t seen = 0;
  std::erase_if(paragraphs, [&](std::string& paragraph) {
    return ++seen <= repeat_window && is_same_headline(paragraph, title);
  });
  if (!paragraphs.empty()) drop_before_dateline(paragraphs.front(), title);
}

std::string take_headline(std::vector<std::string>& paragraphs) {
  const auto passed = std::min(paragraphs.size(), repeat_window);
  const auto end = paragraphs.begin() + static_cast<std::ptrdiff_t>(passed);
  auto found =
      std::find_if_not(paragraphs.begin(), end, [](const std::string& text) { return is_furniture(text); });
  if (found == end) found = paragraphs.begin();
  if (found == paragraphs.end()) return {};
  const std::string text(without_heading_sign(*found));
  if (!is_headline(text)) return cut_headline(text);
  paragraphs.erase(found);
  return squeezed(text);
}

}  // namespace broadsheet
