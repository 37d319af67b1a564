// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_forms.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/data_file.h"
#include "common/region_names.h"
#include "indexer/entities/places/inflection.h"
#include "indexer/entities/places/name_evidence.h"
#include "indexer/entities/places/place_exceptions.h"
#include "indexer/entities/places/text_languages.h"
#include "indexer/entities/places/zone_cities.h"

namespace broadsheet {
namespace {

// English first: where two languages give one name to two countries, the earlier language is right.
constexpr auto name_locales = std::to_array<const char*>(
    {"en", "de", "fr", "es", "it", "pt",      "nl", "pl", "sv", "da",    "no",      "fi",
     "ro", "cs", "hu", "tr", "el", "ru",      "uk", "zh", "ja", "ko",    "ar",      "he",
     "fa", "hi", "id", "vi", "th", "zh_Hant", "hr", "sr", "sk", "sl",    "bg",      "lt",
     "lv", "et", "ca", "is", "mk", "be",      "bn", "ur", "ms", "pt_PT", "sr_Latn", "ka"});

const std::map<std::string, PlaceKind>& kinds() {
  static const std::map<std::string, PlaceKind> table = {
      {"name", PlaceKind::Name},
      {"metonym", PlaceKind::Metonym},
      {"demonym", PlaceKind::Demonym},
      {"capital", PlaceKind::Capital},
      {"region", PlaceKind::Region},
      {"city", PlaceKind::City},
      {"abbreviation", PlaceKind::Abbreviation},
  };
  return table;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string in_capitals(const std::string& text) {
  std::string capitals;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(capitals);
  return capitals;
}

// "deutsche" at the beginning of a sentence: "Deutsche".
std::string with_capital(const std::string& text) {
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString first(whole, 0, whole.moveIndex32(0, 1));
  whole.replace(0, first.length(), icu::UnicodeString(first).toUpper(icu::Locale::getRoot()));
  std::string result;
  whole.toUTF8String(result);
  return result;
}

// Gathers forms; what is added first stays.
class FormList {
 public:
  FormList() {
    index_.reserve(expected_forms);
    forms_.reserve(expected_forms);
    languages_.reserve(expected_forms);
    const Strings& blocks = exceptions_["block"];
    for (const std::string& text : std::set<std::string>(blocks.begin(), blocks.end())) {
      add_form({text, "", PlaceKind::Block}, everywhere);
    }
  }

  // is_case: an inflected form, which may be a word or name of another language by chance ("Chiles",
  // "Wiener").
  void add(const std::string& text, const std::string& country, PlaceKind kind, LanguageSet languages,
           bool is_case = false, bool is_local = false) {
    if (drop_.count(text) != 0) return;
    PlaceForm form{text, country, kind};
    form.given_name = given_.count(text) != 0;
    form.person_name = form.given_name || person_.count(text) != 0;
    form.small_letters_only = mixed_.count(text) != 0 && in_capitals(text) == text;
    if (is_case && is_ascii(text) && (text.ends_with('s') || text.ends_with("er"))) form.local_to = languages;
    if (is_local) form.local_to = languages;
    add_form(std::move(form), languages);
  }

  const PlaceForm* find(const std::string& text) const {
    const auto it = index_.find(text);
    return it == index_.end() ? nullptr : &forms_[it->second];
  }

  std::vector<PlaceForm> finish() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (languages_[i] != everywhere && needs_its_language(forms_[i].text))
        forms_[i].local_to = languages_[i];
    }
    add_capitalised(with_capital);
    add_capitalised(in_capitals);
    return std::move(forms_);
  }

  static constexpr LanguageSet everywhere = 0;

 private:
  using Strings = std::unordered_set<std::string>;
  static constexpr std::size_t expected_forms = 120000;

  void add_form(PlaceForm form, LanguageSet languages) {
    const auto [it, is_new] = index_.emplace(form.text, forms_.size());
    if (is_new) {
      if (languages == everywhere && local_.count(form.text) != 0) languages = foreign_languages();
      forms_.push_back(std::move(form));
      languages_.push_back(languages);
    } else if (forms_[it->second].country == form.country && languages_[it->second] != everywhere) {
      languages_[it->second] = languages == everywhere ? everywhere : languages_[it->second] | languages;
    }
  }

  // Short names and small words of other languages are too often English words, others a person's name
  // ("Kenia").
  bool needs_its_language(const std::string& text) const {
    constexpr std::size_t short_name = 4;
    if (local_.count(text) != 0) return true;
    if (!is_ascii(text)) return false;
    return text.size() <= short_name || (text.front() >= 'a' && text.front() <= 'z') || is_word_or_name(text);
  }

  void add_capitalised(std::string (*change)(const std::string&)) {
    const std::size_t count = forms_.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (forms_[i].kind == PlaceKind::Abbreviation || mixed_.count(forms_[i].text) != 0) continue;
      std::string text = change(forms_[i].text);
      if (drop_.count(text) != 0 || !index_.emplace(text, forms_.size()).second) continue;
      forms_.push_back(forms_[i]);
      forms_.back().text = std::move(text);
    }
  }

  PlaceExceptions exceptions_ = read_place_exceptions();
  const Strings& drop_ = exceptions_["drop"];
  const Strings& mixed_ = exceptions_["mixed"];
  const Strings& local_ = exceptions_["local"];
  const Strings& person_ = exceptions_["person"];
  const Strings& given_ = exceptions_["given"];
  std::vector<PlaceForm> forms_;
  std::vector<LanguageSet> languages_;  // of each form; `everywhere` if it is English too
  std::unordered_map<std::string, std::size_t> index_;
};

