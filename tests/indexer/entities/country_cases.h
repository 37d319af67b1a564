// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/places/countries.h"

namespace broadsheet {

struct SentenceCase {
  std::string sentence;
  std::string countries;  // codes, sorted, with spaces between
};

inline std::string codes_of(const std::vector<CountryTag>& tags) {
  std::string codes;
  for (const CountryTag& tag : tags) codes += (codes.empty() ? "" : " ") + tag.code;
  return codes;
}

inline std::string countries_in(std::string_view sentence) {
  return codes_of(find_countries({{TextPlace::Body, sentence}}, {}));
}

}  // namespace broadsheet
