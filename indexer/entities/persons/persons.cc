// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/persons.h"

#include <algorithm>
#include <deque>

#include "common/hash.h"
#include "indexer/entities/authority/form_finder.h"
#include "indexer/entities/persons/called_after.h"
#include "indexer/entities/persons/company_context.h"
#include "indexer/entities/persons/couples.h"
#include "indexer/entities/persons/latin_cases.h"
#include "indexer/entities/persons/name_capitals.h"
#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/persons/name_resolution.h"
#include "indexer/entities/persons/native_names.h"
#include "indexer/entities/persons/tagged_mentions.h"
#include "indexer/entities/persons/variants.h"
#include "indexer/entities/places/text_languages.h"
#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/words/cyrillic_cases.h"
#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {
namespace {

/// In a heading in capitals only names that the text below has are found: each word that may be one.
void find_back_references(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end,
                          MentionList& found) {
  for (std::size_t i = begin; i < end; ++i) {
    const bool ordinary = tokens[i].is(CommonWord | PlaceName) && !tokens[i].is(Surname);
    if (tokens[i].shape != NameToken::Shape::Upper || tokens[i].is(FunctionWord | CalendarWord) || ordinary)
      continue;
    NameMention mention;
    mention.first = i;
    mention.last = i + 1;
    found.names.push_back(mention);
  }
}

MentionList find_part_by_part(const std::vector<NameToken>& tokens, const std::vector<bool>& capitals,
                              LanguageSet languages) {
  const WordSet lower = lower_case_words(tokens);
  MentionList found;
  for (std::size_t begin = 0; begin < tokens.size();) {
    const std::uint32_t part = tokens[begin].part;
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].part == part) ++end;
    if (capitals[part]) {
      find_back_references(tokens, begin, end, found);
    } else {
      find_mentions(tokens, begin, end, lower, languages, found);
    }
    begin = end;
  }
  return found;
}

/// True of "Александра Черняка": a name that a woman may have too, but a surname in the genitive of a man's.
bool is_mans_genitive(const NameToken& given, const NameToken& surname) {
  if (!is_cyrillic(given.folded) || !given.folded.ends_with("а")) return false;
  if (!surname.folded.ends_with("а")) return surname.folded.ends_with("ого");
  for (const std::string_view womans : {"ова", "ева", "ина", "ына"}) {
    if (surname.folded.ends_with(womans)) return false;
  }
  return given_name_nominative(given.folded).has_value();
}

void decline(NameToken& token, std::string nominative) {
  token.folded = std::move(nominative);
  token.hash = hash64(token.folded);
  token.declined = true;
}

/// "Владимира Путина" is read as "Владимир Путин".
void put_in_nominative(std::vector<NameToken>& tokens, const MentionList& mentions) {
  for (const NameMention& mention : mentions.names) {
    NameToken& given = tokens[mention.first];
    if (mention.size() < 2) continue;
    if (!given.declined && is_mans_genitive(given, tokens[mention.last - 1])) {
      decline(given, *given_name_nominative(given.folded));
    }
    if (!given.declined) continue;
    const bool feminine = given.folded.ends_with("а") || given.folded.ends_with("я");
    for (std::size_t i = mention.first + 1; i < mention.last; ++i) {
      decline(tokens[i], surname_nominative(tokens[i].folded, feminine));
    }
  }
}

/// True of "Strauss", "Fabius", "Kostas", "Francis".
bool has_own_s(std::string_view surname) {
  return std::string_view("suaio").find(surname[surname.size() - 2]) != std::string_view::npos;
}

/// "Jürgen Klinsmanns Rücktritt": in German the possessive has no apostrophe.
void cut_german_genitives(std::vector<NameToken>& tokens, const MentionList& mentions) {
  for (const NameMention& mention : mentions.names) {
    if (mention.size() < 2 || mention.last >= tokens.size()) continue;
    NameToken& surname = tokens[mention.last - 1];
    const bool noun_follows = tokens[mention.last].shape == NameToken::Shape::Capital;
    if (!noun_follows || surname.kinds != 0 || !surname.text.ends_with('s')) continue;
    if (surname.folded.size() < 5 || has_own_s(surname.folded)) continue;
    surname.folded.pop_back();
    surname.text.remove_suffix(1);
    --surname.end;
    surname.possessive = true;
  }
}

