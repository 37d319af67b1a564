// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "common/fold.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

struct Entry {
  std::uint16_t months = 0;  // bit n: month n in some language
  bool is_weekday = false;
  std::map<std::string, int, std::less<>> by_language;
};

using Table = std::unordered_map<std::string, Entry>;
using Symbols = icu::DateFormatSymbols;

constexpr std::array<std::string_view, 12> english_months = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> english_days = {"monday", "tuesday",  "wednesday", "thursday",
                                                          "friday", "saturday", "sunday"};

bool is_english(std::string_view word, std::string_view name, std::string_view longer_form) {
  return word == name || (word.size() == 3 && name.starts_with(word)) || word == longer_form;
}

CalendarWord english(std::string_view word) {
  CalendarWord found;
  for (std::size_t i = 0; i < english_months.size(); ++i) {
    if (is_english(word, english_months[i], i == 8 ? "sept" : "")) found.month = static_cast<int>(i) + 1;
  }
  for (const auto day : english_days) {
    const bool is_long_short =
        word.size() >= 4 && word.size() <= 5 && day.starts_with(word);  // "tues", "thurs"
    found.is_weekday = found.is_weekday || is_long_short || is_english(word, day, "");
  }
  return found;
}

std::string key_of(const icu::UnicodeString& name) {
  std::string utf8;
  auto key = fold_value(name.toUTF8String(utf8));
  while (key.ends_with('.')) key.pop_back();
  return key;
}

// Names with digits ("3月", "tháng 3") are numbers, which the date parser reads itself; one letter names
// nothing.
bool is_usable(const std::string& key) {
  for (const char c : key) {
    if (is_ascii_digit(c)) return false;
  }
  return columns(key) > 1 || (!key.empty() && is_unspaced(first_code_point(key)));
}

template <typename Function>
void for_each_name(const icu::UnicodeString* names, int count, int first, Function function) {
  for (int i = first; i < count; ++i) {
    const auto key = key_of(names[i]);
    if (is_usable(key)) function(key, i);
  }
}

void add_language(Table& table, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, status);
  if (U_FAILURE(status)) return;
  const std::string language = locale.getLanguage();
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const auto* months = symbols.getMonths(count, context, width);
      for_each_name(months, std::min(count, 12), 0, [&](const std::string& key, int i) {
        table[key].months |= static_cast<std::uint16_t>(1U << (i + 1));
        table[key].by_language.emplace(language, i + 1);
      });
      const auto* days = symbols.getWeekdays(count, context, width);
      for_each_name(days, count, 1, [&](const std::string& key, int) { table[key].is_weekday = true; });
    }
  }
}

Table build_table() {
  Table table;
  std::int32_t count = 0;
  const auto* locales = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string_view country = locales[i].getCountry();
    // Countries repeat their language, but for Austria's January and the Arabic months of the Levant and the
    // Maghreb.
    if (country.empty() || country == "AT" || std::string_view(locales[i].getLanguage()) == "ar") {
      add_language(table, locales[i]);
    }
  }
  return table;
}

CalendarWord resolve(const Entry& entry, std::string_view language) {
  CalendarWord found{.month = 0, .is_ambiguous = false, .is_weekday = entry.is_weekday};
  if (const auto at = entry.by_language.find(language); at != entry.by_language.end()) {
    found.month = at->second;
  } else if ((entry.months & (entry.months - 1)) == 0) {
    found.month = entry.months == 0 ? 0 : entry.by_language.begin()->second;
  } else {
    found.is_ambiguous = true;
  }
  return found;
}

}  // namespace

CalendarWord calendar_word(std::string_view folded, std::string_view language) {
  if (folded.empty()) return {};
  const auto in_english = english(folded);
  if (in_english.known() && (language.empty() || language == "en")) return in_english;
  static const Table table = build_table();
  const auto at = table.find(std::string(folded));
  if (at == table.end()) return in_english;
  auto found = resolve(at->second, language);
  if (in_english.month != 0 && !at->second.by_language.contains(language)) found.month = in_english.month;
  found.is_ambiguous = found.is_ambiguous && found.month == 0;
  return found;
}

}  // namespace broadsheet
