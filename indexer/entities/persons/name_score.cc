// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_score.h"

#include <algorithm>
#include <cctype>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

bool has_inner_hyphen(const NameToken& token) {
  return token.folded.find('-') != std::string::npos;
}

/// The part before the first hyphen counts for the word: "Jean-Claude".
std::uint32_t kinds_of_first_half(const NameToken& token) {
  const auto hyphen = token.folded.find('-');
  if (token.kinds != 0 || hyphen == std::string::npos) return token.kinds;
  return NameLexicon::instance().kinds(std::string_view(token.folded).substr(0, hyphen)) &
         (GivenName | RareGivenName);
}

double first_word_score(const NameToken& token) {
  if (token.shape == Shape::Initial) return token.dot ? 1.5 : token.is(FunctionWord) ? -1 : 1.2;
  const std::uint32_t kinds = kinds_of_first_half(token);
  if ((kinds & GivenName) != 0) return token.starts_sentence && token.is(CommonWord) ? 1.6 : 2.2;
  if ((kinds & RareGivenName) != 0) {
    if (token.is(CommonWord)) return token.starts_sentence ? 0.6 : 1.1;
    return token.is(PlaceName) ? 1.2 : 1.4;
  }
  if (token.is(CommonWord | NationWord)) return -1;
  if (token.is(PlaceName)) return -0.6;
  return token.is(Surname) ? 0.6 : 0.3;
}

double last_word_score(const NameToken& token, bool after_given_name) {
  if (token.is(SuffixWord)) return token.folded == "jr" || token.folded == "sr" ? 1.5 : 0.5;
  if (token.is(Surname | EastAsianSurname)) return token.is(CommonWord | PlaceName) ? 0.3 : 0.6;
  if (token.is(TitleWord | CompanyWord | BodyWord | ThingWord | NationWord)) return -1.5;
  if (token.is(CommonWord)) return after_given_name ? -0.3 : -0.9;
  if (token.is(PlaceName)) return after_given_name ? -0.4 : -1;
  if (token.is(GivenName | RareGivenName)) return 0.2;
  return 0.3;
}

double middle_score(const NameToken& token) {
  if (token.shape == Shape::Initial) return 0.4;
  if (token.is(ParticleWord) && token.shape == Shape::Lower) return 0.3;
  if (token.is(GivenName | RareGivenName | Surname)) return 0;
  if (token.is(PlaceName)) return -0.8;
  return token.is(CommonWord) ? -1 : -0.2;
}

/// "IBM", "USA": capitals in text that is not in capitals are rarely names.
double capitals_score(const NameToken& token) {
  if (token.shape != Shape::Upper || token.is(SuffixWord)) return 0;
  return token.folded.size() <= 4 ? -1.8 : -1;
}

/// "2. " before a name, as in tables of results.
bool is_ranked(const std::vector<NameToken>& tokens, std::size_t first) {
  if (first < 2 || tokens[first - 1].text != "." || tokens[first - 2].shape != Shape::Number) return false;
  return tokens[first - 2].text.size() <= 2;
}

double before_score(const std::vector<NameToken>& tokens, std::size_t first) {
  if (first == 0) return 0;
  if (is_ranked(tokens, first)) return 0.5;
  const NameToken& before = tokens[first - 1];
  if (before.folded == "the") return tokens[first].is(GivenName) ? -0.8 : -2;
  if (before.is(TitleWord | RoleWord | Honorific)) return 1.2;
  if (before.is(SayingWord)) return 0.5;
  if (before.is(PlacePreposition)) {
    const bool of_persons_too = before.folded == "from" || before.folded == "to" || before.folded == "a";
    return of_persons_too ? -0.2 : -1;
  }
  return before.shape == Shape::Ampersand ? -2 : 0;
}

/// ", chairman of", ", the Danish economist", ", HEAD OF RESEARCH": an occupation within a few words after a
/// comma.
bool role_follows(const std::vector<NameToken>& tokens, std::size_t comma) {
  for (std::size_t i = comma + 1; i < tokens.size() && i < comma + 7; ++i) {
    if (!tokens[i].is_word()) return false;
    const bool printed_so = tokens[i].shape == Shape::Lower || tokens[i].shape == Shape::Upper;
    if (printed_so && tokens[i].is(TitleWord | RoleWord)) return true;
  }
  return false;
}

