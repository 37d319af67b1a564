// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/leaf_words.h"

#include "common/fold.h"
#include "common/schema.h"
#include "searcher/archive/vocabulary.h"

namespace broadsheet {

std::string_view term_prefix(Field field) {
  if (field == Field::Title) return prefix::kTitle;
  return field == Field::Byline ? prefix::kByline : std::string_view();
}

std::vector<std::string> leaf_terms(const Archive& archive, const Query& leaf, std::size_t limit,
                                    Effort& effort) {
  const std::string field(term_prefix(leaf.field));
  const std::string folded = fold(leaf.text);
  std::vector<std::string> terms;
  if (leaf.kind == Query::Kind::Prefix) {
    for (const std::string& word : words_beginning(archive, field, folded, limit, effort))
      terms.push_back(field + word);
  } else if (leaf.kind == Query::Kind::Fuzzy) {
    for (const NearWord& near : words_spelt_like(archive, field, folded, leaf.distance, limit, effort))
      terms.push_back(field + near.word);
  } else {
    terms.push_back(make_term(field, folded));
  }
  return terms;
}

}  // namespace broadsheet
