// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/country.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/data_file.h"
#include "common/fold.h"
#include "common/region_names.h"
#include "common/territories.h"

namespace broadsheet {
namespace {

using NameTable = std::unordered_map<std::string, std::string>;

struct CodePair {
  const char* from;
  const char* to;
};

// Codes that ISO 3166-1 reserves for parts of countries; ICU lists them as countries.
constexpr auto territories = std::to_array<CodePair>(
    {{"ac", "sh"}, {"cp", "fr"}, {"dg", "io"}, {"ea", "es"}, {"ic", "es"}, {"ta", "sh"}});

// Codes that are not current alpha-2: withdrawn ones (ISO 3166-3), reserved ones, and historic alpha-3.
constexpr auto other_codes = std::to_array<CodePair>({
    {"uk", "gb"},  {"su", "ru"},  {"sun", "ru"}, {"dd", "de"},  {"ddr", "de"}, {"bu", "mm"},  {"bur", "mm"},
    {"zr", "cd"},  {"zar", "cd"}, {"yd", "ye"},  {"ymd", "ye"}, {"tp", "tl"},  {"tmp", "tl"}, {"fx", "fr"},
    {"an", "cw"},  {"ant", "cw"}, {"yug", "yu"}, {"scg", "yu"}, {"csk", "cs"}, {"el", "gr"},  {"ksv", "xk"},
    {"xkx", "xk"}, {"rho", "zw"}, {"rh", "zw"},  {"hv", "bf"},  {"hvo", "bf"}, {"dy", "bj"},  {"dhy", "bj"},
});

// Countries whose names ICU knows only by half: its own codes for them mean something else or nothing.
constexpr auto own_labels = std::to_array<CodePair>({{"cs", "Czechoslovakia"}, {"yu", "Yugoslavia"}});

std::string lower(std::string_view code) {
  std::string result(code);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return result;
}

std::string upper(std::string_view code) {
  std::string result(code);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  }
  return result;
}

// What two spellings of a name have in common: "St. Kitts & Nevis", "saint-kitts-and-nevis".
std::string name_key(std::string_view name) {
  std::string spaced;
  for (const char c : fold_value(name)) {
    if (c == '.') continue;
    if (c == '&') {
      spaced += " and ";
    } else {
      spaced += std::string_view("-_,'()/").find(c) == std::string_view::npos ? c : ' ';
    }
  }
  std::string key = tidy_value(spaced);
  if (key.starts_with("the ")) key.erase(0, 4);
  if (key.starts_with("st ")) key.replace(0, 3, "saint ");
  return key;
}

void add_codes(NameTable& table) {
  for (const CodePair& pair : other_codes) table.emplace(pair.from, pair.to);
  for (const CodePair& pair : territories) table.emplace(pair.from, pair.to);
  for (const std::string& code : all_countries()) {
    table.emplace(code, code);
    const std::string alpha3 = icu::Locale("", upper(code).c_str()).getISO3Country();
    if (!alpha3.empty()) table.emplace(lower(alpha3), code);
  }
}

// Codes, our own names and ICU's English ones: what nearly every question asks for.
const NameTable& common_names() {
  static const NameTable table = [] {
    NameTable names;
    add_codes(names);
    for (const auto& row : read_data_table("country_names.tsv"))
      names.emplace(name_key(row.at(0)), row.at(1));
    for (const RegionName& region : region_names("en")) names.emplace(name_key(region.name), region.code);
    return names;
  }();
  return table;
}

// ICU's names in some languages. A name that two of them give to two countries goes to the first of the list.
NameTable names_in(const std::vector<std::string>& locales) {
  std::unordered_set<std::string> seen;
  std::vector<std::pair<std::string, std::string>> in_order;
  for (const std::string& locale : locales) {
    for (RegionName& region : region_names(locale.c_str())) {
      if (seen.insert(region.name).second)
        in_order.emplace_back(std::move(region.name), std::move(region.code));
    }
  }
  NameTable names;
  names.reserve(in_order.size());
  for (auto& [name, code] : in_order) names.emplace(name_key(name), std::move(code));
  return names;
}

// Most questions end here, and folding the names of all languages takes a while.
const NameTable& names_of_large_languages() {
  static const NameTable table =
      names_in({"de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "zh", "ja", "ar", "tr", "sv"});
  return table;
}

const NameTable& names_of_all_languages() {
  static const NameTable table = [] {
    std::int32_t count = 0;
    const icu::Locale* available = icu::Locale::getAvailableLocales(count);
    std::vector<std::string> locales;
    for (std::int32_t i = 0; i < count; ++i) locales.emplace_back(available[i].getName());
    std::sort(locales.begin(), locales.end());
    return names_in(locales);
  }();
  return table;
}

// Levenshtein distance (V. I. Levenshtein, 1966) in bytes of two folded names.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string owner_of_territory(const std::string& code) {
  for (const CodePair& pair : territories) {
    if (code == pair.from) return pair.to;
  }
  return code;
}

const std::vector<std::string>& all_countries() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> all = {"cs", "xk", "yu"};
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      all.push_back(owner_of_territory(lower(*code)));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }();
  return codes;
}

std::string country_key(std::string_view name) {
  constexpr std::size_t longest_name = 200;
  return name.size() > longest_name ? std::string() : name_key(name);
}

std::vector<std::string> all_country_keys() {
  std::vector<std::string> keys;
  for (const auto& names : {common_names, names_of_large_languages, names_of_all_languages}) {
    for (const auto& [key, code] : names()) {
      if (!key.empty()) keys.push_back(key);
    }
  }
  return keys;
}

std::optional<std::string> find_country(std::string_view name_or_code) {
  const std::string key = country_key(name_or_code);
  if (key.empty()) return std::nullopt;
  for (const auto& names : {common_names, names_of_large_languages, names_of_all_languages}) {
    const NameTable& table = names();
    if (const auto it = table.find(key); it != table.end()) return it->second;
  }
  return std::nullopt;
}

std::string country_label(std::string_view code, std::string_view locale) {
  for (const CodePair& own : own_labels) {
    if (code == own.from) return own.to;
  }
  const std::string region = upper(code);
  icu::UnicodeString name;
  icu::Locale("", region.c_str())
      .getDisplayCountry(icu::Locale::createCanonical(std::string(locale).c_str()), name);
  std::string label;
  name.toUTF8String(label);
  return label.empty() ? region : label;
}

std::vector<std::string> similar_country_names(std::string_view name, std::size_t limit) {
  constexpr std::size_t longest_name = 60;
  const std::string key = name_key(name.substr(0, longest_name));
  std::vector<std::pair<std::size_t, std::string>> close;
  for (const RegionName& region : region_names("en")) {
    const std::string other = name_key(region.name);
    const std::size_t distance = edit_distance(key, other);
    if (distance <= 1 + std::min(key.size(), other.size()) / 4) close.emplace_back(distance, region.name);
  }
  std::sort(close.begin(), close.end());
  std::vector<std::string> names;
  for (auto& [distance, label] : close) {
    if (names.size() < limit) names.push_back(std::move(label));
  }
  return names;
}

}  // namespace broadsheet
