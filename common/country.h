// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Countries are named by lower-case ISO 3166-1 alpha-2 codes ("gb"); states that are no more and have no
/// single successor by their withdrawn code (ISO 3166-3: "yu", "cs"). The Soviet Union is "ru", both Germanys
/// are "de".

/// Every code in use, sorted.
const std::vector<std::string>& all_countries();

/// The country that a name or code means, in any language ICU has, folded: "Deutschland", "UK",
/// "west-germany", "U.S.A.", "ussr". Nothing if unknown. Thread-safe after the first call.
std::optional<std::string> find_country(std::string_view name_or_code);

/// What the spellings of a name have in common by which find_country knows it: "st kitts & nevis" and
/// "Saint-Kitts-and-Nevis" have one key. Empty for what is too long for a name.
std::string country_key(std::string_view name);

/// The keys of all names and codes that find_country knows, in no order, some of them twice. Takes a while.
std::vector<std::string> all_country_keys();

/// The name shown to a reader of the locale ("en", "de_DE"): ICU's display name; the code in upper case if
/// ICU has none.
std::string country_label(std::string_view code, std::string_view locale = "en");

/// Names close to one that find_country does not know, best first, at most limit; for error messages.
std::vector<std::string> similar_country_names(std::string_view name, std::size_t limit = 3);

}  // namespace broadsheet
