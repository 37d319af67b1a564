// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/words/cyrillic_cases.h"

#include <array>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

struct Ending {
  std::string_view oblique;
  std::string_view nominative;
};

constexpr std::array<Ending, 27> given_endings{{
    {"а", ""},   {"у", ""},   {"ом", ""},  {"е", ""},    {"ові", ""},   {"я", "й"},   {"ю", "й"},
    {"ем", "й"}, {"єм", "й"}, {"я", "ь"},  {"ю", "ь"},   {"ем", "ь"},   {"ем", ""},   {"ы", "а"},
    {"и", "а"},  {"и", "я"},  {"ой", "а"}, {"ей", "я"},  {"у", "а"},    {"ю", "я"},   {"е", "а"},
    {"е", "я"},  {"ою", "а"}, {"ею", "я"}, {"ии", "ия"}, {"ією", "ія"}, {"ії", "ія"},
}};

constexpr std::array<Ending, 30> man_endings{{
    {"енка", "енко"},   {"енку", "енко"},  {"енком", "енко"}, {"енкові", "енко"},  {"ского", "ский"},
    {"скому", "ский"},  {"ским", "ский"},  {"ском", "ский"},  {"ського", "ський"}, {"ському", "ський"},
    {"ським", "ський"}, {"цкого", "цкий"}, {"цкому", "цкий"}, {"цким", "цкий"},    {"ого", "ый"},
    {"ому", "ый"},      {"ову", "ов"},     {"овым", "ов"},    {"ове", "ов"},       {"еву", "ев"},
    {"евым", "ев"},     {"еве", "ев"},     {"ину", "ин"},     {"иным", "ин"},      {"ине", "ин"},
    {"ыну", "ын"},      {"ыным", "ын"},    {"ею", "я"},       {"а", ""},           {"я", "ь"},
}};

constexpr std::array<Ending, 8> woman_endings{{
    {"овой", "ова"},
    {"евой", "ева"},
    {"иной", "ина"},
    {"ской", "ская"},
    {"скую", "ская"},
    {"ову", "ова"},
    {"еву", "ева"},
    {"ину", "ина"},
}};

constexpr std::size_t shortest_stem = 4;  // two letters

template <std::size_t N>
std::optional<std::string> replaced(std::string_view word, const std::array<Ending, N>& endings) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.oblique) || word.size() < ending.oblique.size() + shortest_stem) continue;
    std::string nominative(word.substr(0, word.size() - ending.oblique.size()));
    nominative += ending.nominative;
    return nominative;
  }
  return std::nullopt;
}

}  // namespace

bool is_cyrillic(std::string_view word) {
  if (word.size() < 2) return false;
  const auto lead = static_cast<unsigned char>(word[0]);
  return lead >= 0xD0 && lead <= 0xD3;
}

std::optional<std::string> given_name_nominative(std::string_view folded) {
  for (const Ending& ending : given_endings) {
    if (!folded.ends_with(ending.oblique) || folded.size() < ending.oblique.size() + shortest_stem) continue;
    std::string nominative(folded.substr(0, folded.size() - ending.oblique.size()));
    nominative += ending.nominative;
    if ((NameLexicon::instance().kinds(nominative) & GivenName) != 0) return nominative;
  }
  return std::nullopt;
}

std::string surname_nominative(std::string_view folded, bool feminine) {
  const auto found = feminine ? replaced(folded, woman_endings) : replaced(folded, man_endings);
  return found.value_or(std::string(folded));
}

}  // namespace broadsheet