/// "Støre" and "Mads" are no words of English where the text is not.
void forget_english_words(std::vector<NameToken>& tokens) {
  constexpr std::uint32_t names = GivenName | RareGivenName | Surname;
  for (NameToken& token : tokens) {
    if (token.is(names) || token.text.size() != token.folded.size()) token.kinds &= ~CommonWord;
  }
}

bool overlap(const Span& a, const Span& b) {
  return a.part == b.part && a.begin < b.end && b.begin < a.end;
}

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Span& x) {
    return std::any_of(b.begin(), b.end(), [&](const Span& y) { return overlap(x, y); });
  });
}

bool span_before(const Span& a, const Span& b) {
  return a.part != b.part ? a.part < b.part : a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

void add_spans(FoundNames::Name& name, const std::vector<Span>& spans) {
  name.spans.insert(name.spans.end(), spans.begin(), spans.end());
  std::sort(name.spans.begin(), name.spans.end(), span_before);
}

Span span_of(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last) {
  return {tokens[first].part, tokens[first].begin, tokens[last - 1].end};
}

bool contains(const Span& outer, const Span& inner) {
  return outer.part == inner.part && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// "Hasina" where the authority file has "Sheikh Hasina", which is what stands there.
void complete_title(std::vector<FoundNames::Name>& persons, const std::string& name, const Span& span) {
  for (FoundNames::Name& person : persons) {
    const auto inside = std::find_if(person.spans.begin(), person.spans.end(),
                                     [&](const Span& inner) { return contains(span, inner); });
    if (inside == person.spans.end() || person.name.find(' ') != std::string::npos) continue;
    person.name = name;
    *inside = span;
  }
}

/// Names of the authority file that the rules did not take for a person's.
void add_known_names(const std::vector<NameToken>& tokens, FoundNames& found) {
  const auto is_taken = [](const std::vector<FoundNames::Name>& names, const Span& span) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return overlap(name.spans, {span}); });
  };
  for (const AuthorityMention& mention : find_authority_forms(tokens)) {
    if (is_called_after(tokens, mention.first, mention.last) || has_stock_code(tokens, mention.last))
      continue;
    const Span span = span_of(tokens, mention.first, mention.last);
    const bool shouted = mention.last > mention.first + 1 &&
                         tokens[mention.first].shape == NameToken::Shape::Upper &&
                         tokens[mention.last - 1].shape == NameToken::Shape::Upper;
    std::string name =
        shouted ? mention.person->printed_name() : mention_text(tokens, mention.first, mention.last);
    if (name == mention.person->name) complete_title(found.persons, name, span);
    if (is_taken(found.persons, span) || is_taken(found.organisations, span)) continue;
    const auto known = std::find_if(found.persons.begin(), found.persons.end(),
                                    [&](const auto& person) { return same_person_name(person.name, name); });
    if (known != found.persons.end()) {
      add_spans(*known, {span});
    } else {
      found.persons.push_back({std::move(name), {span}});
    }
  }
}

/// "Bush" in "the Bush administration": an ordinary word that is a leader's name there.
bool governs(const std::vector<NameToken>& tokens, std::size_t i) {
  constexpr std::uint32_t never =
      PlaceName | TitleWord | OfficeWord | NationWord | CalendarWord | FunctionWord;
  if (!tokens[i].is(Surname) || tokens[i].is(never) || i + 1 >= tokens.size()) return false;
  const std::string& next = tokens[i + 1].folded;
  return next == "administration" || next == "presidency" || next == "era" || next == "government";
}

