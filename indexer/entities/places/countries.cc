// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/countries.h"

#include "indexer/entities/places/country_salience.h"
#include "indexer/entities/places/gazetteer.h"
#include "indexer/entities/places/place_context.h"

namespace broadsheet {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded(installed_place_tables());
  return loaded;
}

// True for text set in capitals, as wire titles are: a stray small letter does not make it mixed.
bool is_all_capitals(std::string_view text) {
  constexpr std::size_t tolerance = 20;
  std::size_t capital = 0;
  std::size_t small = 0;
  for (const char c : text) {
    capital += c >= 'A' && c <= 'Z' ? 1 : 0;
    small += c >= 'a' && c <= 'z' ? 1 : 0;
    if (small * tolerance >= text.size()) return false;  // whatever follows
  }
  return capital > small * tolerance;
}

}  // namespace

bool is_place_form(std::string_view name) {
  std::vector<PlaceMatch> matches;
  gazetteer().find(name, false, matches);
  return matches.size() == 1 && matches[0].begin == 0 && matches[0].end == name.size() &&
         !matches[0].form->country.empty();
}

std::vector<CountryTag> find_countries(const std::vector<TextPart>& parts,
                                       const std::vector<Span>& person_spans) {
  std::vector<bool> all_capitals(parts.size());
  std::vector<FoundPlace> places;
  std::vector<PlaceMatch> matches;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    all_capitals[i] = is_all_capitals(parts[i].text);
    matches.clear();
    gazetteer().find(parts[i].text, all_capitals[i], matches);
    for (const PlaceMatch& match : matches) {
      places.push_back({static_cast<std::uint32_t>(i), match, std::string(match.form->country)});
    }
  }
  resolve_places(parts, all_capitals, person_spans, places);
  return weigh_countries(parts, places);
}

}  // namespace broadsheet
