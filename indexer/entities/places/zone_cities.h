// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// A city that a time zone is named after, in one language: mostly capitals.
struct ZoneCity {
  std::string country;  // code
  std::string english;  // as in the zone's id: "Moscow"
  std::string name;     // "Moskau"
};

/// The exemplar cities that ICU's data holds for exactly this locale. Source: CLDR's timeZoneNames in the
/// "zone" tree of ICU's resource bundles. Empty if ICU does not have the locale. Thread-safe.
std::vector<ZoneCity> zone_cities(const char* locale);

}  // namespace broadsheet
