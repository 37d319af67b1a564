// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/person_key.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kParticles[] = {"de", "la",  "del", "della", "di",  "da",  "das", "dos", "do",
                                           "du", "van", "von", "der",   "den", "den", "ter", "ten", "zu",
                                           "y",  "e",   "al",  "el",    "ul",  "ibn", "bin"};

bool is_key(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); });
}

bool is_particle(std::string_view word) {
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

}  // namespace

std::string name_of_person_key(std::string_view key) {
  if (!is_key(key)) return std::string(key);
  std::string name;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find('-'), key.size());
    std::string word(key.substr(0, end));
    const bool is_last = end == key.size();
    key.remove_prefix(std::min(end + 1, key.size()));
    if (word.empty()) continue;
    if (is_last || !is_particle(word)) word[0] = to_upper(word[0]);
    if (!name.empty() && !name.ends_with('\'')) name += ' ';
    name += word;
    if (word == "O" && !is_last) name += '\'';
  }
  return name;
}

}  // namespace broadsheet
