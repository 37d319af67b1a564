// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/parsed_name.h"

#include <algorithm>

#include "indexer/entities/persons/name_spelling.h"
#include "indexer/entities/persons/name_variants_data.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Words of letters; a hyphen or apostrophe inside one is left out, a dot ends one.
std::vector<std::string> words_of(const std::string& letters) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : letters + " ") {
    if (is_word_char(c)) {
      word += c;
    } else if (c != '-' && c != '\'' && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// "al-assad" is the particle and a name; "jean-claude" is one word.
std::string split_articles(std::string letters) {
  for (const std::string_view article :
       {"al-", "el-", "ul-", "as-", "ash-", "an-", "ar-", "at-", "az-", "ad-"}) {
    for (std::size_t at = letters.find(article); at != std::string::npos;
         at = letters.find(article, at + 1)) {
      if (at == 0 || letters[at - 1] == ' ') letters[at + article.size() - 1] = ' ';
    }
  }
  return letters;
}

/// "abdelfattah" is "abdel fattah"; "abdullah" is one word.
void split_servants(std::vector<std::string>& words) {
  std::vector<std::string> split;
  for (std::string& word : words) {
    const bool compound = (word.starts_with("abdel") || word.starts_with("abdul")) && word.size() > 8;
    if (compound) split.push_back(word.substr(0, 5));
    split.push_back(compound ? word.substr(5) : std::move(word));
  }
  words = std::move(split);
}

bool is_particle(const std::string& word) {
  static const std::vector<std::string> particles{
      "al",    "ad",  "as",  "ash", "an", "ar",  "at",  "az",  "el",  "ul",  "de",  "del",
      "della", "di",  "da",  "das", "do", "dos", "du",  "la",  "le",  "van", "von", "der",
      "den",   "ter", "ten", "zu",  "af", "av",  "bin", "ibn", "ben", "y",   "e"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

bool is_suffix(const std::string& word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

void drop_particles(std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inside = i > 0 && i + 1 < words.size();
    const bool leads = i == 0 && words.size() > 1 && words[i].size() == 2;
    if (!(inside || leads) || !is_particle(words[i])) kept.push_back(words[i]);
  }
  if (!kept.empty()) words = std::move(kept);
}

/// "kim jong-il", "kim jong il", "mao zedong": a surname known as one, then one word or two of one syllable
/// each.
bool is_east_asian(const std::vector<std::string>& words, bool hyphen) {
  if (words.size() < 2 || words.size() > 3) return false;
  const NameLexicon& lexicon = NameLexicon::instance();
  if ((lexicon.kinds(words[0]) & EastAsianSurname) == 0) return false;
  if (words.size() == 3) return !hyphen && words[1].size() <= 6 && words[2].size() <= 6;
  return hyphen || ((lexicon.kinds(words[0]) | lexicon.kinds(words[1])) & GivenName) == 0;
}

bool second_has_hyphen(std::string_view letters) {
  const auto hyphen = letters.find('-');
  return hyphen != std::string_view::npos && letters.find(' ') < hyphen;
}

bool is_patronymic(const std::string& word) {
  for (const std::string_view end :
       {"ovich", "evich", "ovitch", "evitch", "owitsch", "ewitsch", "ovna", "evna", "ich"}) {
    if (word.size() > end.size() + 2 && word.ends_with(end)) return true;
  }
  return false;
}

bool both_slavic(const ParsedName& a, const ParsedName& b) {
  return looks_slavic(a.surname) && looks_slavic(b.surname);
}

bool is_arabic(const ParsedName& name) {
  return !name.given.empty() && NameVariantTables::instance().is_arabic(name.given[0]);
}

/// Sounds by the rules for Arabic are marked, so that only two Arabic names are compared by them.
std::vector<std::string> sounds_of(const ParsedName& name) {
  std::vector<std::string> all = surname_sounds(name.surname);
  if (!is_arabic(name)) return all;
  for (std::string& sound : sounds(name.surname, Spelling::Arabic)) {
    sound += '^';
    all.push_back(std::move(sound));
  }
  return all;
}

bool same_given_word(const std::string& a, const std::string& b, bool slavic) {
  if (a == b) return true;
  if (a.size() < 3 || b.size() < 3) return false;
  if (NameVariantTables::instance().given_name(a) == NameVariantTables::instance().given_name(b)) return true;
  return sounds_alike(a, b, slavic ? Spelling::Slavic : Spelling::General);
}

bool same_given_names(const ParsedName& a, const ParsedName& b) {
  if (a.given.size() != b.given.size()) return false;
  const bool slavic = both_slavic(a, b);
  for (std::size_t i = 0; i < a.given.size(); ++i) {
    if (!same_given_word(a.given[i], b.given[i], slavic)) return false;
  }
  return true;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

/// "Jean Claude" and "Jean-Claude", "J R R" and "JRR".
bool same_joined_given_names(const ParsedName& a, const ParsedName& b) {
  return a.given.size() != b.given.size() && joined(a.given) == joined(b.given);
}

ParsedName without_patronymic(const ParsedName& name) {
  ParsedName shorter = name;
  if (shorter.given.size() == 2 && is_patronymic(shorter.given[1])) shorter.given.pop_back();
  return shorter;
}

/// "Orban Viktor": one order of the two words has a given name first, the other last.
bool swapped(const ParsedName& a, const ParsedName& b) {
  if (a.given.size() != 1 || b.given.size() != 1) return false;
  if (a.given_as_written != b.surname || b.given_as_written != a.surname || a.surname == b.surname)
    return false;
  const NameLexicon& lexicon = NameLexicon::instance();
  const bool first = (lexicon.kinds(a.surname) & GivenName) != 0;
  const bool second = (lexicon.kinds(b.surname) & GivenName) != 0;
  return first != second;
}

}  // namespace

ParsedName parse_name(const std::string& name) {
  ParsedName parsed;
  std::string letters = latin_letters(name);
  std::erase(letters, ',');  // before "Jr."
  parsed.whole = NameVariantTables::instance().whole_name(letters);
  std::vector<std::string> words = words_of(split_articles(parsed.whole));
  if (words.size() > 1 && is_suffix(words.back())) {
    parsed.suffix = words.back();
    words.pop_back();
  }
  drop_particles(words);
  split_servants(words);
  if (words.empty()) return parsed;
  parsed.surname_first = is_east_asian(words, second_has_hyphen(parsed.whole));
  if (parsed.surname_first) {
    parsed.surname = words[0];
    words.erase(words.begin());
    parsed.given = {joined(words)};
  } else {
    parsed.surname = words.back();
    words.pop_back();
    parsed.given = std::move(words);
  }
  if (!parsed.given.empty()) {
    parsed.given_as_written = parsed.given[0];
    parsed.given[0] = NameVariantTables::instance().given_name(parsed.given[0]);
  }
  parsed.surname_sounds = sounds_of(parsed);
  return parsed;
}

bool same_person_name(const ParsedName& a, const ParsedName& b) {
  if (a.whole == b.whole) return true;
  if (a.suffix != b.suffix || a.surname.empty() || b.surname.empty()) return false;
  if (a.surname_first || b.surname_first) {
    return a.surname_first == b.surname_first && a.surname == b.surname && a.given == b.given;
  }
  if (swapped(a, b)) return true;
  if (!share_a_sound(a.surname_sounds, b.surname_sounds)) return false;
  if (a.given.empty() || b.given.empty()) return a.given.size() == b.given.size() && a.surname.size() > 3;
  if (same_given_names(a, b) || same_joined_given_names(a, b)) return true;
  return same_given_names(without_patronymic(a), without_patronymic(b));
}

std::string blocking_key(const ParsedName& name) {
  std::string given = consonant_skeleton(joined(without_patronymic(name).given));
  std::string surname = consonant_skeleton(name.surname);
  if (surname < given) std::swap(given, surname);
  return given + '|' + surname;
}

}  // namespace broadsheet
