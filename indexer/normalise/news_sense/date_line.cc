// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/date_line.h"

#include <algorithm>

#include "common/byte_scan.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_date_line = 80;  // bytes

// Digits of other scripts are letters to this test, and pass.
bool may_be_date(std::string_view text) {
  if (text.empty() || text.size() > longest_date_line || text.ends_with('!')) return false;
  return !is_ascii_text(text) || std::count_if(text.begin(), text.end(), is_ascii_digit) >= 5;
}

// A number alone is no date in a story, whatever it could be in a field.
bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; });
}

}  // namespace

DateReading read_date_line(std::string_view paragraph, int default_offset, std::string_view language) {
  const auto text = trimmed(paragraph);
  if (!may_be_date(text)) return {};
  auto reading = parse_published_date(text, default_offset, language);
  if (is_number(text) && text.find('.') == std::string_view::npos) return {};
  if (reading.moment.precision < Precision::Day && reading.problem.empty()) return {};
  return reading;
}

bool is_date_line(std::string_view paragraph) {
  return read_date_line(paragraph).moment.known();
}

}  // namespace broadsheet
