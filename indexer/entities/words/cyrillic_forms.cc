// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/words/cyrillic_forms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/entities/words/cyrillic_cases.h"

namespace broadsheet {
namespace {

constexpr std::size_t letter = 2;  // bytes

/// What a word's end becomes in the genitive, dative, instrumental and prepositional; Ukrainian endings
/// beside Russian ones.
struct DeclinedEnding {
  std::string_view nominative;
  std::array<std::string_view, 6> cases;
};

constexpr auto of_first_names = std::to_array<DeclinedEnding>({
    {"ий", {"ия", "ию", "ием", "ии", "ія", "ієм"}},
    {"ій", {"ія", "ію", "ієм", "ії", "ієві", "ії"}},
    {"ія", {"ії", "ії", "ією", "ію", "ії", "ії"}},
    {"ия", {"ии", "ии", "ией", "ию", "ии", "ии"}},
    {"га", {"ги", "ге", "гой", "гу", "гою", "ги"}},
    {"ка", {"ки", "ке", "кой", "ку", "кою", "ки"}},
    {"ха", {"хи", "хе", "хой", "ху", "хою", "хи"}},
    {"а", {"ы", "е", "ой", "у", "ою", "и"}},
    {"я", {"и", "е", "ей", "ю", "ею", "ї"}},
    {"й", {"я", "ю", "ем", "е", "єм", "ї"}},
    {"ь", {"я", "ю", "ем", "е", "ем", "і"}},
    {"", {"а", "у", "ом", "е", "ові", "і"}},
});

constexpr auto of_men = std::to_array<DeclinedEnding>({
    {"ский", {"ского", "скому", "ским", "ском", "ского", "ском"}},
    {"цкий", {"цкого", "цкому", "цким", "цком", "цкого", "цком"}},
    {"ський", {"ського", "ському", "ським", "ському", "ського", "ському"}},
    {"ый", {"ого", "ому", "ым", "ом", "ого", "ом"}},
    {"ов", {"ова", "ову", "овым", "ове", "овим", "ові"}},
    {"ев", {"ева", "еву", "евым", "еве", "евим", "еві"}},
    {"ин", {"ина", "ину", "иным", "ине", "іним", "іні"}},
    {"ко", {"ко", "ко", "ко", "ко", "ко", "ко"}},
});

constexpr auto of_women = std::to_array<DeclinedEnding>({
    {"ова", {"овой", "овой", "овой", "ову", "овою", "ової"}},
    {"ева", {"евой", "евой", "евой", "еву", "евою", "евої"}},
    {"ина", {"иной", "иной", "иной", "ину", "іною", "іної"}},
    {"ая", {"ой", "ой", "ой", "ую", "ою", "ої"}},
    {"ська", {"ської", "ській", "ською", "ську", "ською", "ській"}},
});

bool is_undeclined(std::string_view word) {
  for (const std::string_view vowel : {"о", "е", "и", "у", "ю", "э", "ы", "і", "є", "ї", "ё"}) {
    if (word.ends_with(vowel)) return true;
  }
  return false;
}

template <std::size_t N>
const DeclinedEnding* ending_of(std::string_view word, const std::array<DeclinedEnding, N>& endings) {
  const auto found = std::find_if(endings.begin(), endings.end(), [&](const DeclinedEnding& ending) {
    return word.size() > ending.nominative.size() + letter && word.ends_with(ending.nominative);
  });
  return found == endings.end() ? nullptr : &*found;
}

std::string declined(std::string_view word, const DeclinedEnding* ending, std::size_t which) {
  if (ending == nullptr) return std::string(word);
  return std::string(word.substr(0, word.size() - ending->nominative.size())) +
         std::string(ending->cases[which]);
}

/// Null of a surname that does not decline: a woman's that ends in a consonant, a foreign one that ends in a
/// vowel.
const DeclinedEnding* ending_of_surname(std::string_view surname, bool woman) {
  if (woman) return ending_of(surname, of_women);
  if (const DeclinedEnding* own = ending_of(surname, of_men)) return own;
  return is_undeclined(surname) ? nullptr : ending_of(surname, of_first_names);
}

}  // namespace

std::vector<std::string> cyrillic_cases_of(const std::string& name) {
  const auto first_end = name.find(' ');
  const auto last = name.rfind(' ');
  if (first_end == std::string::npos || !is_cyrillic(name)) return {};
  const std::string_view whole = name;
  const std::string_view first = whole.substr(0, first_end);
  const std::string_view surname = whole.substr(last + 1);
  const bool woman =
      (first.ends_with("а") || first.ends_with("я")) && ending_of(surname, of_women) != nullptr;
  const bool feminine_only = (first.ends_with("а") || first.ends_with("я")) && !woman;
  const DeclinedEnding* of_first = is_undeclined(first) ? nullptr : ending_of(first, of_first_names);
  const DeclinedEnding* of_last = feminine_only ? nullptr : ending_of_surname(surname, woman);
  std::vector<std::string> cases;
  for (std::size_t i = 0; of_first != nullptr && i < of_first->cases.size(); ++i) {
    cases.push_back(declined(first, of_first, i) +
                    std::string(whole.substr(first_end, last + 1 - first_end)) +
                    declined(surname, of_last, i));
  }
  return cases;
}

}  // namespace broadsheet
