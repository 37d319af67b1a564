// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_entries.h"

#include <algorithm>

#include "common/country.h"
#include "indexer/readers/json/json_text.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

struct Kind {
  std::string_view name;
  std::optional<Field> field;
};

constexpr Kind kKinds[] = {
    {"persons", Field::Persons},
    {"person", Field::Persons},
    {"organizations", Field::Organisations},
    {"organization", Field::Organisations},
    {"organisation", Field::Organisations},
    {"org", Field::Organisations},
    {"glocations", Field::Countries},
    {"location", Field::Countries},
    {"loc", Field::Countries},
    {"place", Field::Countries},
    {"contributor", Field::Bylines},
    {"tone", std::nullopt},
    {"type", std::nullopt},
    {"newspaper-book", std::nullopt},
    {"newspaper-book-section", std::nullopt},
    {"publication", std::nullopt},
    {"tracking", std::nullopt},
};

constexpr std::string_view kPlaceKeys[] = {"place",   "places", "location", "locations", "entities.locations",
                                           "geofacet"};
constexpr std::string_view kCodeKeys[] = {"countrycode", "country_code", "countryCode", "iso3166",
                                          "isocode",     "iso_code",     "isoCode"};
constexpr std::string_view kNameKeys[] = {"country", "value", "name", "label", "literal"};
constexpr std::string_view kSchemeKeys[] = {"scheme", "uri", "vocabulary"};

bool is_iso_scheme(const dom::object& place) {
  const std::string scheme = lower(json_first_member(place, kSchemeKeys));
  return scheme.find("iso3166") != std::string::npos || scheme.find("iso-3166") != std::string::npos ||
         scheme.find("country_code") != std::string::npos;
}

/// "locationtype": {"name": "City"} of AP's places.
bool is_smaller_than_country(const dom::object& place) {
  dom::object kind;
  if (place["locationtype"].get(kind) != simdjson::SUCCESS) return false;
  const std::string name = lower(json_member(kind, "name"));
  return !name.empty() && name != "nation" && name != "country";
}

std::string country_of_object(const dom::object& place) {
  std::string code = json_first_member(place, kCodeKeys);
  if (!code.empty()) return code;
  if (is_iso_scheme(place)) code = json_member(place, "code");
  if (!code.empty()) return code;
  dom::object country;
  if (place["country"].get(country) == simdjson::SUCCESS) return country_of_object(country);
  if (is_smaller_than_country(place)) return {};
  const std::string name = json_first_member(place, kNameKeys);
  return name.empty() ? json_label(place) : name;
}

/// "Oslo (Norway)" is in Norway.
std::string country_around(std::string_view place) {
  const std::size_t open = place.find('(');
  if (open == std::string_view::npos || !place.ends_with(')')) return {};
  return std::string(place.substr(open + 1, place.size() - open - 2));
}

void add_country(const dom::element& place, std::vector<std::string>& countries) {
  dom::object object;
  const bool is_object = place.get(object) == simdjson::SUCCESS;
  const std::string name = is_object ? country_of_object(object) : json_scalar(place);
  for (std::string country : {name, country_around(name)}) {
    if (!country.empty() && find_country(country)) return countries.push_back(std::move(country));
  }
}

}  // namespace

std::optional<Field> field_of_entry(const dom::object& entry) {
  // The New York Times names the kind and gives the value beside it; elsewhere "name" is the value.
  const std::string value = json_member(entry, "value");
  const std::string kind = lower(json_member(entry, value.empty() ? "type" : "name"));
  for (const Kind& known : kKinds) {
    if (kind == known.name) return known.field;
  }
  return Field::Topics;
}

bool is_place_key(std::string_view key) {
  const std::string lowered = lower(key);
  return std::find(std::begin(kPlaceKeys), std::end(kPlaceKeys), lowered) != std::end(kPlaceKeys);
}

std::vector<std::string> countries_of_places(const dom::element& places) {
  std::vector<std::string> countries;
  dom::array list;
  if (places.get(list) != simdjson::SUCCESS) {
    add_country(places, countries);
    return countries;
  }
  for (const dom::element place : list) add_country(place, countries);
  return countries;
}

}  // namespace broadsheet