bool is_age(const NameToken& token) {
  return token.shape == Shape::Number && token.text.size() == 2;
}

/// "(Jamaica)", "(U.S.)", as tables of results have it.
bool is_place_in_brackets(const std::vector<NameToken>& tokens, std::size_t open) {
  return open + 2 < tokens.size() && tokens[open + 2].shape == Shape::Open &&
         tokens[open + 1].is(NationWord | PlaceName);
}

double after_score(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last) {
  if (last >= tokens.size()) return 0;
  const NameToken& after = tokens[last];
  // "Jane Singer's Brown Group".
  if (tokens[first].is(GivenName) && tokens[last - 1].possessive && after.is_name_like()) return 0.3;
  if (after.is(SayingWord) && after.shape == Shape::Lower) return 1.1;
  if (after.folded == "who" || after.folded == "whose") return 0.9;
  if (after.shape == Shape::Open) return is_place_in_brackets(tokens, last) ? 1 : 0.2;
  if (after.shape == Shape::Ampersand) return -2;
  if (after.shape != Shape::Comma || last + 1 >= tokens.size()) return 0;
  const NameToken& next = tokens[last + 1];
  if (is_age(next) && last + 2 < tokens.size() && tokens[last + 2].shape != Shape::Lower) return 1.5;
  if (next.folded == "who" || next.folded == "whose") return 0.9;
  return role_follows(tokens, last) ? 1.3 : 0;
}

double words_score(const std::vector<NameToken>& tokens, const NameMention& mention) {
  const NameToken& first = tokens[mention.first];
  const bool given = first.is(GivenName) && !(first.is(CommonWord) && first.starts_sentence);
  double score = first_word_score(first) + last_word_score(tokens[mention.last - 1], given);
  // "Nähe von Avila": before a particle only a sure given name counts.
  const bool particle = tokens[mention.first + 1].shape == Shape::Lower;
  if (!given && !mention.titled && particle) score -= 0.8;
  for (std::size_t i = mention.first + 1; i + 1 < mention.last; ++i) score += middle_score(tokens[i]);
  for (std::size_t i = mention.first; i < mention.last; ++i) score += capitals_score(tokens[i]);
  return mention.size() > 4 ? score - 0.5 : score;
}

}  // namespace

bool is_followed_by_role(const std::vector<NameToken>& tokens, std::size_t last) {
  return last < tokens.size() && tokens[last].shape == Shape::Comma && role_follows(tokens, last);
}

bool is_surname_first(const std::vector<NameToken>& tokens, const NameMention& mention) {
  const NameToken& surname = tokens[mention.first];
  if (mention.size() < 2 || mention.size() > 3 || !surname.is(EastAsianSurname)) return false;
  const NameToken& given = tokens[mention.first + 1];
  if (given.is(CommonWord | TitleWord | PlaceName | CompanyWord | BodyWord | ThingWord)) return false;
  if (mention.size() == 3)
    return !surname.is(GivenName) && !tokens[mention.last - 1].is(CommonWord | PlaceName);
  const auto hyphen = given.text.find('-');
  if (hyphen != std::string::npos) return given.text.size() <= 12;
  return !surname.is(GivenName) && given.folded.size() > 1 && is_pinyin(given.folded);
}

double name_score(const std::vector<NameToken>& tokens, const NameMention& mention) {
  double score = words_score(tokens, mention);
  if (is_surname_first(tokens, mention)) {
    const NameToken& given = tokens[mention.first + 1];
    score = std::max(score, has_inner_hyphen(given) || given.folded.size() > 4 ? 2.1 : 1.4);
  }
  if (mention.titled) score += 1.6;
  if (mention.called) score += 1.4;
  const bool stripped = mention.titled || mention.called;
  return score + (stripped ? 0 : before_score(tokens, mention.first)) +
         after_score(tokens, mention.first, mention.last);
}

}  // namespace broadsheet
