// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/called_after.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr auto things_after = std::to_array<std::string_view>(
    {"prison",  "jail",    "airport",    "airfield", "stadium",     "arena",      "bridge",    "hospital",
     "clinic",  "college", "university", "school",   "airbase",     "barracks",   "highway",   "museum",
     "theatre", "theater", "prize",      "award",    "trophy",      "dam",        "telescope", "cemetery",
     "mosque",  "church",  "cathedral",  "refinery", "shipyard",    "foundation", "library",   "scholarship",
     "lecture", "medal",   "boulevard",  "reactor",  "observatory", "dockyard",   "crater",    "expressway"});

constexpr auto things_of = std::to_array<std::string_view>(
    {"disease", "syndrome", "lymphoma", "palsy", "sarcoma", "theorem", "comet", "equation", "paradox"});

// Words of languages that put the kind of a thing before its name; ships and storms in English.
constexpr auto things_before = std::to_array<std::string_view>(
    {"uss",        "hms",        "hmas",       "hmcs",        "ins",          "carrier",    "destroyer",
     "frigate",    "warship",    "cruiser",    "battleship",  "submarine",    "hurricane",  "typhoon",
     "cyclone",    "ship",       "vessel",     "tanker",      "ferry",        "yacht",      "trawler",
     "icebreaker", "corvette",   "schooner",   "flughafen",   "aeroport",     "aeropuerto", "aeroporto",
     "luchthaven", "lotnisko",   "stade",      "estadio",     "stadio",       "lycee",      "rue",
     "calle",      "viale",      "piazza",     "avenida",     "rua",          "praca",      "ulica",
     "ulicy",      "hopital",    "universite", "universidad", "universidade", "universita", "fondation",
     "fundacion",  "fondazione", "fundacao",   "stiftung",    "prix",         "premio",     "museo",
     "musee",      "teatro",     "orkaan",     "ouragan",     "huracan",      "uragano",    "furacao",
     "hurrikan",   "taifun",     "аэропорт",   "аэропорту",   "аэропорта",    "ураган",     "улица",
     "улице",      "премия"});

// Words that begin names of places and of no one.
constexpr auto squares = std::to_array<std::string_view>(
    {"piazza", "plaza", "rancho", "calle", "playa", "cerro", "masjid", "hagia", "wadi", "jebel", "djebel",
     "gunung", "bukit", "chateau", "palazzo", "isla", "puerto", "ciudad", "cabo"});

constexpr auto founders_roles = std::to_array<std::string_view>(
    {"designer", "couturier", "founder", "co-founder", "cofounder", "chairman", "philanthropist",
     "billionaire", "heiress", "widow", "tycoon"});

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "power station", "power plant".
bool is_power_station(const std::vector<NameToken>& tokens, std::size_t i) {
  return i + 1 < tokens.size() && tokens[i].folded == "power" &&
         (tokens[i + 1].folded == "station" || tokens[i + 1].folded == "plant");
}

bool is_age(const NameToken& token) {
  return token.shape == Shape::Number && token.text.size() == 2;
}

}  // namespace

bool is_called_after(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last) {
  if (has(squares, tokens[first].folded) || (first > 0 && has(things_before, tokens[first - 1].folded)))
    return true;
  if (last >= tokens.size() || tokens[last].shape != Shape::Lower) return false;
  if (tokens[last - 1].possessive) return has(things_of, tokens[last].folded);
  return has(things_after, tokens[last].folded) || is_power_station(tokens, last);
}

bool is_founder(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last) {
  const NameToken* before = first == 0 ? nullptr : &tokens[first - 1];
  if (before != nullptr && (before->is(Honorific) || has(founders_roles, before->folded))) return true;
  const std::size_t next = last < tokens.size() && tokens[last].shape == Shape::Comma ? last + 1 : last;
  if (next >= tokens.size() || tokens[last - 1].possessive) return false;
  if (tokens[next].folded == "who") return true;
  if (next == last) return false;
  if (is_age(tokens[next])) return next + 1 < tokens.size() && tokens[next + 1].shape == Shape::Comma;
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(next + 4, tokens.size()));
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(next), end,
                     [](const NameToken& token) { return has(founders_roles, token.folded); });
}

}  // namespace broadsheet
