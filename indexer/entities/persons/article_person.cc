// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/article_person.h"

#include <algorithm>

#include "indexer/entities/persons/name_score.h"
#include "indexer/entities/persons/name_spelling.h"
#include "indexer/entities/persons/name_variants_data.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

/// "De" in "De Guindos said": with it the surname is no fuller.
bool is_leading_particle(const NameToken& token) {
  constexpr std::string_view particles[] = {"de",  "di",    "du",  "da",  "dos",
                                            "del", "della", "van", "von", "den"};
  return token.shape == Shape::Capital && !token.is(GivenName | RareGivenName | EastAsianSurname) &&
         std::find(std::begin(particles), std::end(particles), token.folded) != std::end(particles);
}

std::vector<std::string> compared_words(const std::vector<NameToken>& tokens, const NameMention& mention) {
  std::vector<std::string> words;
  for (std::size_t i = mention.first; i < mention.last; ++i) {
    const NameToken& token = tokens[i];
    if (!token.is_word() || token.is(SuffixWord)) continue;
    if (token.is(ParticleWord) && token.shape == Shape::Lower) continue;
    if (i == mention.first && is_leading_particle(token)) continue;
    words.push_back(token.folded);
  }
  return words;
}

bool is_initial_of(const std::string& initial, const std::string& word) {
  return initial.size() == 1 && !word.empty() && initial[0] == word[0];
}

bool same_given(const std::string& a, const std::string& b) {
  if (a == b || is_initial_of(a, b) || is_initial_of(b, a)) return true;
  if (a.size() < 3 || b.size() < 3) return false;
  const NameVariantTables& tables = NameVariantTables::instance();
  const std::string x = latin_letters(a);
  const std::string y = latin_letters(b);
  return tables.given_name(x) == tables.given_name(y) || sounds_alike(x, y, Spelling::General);
}

/// "Anne Hidalgos" beside "Anne Hidalgo".
bool is_genitive(const ArticlePerson& a, const ArticlePerson& b) {
  return a.surname.size() == b.surname.size() + 1 && a.surname.back() == 's' &&
         a.surname.starts_with(b.surname);
}

/// "Kim Jong-il" and "Kim Jong Il" are one.
std::string joined_without_hyphens(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  std::erase(all, '-');
  return all;
}

bool has_initial(const ArticlePerson& person) {
  return person.words.front().size() == 1;
}

}  // namespace

std::string mention_key(const std::vector<NameToken>& tokens, const NameMention& mention) {
  std::string key;
  for (std::size_t i = mention.first; i < mention.last; ++i) {
    if (!tokens[i].is_word()) continue;
    if (!key.empty()) key += ' ';
    key += tokens[i].folded;
  }
  return key;
}

ArticlePerson make_person(const std::vector<NameToken>& tokens, const NameMention& mention) {
  ArticlePerson person;
  person.fullest = mention;
  person.key = mention_key(tokens, mention);
  person.words = compared_words(tokens, mention);
  if (person.words.empty()) person.words = {person.key};
  person.surname_first = is_surname_first(tokens, mention);
  person.surname = person.surname_first ? person.words.front() : person.words.back();
  person.surname_sounds = surname_sounds(person.surname);
  person.score = mention.score;
  person.mentions.push_back(mention);
  return person;
}

bool same_in_article(const ArticlePerson& a, const ArticlePerson& b) {
  const auto& shorter = a.words.size() <= b.words.size() ? a.words : b.words;
  const auto& longer = a.words.size() <= b.words.size() ? b.words : a.words;
  const bool is_double_surname = !shorter.empty() && shorter.size() < longer.size() && !a.surname_first &&
                                 !b.surname_first &&
                                 std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
  if (is_double_surname) return true;  // "De Gucht", "Silva Pereira"
  if (shorter.size() < 2) return false;
  if (a.surname_first || b.surname_first)
    return joined_without_hyphens(a.words) == joined_without_hyphens(b.words);
  if (!share_a_sound(a.surname_sounds, b.surname_sounds) && !is_genitive(a, b) && !is_genitive(b, a))
    return false;
  if (!same_given(shorter[0], longer[0])) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < shorter.size(); ++i, ++at) {
    while (at + 1 < longer.size() && !same_given(shorter[i], longer[at])) ++at;
    if (at + 1 >= longer.size()) return false;
  }
  return true;
}

bool prefers_form(const ArticlePerson& a, const ArticlePerson& b) {
  if (has_initial(a) != has_initial(b)) return has_initial(b);
  if (is_genitive(a, b) || is_genitive(b, a)) return is_genitive(b, a);
  if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
  if (a.mentions.size() != b.mentions.size()) return a.mentions.size() > b.mentions.size();
  return a.fullest.first < b.fullest.first;
}

}  // namespace broadsheet