// Both of "Antigua & Barbuda" and "Antigua and Barbuda", "St. Lucia" and "Saint Lucia".
std::vector<std::string> english_spellings(const std::string& name) {
  std::vector<std::string> spellings = {name};
  const auto vary = [&spellings](std::string_view from, std::string_view to) {
    std::string other = spellings.front();
    const auto at = other.find(from);
    if (at != std::string::npos) spellings.push_back(other.replace(at, from.size(), to));
  };
  vary("&", "and");
  vary("St. ", "Saint ");
  return spellings;
}

std::string language_of(std::string_view locale) {
  if (locale == "sr_Latn") return "hr";  // inflects alike
  return std::string(locale.substr(0, 2));
}

LanguageSet languages_of(const std::string& language) {
  if (language == "en") return FormList::everywhere;
  const LanguageSet set = language_set(language);
  return set == 0 ? foreign_languages() : set;
}

void add_names(const char* locale, FormList& list) {
  const std::string language = language_of(locale);
  for (const RegionName& region : region_names(locale)) {
    for (const std::string& spelling : english_spellings(region.name)) {
      for (const std::string& form : inflect_name(spelling, language)) {
        list.add(form, region.code, PlaceKind::Name, languages_of(language), form != spelling);
      }
    }
  }
}

void add_zone_cities(const char* locale, FormList& list) {
  const std::string language = language_of(locale);
  for (const ZoneCity& city : zone_cities(locale)) {
    const PlaceForm* known = list.find(city.english);
    if (known == nullptr || known->country != city.country || known->kind == PlaceKind::Name) continue;
    const PlaceKind kind = known->kind;
    for (const std::string& form : inflect_name(city.name, language)) {
      list.add(form, city.country, kind, languages_of(language), form != city.name);
    }
    for (const std::string& form : town_adjectives(city.name, language))
      list.add(form, city.country, PlaceKind::Demonym, languages_of(language), true);
  }
}

// The language in which a country's own towns are inflected; "" if none is.
std::string own_language(const std::string& country) {
  static const std::map<std::string, std::string> languages = {
      {"pl", "pl"}, {"cz", "cs"}, {"sk", "sk"}, {"hr", "hr"}, {"rs", "hr"}, {"ba", "hr"}, {"si", "sl"},
      {"fi", "fi"}, {"hu", "hu"}, {"lt", "lt"}, {"lv", "lv"}, {"ee", "et"}, {"de", "de"}, {"at", "de"}};
  const auto found = languages.find(country);
  return found == languages.end() ? "" : found->second;
}

// "Lublinie", "Ostravě": towns in the cases of their country's language.
void add_own_towns(const std::string& town, const std::string& country, PlaceKind kind, FormList& list) {
  const std::string language = own_language(country);
  if (language.empty() || (kind != PlaceKind::City && kind != PlaceKind::Capital)) return;
  for (const std::string& form : inflect_name(town, language)) {
    if (form != town) list.add(form, country, kind, languages_of(language), true, true);
  }
}

// Capitals with names that several languages share, in the cases of those.
void add_capital_cases(const std::string& town, const std::string& country, FormList& list) {
  if (!is_ascii(town)) return;
  for (const char* language : {"cs", "hr", "pl", "hu", "fi"}) {
    for (const std::string& form : inflect_name(town, language)) {
      if (form != town) list.add(form, country, PlaceKind::Capital, languages_of(language), true, true);
    }
  }
}

// A row of a table of places: forms, country, kind and, for words, their languages, by the first of which
// they inflect.
void add_row(const std::vector<std::string>& row, FormList& list) {
  const std::vector<std::string> languages =
      row.size() > 3 ? split_cell(row[3], ' ') : std::vector<std::string>{"en"};
  LanguageSet set = FormList::everywhere;
  for (const std::string& language : languages) set |= languages_of(language);
  for (std::string form : split_cell(row.at(0), '|')) {
    const bool is_stem = form.ends_with('-') || languages.front() == "ar";
    if (form.ends_with('-')) form.pop_back();
    const auto forms = is_stem ? inflect_adjective(form, languages.front()) : std::vector<std::string>{form};
    for (const std::string& text : forms) list.add(text, row.at(1), kinds().at(row.at(2)), set);
    if (set != FormList::everywhere) continue;
    add_own_towns(form, row.at(1), kinds().at(row.at(2)), list);
    if (kinds().at(row.at(2)) == PlaceKind::Capital) add_capital_cases(form, row.at(1), list);
  }
}

void add_table(const char* name, FormList& list) {
  for (const auto& row : read_data_table(name)) add_row(row, list);
}

}  // namespace

std::vector<PlaceForm> load_place_forms() {
  FormList list;
  add_names("en", list);
  for (const auto& row : read_data_table("country_names.tsv")) {
    list.add(row.at(0), row.at(1), PlaceKind::Name, FormList::everywhere);
  }
  for (const char* table : {"metonyms.tsv", "demonyms.tsv", "capitals.tsv", "regions.tsv", "cities.tsv"}) {
    add_table(table, list);
  }
  for (const char* locale : name_locales) add_names(locale, list);
  for (const char* locale : name_locales) add_zone_cities(locale, list);
  return list.finish();
}

}  // namespace broadsheet
