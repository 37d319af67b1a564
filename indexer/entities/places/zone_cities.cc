// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/zone_cities.h"

#include <unicode/timezone.h>
#include <unicode/udata.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace broadsheet {
namespace {

struct Close {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, Close>;

std::string region_of(const std::string& zone_id) {
  std::array<char, 8> region{};
  UErrorCode error = U_ZERO_ERROR;
  icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8(zone_id), region.data(),
                           static_cast<std::int32_t>(region.size()), error);
  if (U_FAILURE(error)) return {};
  std::string code(region.data());
  for (char& c : code) c = static_cast<char>(c | 0x20);
  return code.size() == 2 ? code : std::string();
}

std::string city_of(const std::string& zone_id) {
  std::string city = zone_id.substr(zone_id.rfind('/') + 1);
  std::replace(city.begin(), city.end(), '_', ' ');
  return city;
}

}  // namespace

std::vector<ZoneCity> zone_cities(const char* locale) {
  std::vector<ZoneCity> cities;
  UErrorCode error = U_ZERO_ERROR;
  const Bundle bundle(ures_openDirect(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "zone", locale, &error));
  const Bundle zones(ures_getByKey(bundle.get(), "zoneStrings", nullptr, &error));
  if (U_FAILURE(error)) return cities;
  while (ures_hasNext(zones.get())) {
    const Bundle zone(ures_getNextResource(zones.get(), nullptr, &error));
    if (U_FAILURE(error)) return cities;
    UErrorCode missing = U_ZERO_ERROR;
    std::int32_t length = 0;
    const char* key = ures_getKey(zone.get());
    if (key == nullptr || ures_getType(zone.get()) != URES_TABLE) continue;
    const UChar* name = ures_getStringByKey(zone.get(), "ec", &length, &missing);
    if (U_FAILURE(missing)) continue;
    std::string id = key;
    std::replace(id.begin(), id.end(), ':', '/');
    ZoneCity city{region_of(id), city_of(id), {}};
    icu::UnicodeString(false, name, length).toUTF8String(city.name);
    if (!city.country.empty()) cities.push_back(std::move(city));
  }
  return cities;
}

}  // namespace broadsheet
