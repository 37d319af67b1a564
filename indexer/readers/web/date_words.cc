// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/date_words.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

bool has_day_shape(std::string_view text) {
  constexpr std::size_t longest = 48;
  if (text.size() > longest || text.find("\xC2\xA9") != std::string_view::npos) return false;
  int years = 0;
  int numbers = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view digits = text.substr(i, end - i);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) ++years;
    if (digits.size() == 1 || digits.size() == 2) ++numbers;
    i = std::max(end, i + 1);
  }
  return years == 1 && numbers > 0;
}

bool is_day_name(std::string_view text) {
  if (!has_day_shape(text)) return false;
  int words = 0;
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    const bool has_digit = std::any_of(word.begin(), word.end(), is_digit);
    if (!has_digit && word != "de" && word != "del" && word != "di" && word != "of" && word != ",") ++words;
    text.remove_prefix(word.size());
  }
  return words <= 1;
}

}  // namespace broadsheet
