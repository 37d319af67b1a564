// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_date.h"

#include <array>
#include <optional>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct Name {
  std::string_view text;
  std::string_view value;
};

// A month by its first letters; "?" stands for the bytes of one letter that is not ASCII.
constexpr Name kMonths[] = {
    {"jan", "01"},  {"gen", "01"}, {"ene", "01"}, {"tam", "01"}, {"feb", "02"},  {"fev", "02"}, {"f?v", "02"},
    {"hel", "02"},  {"mar", "03"}, {"m?r", "03"}, {"mae", "03"}, {"mrt", "03"},  {"maa", "03"}, {"mrz", "03"},
    {"apr", "04"},  {"avr", "04"}, {"abr", "04"}, {"huh", "04"}, {"may", "05"},  {"mai", "05"}, {"maj", "05"},
    {"mag", "05"},  {"mei", "05"}, {"tou", "05"}, {"jun", "06"}, {"juin", "06"}, {"giu", "06"}, {"jul", "07"},
    {"juil", "07"}, {"lug", "07"}, {"aug", "08"}, {"aou", "08"}, {"ao?", "08"},  {"ago", "08"}, {"elo", "08"},
    {"sep", "09"},  {"set", "09"}, {"syy", "09"}, {"oct", "10"}, {"okt", "10"},  {"ott", "10"}, {"out", "10"},
    {"lok", "10"},  {"nov", "11"}, {"dec", "12"}, {"dez", "12"}, {"dic", "12"},  {"des", "12"}, {"d?c", "12"},
    {"jou", "12"},
};

constexpr Name kZones[] = {
    {"gmt", "Z"},       {"utc", "Z"},       {"z", "Z"},         {"cet", "+01:00"},  {"mez", "+01:00"},
    {"cest", "+02:00"}, {"mesz", "+02:00"}, {"bst", "+01:00"},  {"est", "-05:00"},  {"edt", "-04:00"},
    {"cst", "-06:00"},  {"cdt", "-05:00"},  {"mst", "-07:00"},  {"mdt", "-06:00"},  {"pst", "-08:00"},
    {"pdt", "-07:00"},  {"eet", "+02:00"},  {"eest", "+03:00"}, {"aest", "+10:00"}, {"aedt", "+11:00"},
};

bool is_high(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool begins_like(std::string_view word, std::string_view pattern) {
  std::size_t at = 0;
  for (const char c : pattern) {
    if (at == word.size()) return false;
    if (c != '?') {
      if (to_lower(word[at++]) != c) return false;
      continue;
    }
    const std::size_t first = at;
    while (at < word.size() && is_high(word[at]) && at - first < 2) ++at;
    if (at == first) return false;
  }
  return true;
}

std::string_view month_number(std::string_view word) {
  for (const Name& month : kMonths) {
    if (begins_like(word, month.text)) return month.value;
  }
  return {};
}

std::optional<std::string_view> zone_offset(std::string_view word) {
  const std::string lowered = lower(word);
  for (const Name& zone : kZones) {
    if (lowered == zone.text) return zone.value;
  }
  return std::nullopt;
}

bool is_number(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::string year_text(std::string_view word) {
  if (is_number(word, 4)) return std::string(word);
  return is_number(word, 2) ? std::to_string(full_year(number(word))) : std::string();
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || is_high(c);
}

std::string_view next_word(std::string_view& text) {
  while (!text.empty() && !is_word_byte(text.front())) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

bool is_time(std::string_view hhmm) {
  return is_number(hhmm, 4) && number(hhmm.substr(0, 2)) < 24 && number(hhmm.substr(2)) < 60;
}

std::string moment(std::string_view year, std::string_view month, std::string_view day, std::string_view hhmm,
                   std::string_view zone) {
  return std::string(year).append("-").append(month).append("-").append(day).append("T").append(
             hhmm.substr(0, 2)) +
         ":" + std::string(hhmm.substr(2, 2)).append(zone);
}

/// What follows a group of six digits.
std::string after_group(std::string_view group, std::string_view rest) {
  std::string_view word = next_word(rest);
  const auto zone = zone_offset(word);
  if (zone) word = next_word(rest);
  const std::string_view month = month_number(word);
  const std::string year = year_text(next_word(rest));
  if (month.empty() || year.empty()) return {};
  return moment(year, month, group.substr(0, 2), group.substr(2), zone.value_or(""));
}

/// "MM-DD-YY HHMMZONE" at the beginning of a text.
std::string signed_off(std::string_view text) {
  const std::string_view month = next_word(text);
  const std::string_view day = next_word(text);
  const std::string year = year_text(next_word(text));
  const std::string_view clock = next_word(text);
  if (!is_number(month, 2) || !is_number(day, 2) || year.empty() || !is_time(clock.substr(0, 4))) return {};
  if (number(month) < 1 || number(month) > 12 || number(day) < 1 || number(day) > 31) return {};
  const std::string_view name = clock.size() > 4 ? clock.substr(4) : next_word(text);
  return moment(year, month, day, clock.substr(0, 4), zone_offset(name).value_or(""));
}

/// "13-NOV-13 12:34", as some agencies write below the text.
std::string day_month_year(std::string_view line) {
  const std::string_view day = next_word(line);
  const std::string_view month = month_number(next_word(line));
  const std::string year = year_text(next_word(line));
  const std::string_view hour = next_word(line);
  const std::string_view minute = next_word(line);
  const std::string clock = std::string(hour).append(minute);
  if (!is_number(day, 2) || number(day) > 31 || month.empty() || year.empty() || !is_time(clock)) return {};
  return moment(year, month, day, clock, "");
}

}  // namespace

int full_year(int two_digits) {
  return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

std::string wire_date(std::string_view line) {
  if (std::string written = day_month_year(line); !written.empty()) return written;
  while (!line.empty()) {
    const std::string_view group = next_word(line);
    if (!is_number(group, 6) || !is_time(group.substr(2)) || number(group.substr(0, 2)) > 31) continue;
    std::string found = after_group(group, line);
    if (!found.empty()) return found;
  }
  return {};
}

std::string anpa_date(std::string_view text) {
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const bool is_after_name = at > 0 && is_letter(text[at - 1]);
    const bool is_before_month = at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_after_name || !is_before_month) continue;
    std::string found = signed_off(text.substr(at + 1, 40));
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace broadsheet