/// Capitalised words by themselves that are no one's in the article and nothing else.
std::vector<FoundNames::Name> names_alone(const std::vector<NameToken>& tokens, const MentionList& mentions,
                                          const FoundNames& found) {
  constexpr std::uint32_t others = CommonWord | PlaceName | GivenName | TitleWord | Honorific | RoleWord |
                                   OfficeWord | CompanyWord | BodyWord | ThingWord | NationWord |
                                   CalendarWord | FunctionWord;
  std::vector<Span> taken;
  for (const auto* names : {&found.persons, &found.organisations}) {
    for (const FoundNames::Name& name : *names)
      taken.insert(taken.end(), name.spans.begin(), name.spans.end());
  }
  std::vector<FoundNames::Name> alone;
  for (const NameMention& mention : mentions.names) {
    const NameToken& token = tokens[mention.first];
    const Span span = span_of(tokens, mention.first, mention.last);
    if (mention.size() != 1 || token.shape != NameToken::Shape::Capital) continue;
    if (token.is(others) && !governs(tokens, mention.first)) continue;
    if (overlap(taken, {span}) || is_called_after(tokens, mention.first, mention.last)) continue;
    const auto known =
        std::find_if(alone.begin(), alone.end(), [&](const auto& n) { return n.name == token.folded; });
    if (known == alone.end()) {
      alone.push_back({token.folded, {span}});
    } else {
      known->spans.push_back(span);
    }
  }
  return alone;
}

/// Persons known by their native names take the place of those found by rule where they stand.
void add_native_names(std::vector<FoundNames::Name>& persons, std::vector<FoundNames::Name> native) {
  for (FoundNames::Name& person : persons) {
    std::string latin = latin_name_of(person.name);
    if (!latin.empty()) person.name = std::move(latin);
  }
  for (FoundNames::Name& name : native) {
    for (auto person = persons.begin(); person != persons.end();) {
      if (person->name != name.name && !overlap(person->spans, name.spans)) {
        ++person;
        continue;
      }
      for (const Span& span : person->spans) {
        if (!overlap({span}, name.spans)) name.spans.push_back(span);
      }
      person = persons.erase(person);
    }
    std::sort(name.spans.begin(), name.spans.end(), span_before);
    persons.push_back(std::move(name));
  }
  std::stable_sort(persons.begin(), persons.end(), [](const auto& a, const auto& b) {
    return span_before(a.spans.front(), b.spans.front());
  });
}

}  // namespace

FoundNames find_names(const std::vector<TextPart>& parts, std::optional<int> year) {
  std::vector<NameToken> tokens = name_tokens(parts);
  std::vector<bool> capitals = parts_in_capitals(tokens, parts.size());
  const bool all_capitals = std::find(capitals.begin(), capitals.end(), false) == capitals.end();
  if (all_capitals) {
    mark_names_in_capitals(tokens);
    capitals.assign(parts.size(), false);
  } else {
    mark_names_in_runs_of_capitals(tokens);
  }
  const bool english = may_be_english(tokens);
  std::deque<std::string> nominatives;
  const LanguageSet languages = english ? 0 : languages_of(tokens);
  if (!english) {
    if ((languages & language_set("de")) == 0) forget_english_words(tokens);
    undo_latin_cases(tokens, languages, nominatives);
  }
  MentionList mentions = find_part_by_part(tokens, capitals, languages);
  if (!all_capitals && english)
    add_tagged_names(tokens, capitals, TaggedText(tokens, capitals, TaggerModel::instance()), mentions);
  put_in_nominative(tokens, mentions);
  if (!english) cut_german_genitives(tokens, mentions);
  move_companies(tokens, mentions);
  FoundNames found{resolve_persons(tokens, mentions), list_bodies(tokens, mentions), {}};
  if (all_capitals) {
    for (FoundNames::Name& person : found.persons) person.name = name_case(person.name);
  }
  add_known_names(tokens, found);
  add_couples(tokens, found.persons);
  add_native_names(found.persons, find_native_names(parts, year));
  found.alone = names_alone(tokens, mentions, found);
  return found;
}

}  // namespace broadsheet
