// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// One name of a country in one language, as CLDR has it: full, short ("UK") or variant ("Ivory Coast").
struct RegionName {
  std::string code;  // as in country.h
  std::string name;  // UTF-8
};

/// The names that ICU's data holds for exactly this locale, without what it inherits from a parent; regions
/// that are not countries (continents, the Eurozone, disputed islets) left out. Empty if ICU does not have
/// the locale. Source: CLDR's localeDisplayNames/territories in the "region" tree of ICU's resource bundles.
/// Thread-safe.
std::vector<RegionName> region_names(const char* locale);

}  // namespace broadsheet
