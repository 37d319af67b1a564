// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// True for the first byte of a Hebrew or Arabic letter (U+0580 to U+06FF, nearly).
inline bool takes_prefixes(char first_byte) {
  const auto byte = static_cast<unsigned char>(first_byte);
  return byte >= 0xD6 && byte <= 0xDB;
}

bool is_hebrew(std::string_view word);

/// What remains of a Hebrew or Arabic word without the conjunctions, prepositions and articles that are
/// written together with it, least taken away first; for Arabic "li-" before an article gives that back
/// ("للصين": "الصين"). Empty for other words and where too little would remain.
std::vector<std::string> without_prefixes(std::string_view word);

}  // namespace broadsheet
