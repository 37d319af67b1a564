// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/company_context.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/entities/persons/article_person.h"
#include "indexer/entities/persons/called_after.h"
#include "indexer/entities/persons/name_runs.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

// Occupations that a company's name may stand before; a person has aides and lawyers too.
constexpr auto company_roles = std::to_array<std::string_view>(
    {"analyst", "analysts", "economist", "economists", "chairman", "chairwoman", "ceo", "cfo", "coo"});

constexpr auto owners_verbs = std::to_array<std::string_view>(
    {"founded", "co-founded", "cofounded", "runs",    "ran",     "leads", "led",    "owns",
     "owned",   "heads",      "headed",    "started", "created", "built", "chairs", "chaired",
     "bought",  "launched",   "controls",  "joined",  "left",    "edits", "edited", "manages"});

bool stands_close(const NameToken& before, const NameToken& after) {
  return before.part == after.part && before.end == after.begin;
}

/// "N", "TO": the exchange in a stock exchange's code.
bool is_exchange(const NameToken& token) {
  return (token.shape == Shape::Upper || token.shape == Shape::Initial) && token.text.size() <= 2 &&
         !token.text.ends_with('.');
}

/// True if "DIS.N", "7203.T" or "F.N" begins at a token.
bool is_stock_code(const std::vector<NameToken>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size()) return false;
  const NameToken& code = tokens[at];
  const NameToken& next = tokens[at + 1];
  if (!(code.is_name_like() || code.shape == Shape::Number) || !stands_close(code, next)) return false;
  if (code.text.ends_with('.')) return code.text.find('.') + 1 == code.text.size() && is_exchange(next);
  return next.text == "." && at + 2 < tokens.size() && stands_close(next, tokens[at + 2]) &&
         is_exchange(tokens[at + 2]);
}

/// "the company Jane Doe had founded", "the toy company Jane Doe runs": after says what she does to it.
bool owns_what_precedes(const NameToken& before, const NameToken& after) {
  if (after.shape != Shape::Lower) return false;
  const bool is_verb =
      std::find(owners_verbs.begin(), owners_verbs.end(), after.folded) != owners_verbs.end();
  return is_verb || (before.folded == "the" && !after.is(SayingWord));
}

/// "law firm Jane Brown".
bool follows_firm(const std::vector<NameToken>& tokens, const NameMention& name) {
  if (name.first < 2 || name.last >= tokens.size()) return false;
  const NameToken& noun = tokens[name.first - 1];
  return noun.is(FirmWord) && noun.shape == Shape::Lower && !noun.possessive &&
         !owns_what_precedes(tokens[name.first - 2], tokens[name.last]);
}

/// "Jane Brown analyst John Doe", "Jane Brown chief economist John Doe".
bool precedes_role(const std::vector<NameToken>& tokens, const NameMention& name) {
  if (tokens[name.last - 1].possessive) return false;
  const std::size_t end = std::min(name.last + 3, tokens.size() - 1);
  for (std::size_t i = name.last; i < end; ++i) {
    const NameToken& token = tokens[i];
    const bool is_role =
        std::find(company_roles.begin(), company_roles.end(), token.folded) != company_roles.end();
    if (is_role) return tokens[i + 1].is_name_like() && tokens[i + 1].is(any_given_name);
    if (token.shape != Shape::Lower || token.is(FunctionWord | SayingWord)) return false;
  }
  return false;
}

/// "Mr. Jane", "Jane Brown, 52,": a person, whatever stands there besides.
bool is_certain_person(const std::vector<NameToken>& tokens, const NameMention& name) {
  return name.called || is_founder(tokens, name.first, name.last);
}

using Keys = std::unordered_set<std::string>;

bool reads_as_company(const std::vector<NameToken>& tokens, const NameMention& name) {
  return has_stock_code(tokens, name.last) || follows_firm(tokens, name) || precedes_role(tokens, name);
}

Keys company_keys(const std::vector<NameToken>& tokens, const MentionList& mentions) {
  Keys companies;
  for (const NameMention& name : mentions.names) {
    if (name.size() > 1 && reads_as_company(tokens, name)) companies.insert(mention_key(tokens, name));
  }
  if (companies.empty()) return companies;
  for (const NameMention& name : mentions.names) {
    if (name.size() > 1 && !reads_as_company(tokens, name) && is_certain_person(tokens, name))
      companies.erase(mention_key(tokens, name));
  }
  return companies;
}

}  // namespace

bool has_stock_code(const std::vector<NameToken>& tokens, std::size_t last) {
  if (is_stock_code(tokens, last - 1)) return true;
  if (last >= tokens.size()) return false;
  return is_stock_code(tokens, tokens[last].shape == Shape::Open ? last + 1 : last);
}

void move_companies(const std::vector<NameToken>& tokens, MentionList& mentions) {
  const Keys companies = company_keys(tokens, mentions);
  if (companies.empty()) return;
  const auto is_company = [&](const NameMention& name) {
    return name.size() > 1 && companies.contains(mention_key(tokens, name));
  };
  for (const NameMention& name : mentions.names) {
    if (is_company(name)) mentions.bodies.push_back({name.first, name.last, true, ""});
  }
  std::erase_if(mentions.names, is_company);
  std::sort(mentions.bodies.begin(), mentions.bodies.end(),
            [](const BodyMention& a, const BodyMention& b) { return a.first < b.first; });
}

}  // namespace broadsheet
