// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/authority.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "common/country.h"
#include "common/data_file.h"
#include "common/error.h"
#include "common/fold.h"
#include "common/hash.h"

namespace broadsheet {
namespace {

/// The pieces between separators that are not empty.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> split(std::string_view text, char separator) {
  const std::vector<std::string_view> parts = pieces(text, separator);
  return {parts.begin(), parts.end()};
}

int year_of(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  return error == std::errc() && end == text.data() + text.size() && text.size() == 4 ? year : 0;
}

/// The cells of a line; no more than the number that a line has.
std::array<std::string_view, 5> cells_of(std::string_view line) {
  std::array<std::string_view, 5> cells;
  const std::string_view all = line;
  for (std::string_view& cell : cells) {
    const auto tab = line.find('\t');
    const bool is_last = &cell == &cells.back();
    if ((tab == std::string_view::npos) != is_last)
      throw InputError("persons.tsv: not five cells: " + std::string(all));
    cell = line.substr(0, tab);
    line.remove_prefix(is_last ? line.size() : tab + 1);
  }
  return cells;
}

AuthorityPerson read_person(std::string_view line) {
  const auto [name, countries, years, role, forms] = cells_of(line);
  AuthorityPerson person;
  person.name = name;
  person.countries = split(countries, '|');
  for (std::string& code : person.countries) code = fold_value(code);
  const std::string_view last =
      years.substr(years.find('-') == std::string_view::npos ? 0 : years.find('-') + 1);
  person.first_year = year_of(years.substr(0, years.find('-')));
  person.last_year = last.empty() ? AuthorityPerson::kOpenYear : year_of(last);
  if (person.first_year == 0 || person.last_year < person.first_year)
    throw InputError("persons.tsv: no years: " + person.name);
  person.role = role;
  person.forms = split(forms, '|');
  return person;
}

bool is_latin(std::string_view form) {
  // Letters from U+0400 on are no Latin ones, but for Vietnamese (U+1E00 on: 0xE1 0xB8 to 0xBB).
  for (std::size_t i = 0; i < form.size(); ++i) {
    const auto byte = static_cast<unsigned char>(form[i]);
    if (byte < 0xCD || (byte == 0xE2 && i + 1 < form.size())) continue;
    const bool is_vietnamese =
        byte == 0xE1 && i + 1 < form.size() && static_cast<unsigned char>(form[i + 1]) >= 0xB8;
    if (!is_vietnamese) return false;
    i += 2;
  }
  return true;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool is_suffix(std::string_view word) {
  constexpr std::string_view suffixes[] = {"jr",     "jr.",  "sr",   "sr.",   "junior",
                                           "senior", "fils", "pere", "filho", "hijo"};
  return std::find(std::begin(suffixes), std::end(suffixes), word) != std::end(suffixes);
}

/// "of Jordan", "von Dänemark", "de España": the land that somebody is of is no surname.
bool ends_in_land(const std::vector<std::string>& words) {
  constexpr std::string_view of_words[] = {"of", "von", "de", "di", "du", "van", "av", "af", "do", "da"};
  if (words.size() < 3) return false;
  const auto before = std::find(words.rbegin() + 1, words.rend(), "of");
  if (before != words.rend()) return true;
  const std::string& previous = words[words.size() - 2];
  return std::find(std::begin(of_words), std::end(of_words), previous) != std::end(of_words) &&
         find_country(words.back()).has_value();
}

bool is_regnal(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  return !word.empty() && word.find_first_not_of("ivx") == std::string_view::npos;
}

}  // namespace

bool AuthorityPerson::in_business() const {
  return has_any(role,
                 {"business", "industrialist", "founder", "investor", "designer", "owner", "entrepreneur",
                  "oligarch", "car executive", "media executive", "drug executive", "aircraft maker"}) ||
         role.starts_with("banker");
}

std::string AuthorityPerson::printed_name() const {
  return name.substr(0, name.find(" ("));
}

bool AuthorityPerson::leads() const {
  constexpr std::string_view offices[] = {"president",     "prime minister",
                                          "chancellor",    "king",
                                          "queen",         "emperor",
                                          "pope",          "premier",
                                          "leader",        "UN secretary-general",
                                          "emir",          "sultan",
                                          "Soviet leader", "Communist leader"};
  return std::any_of(std::begin(offices), std::end(offices),
                     [&](std::string_view office) { return role.starts_with(office); });
}

bool has_surname_first(const AuthorityPerson& person) {
  constexpr std::string_view countries[] = {"cn", "tw", "kr", "kp", "hk", "mo"};
  return !person.countries.empty() &&
         std::find(std::begin(countries), std::end(countries), person.countries[0]) != std::end(countries);
}

std::string lone_surname(const std::string& form, const AuthorityPerson& person) {
  if (!is_latin(form)) return {};
  std::vector<std::string> words = split(fold_value(form), ' ');
  while (!words.empty() && is_suffix(words.back())) words.pop_back();
  if (words.size() < 2 || is_regnal(words.back()) || ends_in_land(words)) return {};
  std::string surname = has_surname_first(person) ? words.front() : words.back();
  for (const std::string_view article : {"al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "at-", "ul-"}) {
    if (surname.starts_with(article)) surname.erase(0, article.size());
  }
  return surname.size() < 2 || surname.ends_with('.') ? std::string() : surname;
}

std::vector<AuthorityPerson> read_persons(std::string_view lines) {
  std::vector<AuthorityPerson> persons;
  for (const std::string_view line : pieces(lines, '\n')) {
    if (!line.starts_with('#')) persons.push_back(read_person(line));
  }
  return persons;
}

const TableFile& authority_table_file() {
  static const TableFile file(data_file("authority.table"));
  return file;
}

Authority::Authority()
    : persons_(read_persons(authority_table_file().text(EntityTable::Persons))),
      surnames_(authority_table_file().table<HashSlot>(EntityTable::Surnames)),
      bearers_(authority_table_file().table<std::uint32_t>(EntityTable::SurnameBearers)) {}

const Authority& Authority::instance() {
  static const Authority authority;
  return authority;
}

Authority::Bearers Authority::of_surname(std::string_view folded) const {
  Bearers bearers;
  const HashSlot* found = surnames_.find(hash64(folded));
  if (found == nullptr) return bearers;
  for (const std::uint32_t person : bearers_.subspan(found->first, found->second))
    bearers.push_back(&persons_[person]);
  return bearers;
}

}  // namespace broadsheet
