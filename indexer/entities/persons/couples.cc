// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/couples.h"

#include <algorithm>
#include <string>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

bool is_and(const NameToken& token) {
  if (token.shape != Shape::Lower) return false;
  for (const std::string_view word : {"and", "und", "et", "y", "e", "en"}) {
    if (token.folded == word) return true;
  }
  return false;
}

bool is_given(const NameToken& token) {
  return token.shape == Shape::Capital && token.is(GivenName) && !token.possessive;
}

/// True of "Bill and Hillary Clinton" with Bill at i, if no other name stands around it.
bool is_couple(const std::vector<NameToken>& tokens, std::size_t i) {
  if (i + 4 >= tokens.size() || !is_given(tokens[i]) || !is_and(tokens[i + 1]) || !is_given(tokens[i + 2]))
    return false;
  const NameToken& surname = tokens[i + 3];
  const bool goes_on = tokens[i + 4].is_name_like() && !surname.possessive;
  const bool in_list = i > 0 && (tokens[i - 1].is_name_like() || tokens[i - 1].shape == Shape::Comma);
  return surname.shape == Shape::Capital && (surname.is(Surname) || surname.kinds == 0) && !goes_on &&
         !in_list;
}

FoundNames::Name* standing_at(std::vector<FoundNames::Name>& persons, const NameToken& first,
                              const NameToken& last) {
  const Span span{first.part, first.begin, last.end};
  for (FoundNames::Name& person : persons) {
    if (std::find(person.spans.begin(), person.spans.end(), span) != person.spans.end()) return &person;
  }
  return nullptr;
}

bool stands_before(const Span& a, const Span& b) {
  return a.part != b.part ? a.part < b.part : a.begin < b.begin;
}

void add_person(std::string name, const Span& span, std::vector<FoundNames::Name>& persons) {
  const auto same =
      std::find_if(persons.begin(), persons.end(), [&](const auto& person) { return person.name == name; });
  if (same != persons.end()) {
    const auto next = std::find_if(same->spans.begin(), same->spans.end(),
                                   [&](const Span& other) { return stands_before(span, other); });
    if (next == same->spans.begin() || *(next - 1) != span) same->spans.insert(next, span);
    return;
  }
  const auto next = std::find_if(persons.begin(), persons.end(), [&](const auto& person) {
    return stands_before(span, person.spans.front());
  });
  persons.insert(next, {std::move(name), {span}});
}

}  // namespace

void add_couples(const std::vector<NameToken>& tokens, std::vector<FoundNames::Name>& persons) {
  for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
    if (!is_couple(tokens, i)) continue;
    const NameToken& partner = tokens[i];
    if (standing_at(persons, tokens[i + 2], tokens[i + 3]) == nullptr) continue;
    if (standing_at(persons, partner, partner) != nullptr) continue;
    add_person(std::string(partner.text) + ' ' + std::string(tokens[i + 3].text),
               {partner.part, partner.begin, partner.end}, persons);
  }
}

}  // namespace broadsheet
