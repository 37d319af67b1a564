// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

/// What a form says about its country. In order of weight where one form is several.
enum class PlaceKind : std::uint8_t {
  Block,         // nothing: a longer name that uses up the place in it ("Gulf of Mexico")
  Name,          // "Poland", "Soviet Union"
  Metonym,       // "Kremlin"
  Demonym,       // "Polish", "Poles"
  Capital,       // "Warsaw"
  Region,        // "Texas"
  City,          // "Danzig"
  Abbreviation,  // "Tex.", "TX": after a comma only
};

/// A set of languages, by their place in function_words.tsv; see text_languages.h.
using LanguageSet = std::uint64_t;

/// One spelling of a place, person or thing of a country.
struct PlaceForm {
  std::string text;
  std::string country;  // code, or codes with spaces between ("two Koreas"); "" for Block
  PlaceKind kind = PlaceKind::Name;
  bool small_letters_only = false;  // not in text that is all capitals
  bool person_name = false;         // a person's name too: no place before a surname
  bool given_name = false;          // the same, and before any word that is no ordinary one
  LanguageSet local_to = 0;         // not 0: counts only in text of one of these languages
};

/// All forms: CLDR's names in the languages we read, inflected; zone cities that are capitals; the tables of
/// the data folder; and every form again in capitals. Each text once. Reads data files: throws InputError.
std::vector<PlaceForm> load_place_forms();

}  // namespace broadsheet
