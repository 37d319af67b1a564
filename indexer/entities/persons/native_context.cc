// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/native_context.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

namespace broadsheet {
namespace {

// Airport, hospital, university, street, road, city, bridge, stadium (two words), centre, foundation,
// college, school (two), prize, cup, hall (two), library, garden, square, dam, mosque (two), programme,
// complex, institute, base, championship, port, station, quarter, park (two), project, chair, order, museum,
// archive, charity.
constexpr auto things = std::to_array<std::string_view>(
    {"مطار",  "مستشفى", "جامعة", "شارع",   "طريق",   "مدينة", "جسر",  "استاد", "ملعب",  "مركز",
     "مؤسسة", "كلية",   "مدرسة", "ثانوية", "جائزة",  "كأس",   "قاعة", "صالة",  "مكتبة", "حديقة",
     "ميدان", "سد",     "مسجد",  "جامع",   "برنامج", "مجمع",  "معهد", "قاعدة", "بطولة", "ميناء",
     "محطة",  "حي",     "متنزه", "منتزه",  "مشروع",  "كرسي",  "وسام", "متحف",  "دارة",  "وقف"});

// King, prince (two spellings), princess, sheikh, sultan, doctor, leader, martyr.
constexpr auto titles = std::to_array<std::string_view>(
    {"الملك", "الأمير", "الامير", "الأميرة", "الشيخ", "السلطان", "الدكتور", "الإمام", "الشهيد"});

constexpr std::string_view prefixes[] = {"و", "ف", "ب", "ل", "ك"};

// Characters that stand in names from elsewhere, and seldom where a name ends.
constexpr std::string_view transliterating =
    "尔斯克姆娅妮娜莉丝拉埃蒂厄菲弗戈霍坎奎莱勒玛穆涅佩恰琼萨塞瑟莎塔汀廷韦沃耶兹詹芬赫伽茨诺帕迪肯·"
    "爾婭瑪萊薩羅納諾韋賽";

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The word before a place, which is moved to its beginning; empty if none stands directly before.
std::string_view word_before(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  const std::size_t space = end == 0 ? std::string_view::npos : text.find_last_of(" \t\n", end - 1);
  at = space == std::string_view::npos ? 0 : space + 1;
  return text.substr(at, end - at);
}

bool is_thing(std::string_view word) {
  if (has(things, word)) return true;
  return std::any_of(std::begin(prefixes), std::end(prefixes), [word](std::string_view prefix) {
    return word.starts_with(prefix) && has(things, word.substr(prefix.size()));
  });
}

std::string_view character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  auto end = static_cast<std::int32_t>(at);
  U8_FWD_1(text.data(), end, static_cast<std::int32_t>(text.size()));
  return text.substr(at, static_cast<std::size_t>(end) - at);
}

std::string_view character_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  auto begin = static_cast<std::int32_t>(at);
  [[maybe_unused]] UChar32 c = 0;
  U8_PREV(text.data(), 0, begin, c);
  return text.substr(static_cast<std::size_t>(begin), at - static_cast<std::size_t>(begin));
}

bool is_transliterating(std::string_view character) {
  return !character.empty() && transliterating.find(character) != std::string_view::npos;
}

/// Two characters of CJK Unified Ideographs up to U+9FFF, three bytes each.
bool is_short_chinese(std::string_view form) {
  const auto lead = static_cast<unsigned char>(form.front());
  return form.size() == 6 && lead >= 0xE4 && lead <= 0xE9;
}

}  // namespace

bool is_behind_arabic_prefix(std::string_view text, std::size_t begin) {
  const std::string_view letter = character_before(text, begin);
  if (std::find(std::begin(prefixes), std::end(prefixes), letter) == std::end(prefixes)) return false;
  const std::size_t at = begin - letter.size();
  UChar32 before = 0;
  auto i = static_cast<std::int32_t>(at);
  if (at > 0) U8_PREV(text.data(), 0, i, before);
  return u_isalpha(before) == 0;
}

bool is_arabic_namesake(const NativePlace& place) {
  std::size_t at = place.begin;
  std::string_view word = word_before(place.text, at);
  if (word == "بن" || word == "ابن" || word == "بنت") return true;
  if (has(titles, word)) word = word_before(place.text, at);
  return is_thing(word);
}

bool is_no_short_name(const NativePlace& place, const AuthorityPerson& person, std::optional<int> year) {
  constexpr int kRemembered = 5;  // years
  if (!is_short_chinese(place.form())) return false;
  if (is_transliterating(character_before(place.text, place.begin)) ||
      is_transliterating(character_at(place.text, place.end)))
    return true;
  return year && (*year < person.first_year || *year - kRemembered > person.last_year);
}

}  // namespace broadsheet
