// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/words/name_lexicon.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <utility>

#include "common/data_file.h"

namespace broadsheet {
namespace {

std::uint32_t kind_of_letter(char kind_letter) {
  switch (kind_letter) {
    case 'g':
      return GivenName;
    case 'r':
      return RareGivenName;
    case 's':
      return Surname;
    case 'e':
      return EastAsianSurname;
    case 'w':
      return CommonWord;
    case 'p':
      return PlaceName;
    default:
      return 0;
  }
}

std::uint32_t kind_of_class(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 18> classes{{
      {"title", TitleWord},
      {"honorific", Honorific},
      {"role", RoleWord},
      {"office", OfficeWord},
      {"say", SayingWord},
      {"company", CompanyWord},
      {"body", BodyWord},
      {"thing", ThingWord},
      {"nation", NationWord},
      {"calendar", CalendarWord},
      {"particle", ParticleWord},
      {"suffix", SuffixWord},
      {"abbreviation", AbbreviationWord},
      {"preposition", PlacePreposition},
      {"function", FunctionWord},
      {"head", HeadTitle},
      {"royal", RoyalTitle},
      {"firm", FirmWord},
  }};
  const auto found =
      std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.first == name; });
  return found == classes.end() ? 0 : found->second;
}

/// Length of the longest pinyin syllable that text starts with; 0 if none.
std::size_t pinyin_syllable(std::string_view text) {
  static constexpr std::array<std::string_view, 24> initials{"zh", "ch", "sh", "b", "p", "m", "f", "d",
                                                             "t",  "n",  "l",  "g", "k", "h", "j", "q",
                                                             "x",  "r",  "z",  "c", "s", "y", "w", ""};
  static constexpr std::array<std::string_view, 36> finals{
      "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan",  "ai",
      "an",   "ao",   "ei",   "en",  "er",  "ia",  "ie",  "in",  "iu",  "ou",  "ua",   "ue",
      "ui",   "un",   "uo",   "ve",  "a",   "e",   "i",   "o",   "u",   "v",   "ueng", "io"};
  const auto initial = std::find_if(initials.begin(), initials.end(),
                                    [&](std::string_view i) { return text.substr(0, i.size()) == i; });
  const std::string_view rest = text.substr(initial->size());
  for (const std::string_view final : finals) {
    if (rest.substr(0, final.size()) == final) return initial->size() + final.size();
  }
  return 0;
}

}  // namespace

bool is_pinyin(std::string_view folded) {
  std::string letters(folded);
  std::erase_if(letters, [](char c) { return c == '-' || c == '\''; });
  const std::size_t first = pinyin_syllable(letters);
  if (first == 0) return false;
  if (first == letters.size()) return true;
  // A longest first syllable may have taken a consonant that starts the second: "jinan".
  for (const std::size_t cut : {first, first - 1, first - 2}) {
    if (cut == 0 || cut > letters.size()) break;
    const std::string_view rest = std::string_view(letters).substr(cut);
    if (pinyin_syllable(letters.substr(0, cut)) == cut && pinyin_syllable(rest) == rest.size()) return true;
  }
  return false;
}

LexiconSource read_lexicon() {
  LexiconSource lexicon;
  for (const auto& row : read_data_table("name_words.tsv")) {
    if (row.size() < 2) continue;
    std::uint32_t& kinds = lexicon.words[hash64(row[0])];
    for (const char kind_letter : row[1]) kinds |= kind_of_letter(kind_letter);
  }
  for (const auto& row : read_data_table("name_context.tsv")) {
    if (row.size() < 2) continue;
    std::istringstream words(row[1]);
    const std::uint32_t kind = kind_of_class(row[0]);
    for (std::string word; words >> word;) {
      lexicon.context[hash64(word)] |= kind;
      lexicon.words[hash64(word)] |= kind;
    }
  }
  return lexicon;
}

NameLexicon::NameLexicon()
    : file_(data_file("words.table")),
      words_(file_.table<HashSlot>(EntityTable::Words)),
      context_(file_.table<HashSlot>(EntityTable::ContextWords)) {}

const NameLexicon& NameLexicon::instance() {
  static const NameLexicon lexicon;
  return lexicon;
}

}  // namespace broadsheet
