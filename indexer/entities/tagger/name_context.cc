// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/name_context.h"

#include <algorithm>

#include "common/hash.h"
#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;
using Tokens = std::span<const NameToken>;

std::uint32_t evidence_before(const NameToken& before) {
  std::uint32_t evidence = 0;
  if (before.is(TitleWord | Honorific)) evidence |= SeenAfterTitle;
  if (before.shape == Shape::Lower)
    return before.is(PlacePreposition) ? evidence | SeenAfterPlacing : evidence;
  if (before.is(GivenName) && before.is_name_like()) evidence |= SeenAfterGiven;
  if (before.shape == Shape::Initial && before.dot) evidence |= SeenAfterInitial;
  if (before.is_name_like() && !before.starts_sentence) evidence |= SeenAfterName;
  return evidence;
}

std::uint32_t evidence_after(const NameToken& after) {
  if (after.shape == Shape::Lower) return after.is(SayingWord) ? std::uint32_t{SeenBeforeSaying} : 0;
  if (!after.is_name_like()) return 0;
  return SeenBeforeName | (after.is(CompanyWord | BodyWord) ? std::uint32_t{SeenBeforeBody} : 0);
}

std::uint32_t evidence_at(Tokens tokens, std::size_t i) {
  std::uint32_t evidence = tokens[i].starts_sentence ? 0 : std::uint32_t{SeenInSentence};
  if (i > 0) evidence |= evidence_before(tokens[i - 1]);
  if (i + 1 < tokens.size() && !tokens[i].possessive) evidence |= evidence_after(tokens[i + 1]);
  return evidence;
}

/// "Judge Blocks Logging on Tribal Land": of the long words hardly one is in lower case.
bool is_heading(Tokens sentence) {
  std::size_t capitals = 0;
  std::size_t lower = 0;
  for (const NameToken& token : sentence) {
    if (token.shape == Shape::Lower && token.text.size() > 3) ++lower;
    if (token.shape == Shape::Capital || token.shape == Shape::Upper) ++capitals;
  }
  return capitals > 2 && capitals > 4 * lower;
}

std::vector<bool> headings(Tokens tokens) {
  std::vector<bool> result(tokens.size());
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end + 1 < tokens.size() && tokens[end].shape != Shape::Stop) ++end;
    ++end;
    if (is_heading(tokens.subspan(begin, end - begin)))
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(begin),
                result.begin() + static_cast<std::ptrdiff_t>(end), true);
    begin = end;
  }
  return result;
}

std::vector<std::uint32_t> gather_evidence(Tokens tokens, const NameContext& context) {
  std::size_t names = 0;
  for (const NameToken& token : tokens) names += token.is_name_like() ? 1 : 0;
  WordTable<std::uint32_t> table(names);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_name_like()) continue;
    std::uint32_t& evidence = table[context.words[i]];
    if (!context.in_heading[i]) evidence |= evidence_at(tokens, i);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].shape != Shape::Lower) continue;
    if (std::uint32_t* evidence = table.find(context.words[i])) *evidence |= SeenLower;
  }
  std::vector<std::uint32_t> result(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_name_like()) result[i] = *table.find(context.words[i]);
  }
  return result;
}

/// A word that has its capital from standing first ("The", "Shares") and is not followed by a name.
bool is_mere_beginning(Tokens tokens, std::size_t i) {
  const NameToken& token = tokens[i];
  if (!token.starts_sentence || (i + 1 < tokens.size() && tokens[i + 1].is_name_like())) return false;
  if (token.is(FunctionWord)) return !token.is(GivenName);
  return token.is(CommonWord) && !token.is(GivenName | Surname | EastAsianSurname | PlaceName | NationWord) &&
         token.shape == Shape::Capital;
}

bool may_start(Tokens tokens, std::size_t i) {
  return tokens[i].is_name_like() && !is_mere_beginning(tokens, i);
}

}  // namespace

NameContext name_context(std::span<const NameToken> tokens) {
  NameContext context;
  context.words.reserve(tokens.size());
  for (const NameToken& token : tokens)
    context.words.push_back(token.is_word() ? token.hash : hash64(token.text));
  context.in_heading = headings(tokens);
  context.evidence = gather_evidence(tokens, context);
  return context;
}

std::vector<TokenRange> chains_of(std::span<const NameToken> tokens) {
  constexpr std::size_t longest_gap = 2;
  std::vector<TokenRange> chains;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!may_start(tokens, i)) continue;
    TokenRange chain{i, i + 1};
    for (std::size_t next = i + 1; next < tokens.size() && next <= chain.last + longest_gap; ++next) {
      if (tokens[next].shape == Shape::Stop) break;
      if (may_start(tokens, next)) chain.last = next + 1;
    }
    chains.push_back(chain);
    i = chain.last - 1;
  }
  return chains;
}

}  // namespace broadsheet
