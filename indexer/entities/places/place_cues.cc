// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_cues.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "common/data_file.h"
#include "common/hash.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {

// One thing that a name may mean. The first reading of a name needs no cue.
struct PlaceReading {
  struct Cue {
    std::string text;
    std::string capitals;
  };
  std::string country;
  bool near = false;
  std::vector<Cue> cues;
};

namespace {

using Reading = PlaceReading;
using Readings = std::vector<Reading>;

char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string ascii_upper(std::string text) {
  for (char& c : text) c = ascii_upper(c);
  return text;
}

Reading read_reading(const std::vector<std::string>& row) {
  Reading reading{row.at(1) == "-" ? "" : row.at(1), row.at(2) == "near", {}};
  std::istringstream cues(row.size() > 3 ? row[3] : "");
  for (std::string cue; std::getline(cues, cue, '|');) reading.cues.push_back({cue, ascii_upper(cue)});
  return reading;
}

/// By hash64() of the name, as it is and in capitals.
const WordTable<Readings>& table() {
  static const auto readings = [] {
    WordTable<Readings> result;
    for (const auto& row : read_data_table("place_cues.tsv")) {
      Reading reading = read_reading(row);
      result[hash64(row.at(0))].push_back(reading);
      result[hash64(ascii_upper(row.at(0)))].push_back(std::move(reading));
    }
    return result;
  }();
  return readings;
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         (ascii_upper(c) >= 'A' && ascii_upper(c) <= 'Z');
}

int occurrences(std::string_view text, std::string_view cue) {
  int count = 0;
  for (auto at = text.find(cue); at != std::string_view::npos; at = text.find(cue, at + cue.size())) {
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = at + cue.size() == text.size() || !is_word_byte(text[at + cue.size()]);
    count += begins && ends ? 1 : 0;
  }
  return count;
}

int occurrences(std::string_view text, const PlaceReading::Cue& cue) {
  const int count = occurrences(text, cue.text);
  return cue.text == cue.capitals ? count : count + occurrences(text, cue.capitals);
}

std::string_view surroundings(std::string_view text, const Span& where) {
  constexpr std::uint32_t reach = 120;
  const std::uint32_t begin = where.begin > reach ? where.begin - reach : 0;
  return text.substr(begin, where.end + reach - begin);
}

int occurrences(std::string_view text, const Reading& reading) {
  int count = 0;
  for (const PlaceReading::Cue& cue : reading.cues) count += occurrences(text, cue);
  return count;
}

}  // namespace

// Cues beside the name count twice: they stand in the article too.
int PlaceCues::votes(const PlaceReading& reading, const Span& where) {
  const int near = occurrences(surroundings(parts_[where.part].text, where), reading);
  return reading.near ? near : near + in_article(reading);
}

int PlaceCues::in_article(const PlaceReading& reading) {
  for (const auto& [known, count] : counted_) {
    if (known == &reading) return count;
  }
  int count = 0;
  for (const TextPart& part : parts_) count += occurrences(part.text, reading);
  counted_.emplace_back(&reading, count);
  return count;
}

std::optional<std::string> PlaceCues::country(std::string_view name, const Span& where) {
  const Readings* readings = table().find(hash64(name));
  if (readings == nullptr) return std::nullopt;
  std::unordered_map<std::string, int> votes_of;
  const Reading* best = &readings->front();
  int most = 0;
  for (const Reading& reading : *readings) {
    const int count = votes_of[reading.country] += votes(reading, where);
    if (count > most) {
      most = count;
      best = &reading;
    }
  }
  return best->country;
}

}  // namespace broadsheet
