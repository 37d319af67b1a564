// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/words.h"
#include "searcher/render/snippet.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;
using Words = std::vector<MatchedForms::PhraseWord>;

void append_folded(const std::string& text, Words& words) {
  for (Word& word : split_words(text)) words.push_back({std::move(word.folded), false});
}

/// The words that one leaf stands for: "state-of-the-art" was typed as one word and is four.
void append_words(const Query& leaf, Words& words) {
  const std::size_t old_size = words.size();
  append_folded(leaf.text, words);
  if (leaf.kind == Kind::Prefix && words.size() > old_size) words.back().prefix = true;
}

void add_in_order(Words words, MatchedForms& forms) {
  if (words.empty()) return;
  if (words.size() > 1) {
    forms.phrases.push_back(std::move(words));
  } else if (words.front().prefix) {
    forms.prefixes.push_back(std::move(words.front().folded));
  } else {
    forms.exact.insert(std::move(words.front().folded));
  }
}

void add_leaf(const Query& leaf, MatchedForms& forms) {
  if (leaf.field != Field::Any && leaf.field != Field::Title) return;
  Words words;
  append_words(leaf, words);
  if (leaf.kind == Kind::Fuzzy && words.size() == 1) {
    forms.fuzzy.emplace_back(std::move(words.front().folded), leaf.distance);
    return;
  }
  if (leaf.kind != Kind::Word) return add_in_order(std::move(words), forms);
  for (auto& word : words) forms.stemmed.insert(std::move(word.folded));
}

void add_phrase(const Query& phrase, MatchedForms& forms) {
  if (phrase.field != Field::Any && phrase.field != Field::Title) return;
  Words words;
  for (const Query& child : phrase.children) append_words(child, words);
  add_in_order(std::move(words), forms);
}

/// False of a byline; what stands near each other is all of one or all of the other.
bool is_of_text(const Query& query) {
  if (query.field == Field::Byline) return false;
  return std::all_of(query.children.begin(), query.children.end(), is_of_text);
}

void add_forms(const Query& query, MatchedForms& forms) {
  switch (query.kind) {
    case Kind::All:
    case Kind::Value:
    case Kind::Date:
      return;
    case Kind::Word:
    case Kind::Exact:
    case Kind::Prefix:
    case Kind::Fuzzy:
      return add_leaf(query, forms);
    case Kind::Phrase:
      return add_phrase(query, forms);
    case Kind::Not:
      return add_forms(query.children.front(), forms);
    case Kind::Near:
    case Kind::Adj:
      if (is_of_text(query)) forms.near.push_back(query);
      return;
    case Kind::And:
    case Kind::Or:
    case Kind::Maybe:
      for (const Query& child : query.children) add_forms(child, forms);
  }
}

}  // namespace

MatchedForms matched_forms(const Query& query, const std::vector<std::string>& names) {
  MatchedForms forms;
  add_forms(query, forms);
  for (const std::string& name : names) {
    Words words;
    append_folded(name, words);
    add_in_order(std::move(words), forms);
  }
  return forms;
}

}  // namespace broadsheet
