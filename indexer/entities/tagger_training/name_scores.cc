// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/name_scores.h"

#include <algorithm>
#include <cstdio>

namespace broadsheet {

void NameScores::add(const TokenisedArticle& article, const std::vector<TaggedName>& found) {
  for (const auto& name : article.names) ++types_[static_cast<std::size_t>(name.type)].wanted;
  for (const TaggedName& name : found) {
    Counts& counts = types_[static_cast<std::size_t>(name.type)];
    ++counts.found;
    const TokenisedArticle::Name wanted{name.first, name.last, name.type};
    if (std::find(article.names.begin(), article.names.end(), wanted) != article.names.end()) ++counts.right;
  }
}

std::string NameScores::line(const std::string& title, const Counts& counts) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  char text[100];
  std::snprintf(text, sizeof text, "%s  P %.3f  R %.3f  F1 %.3f  (%zu names)\n", title.c_str(),
                share(counts.right, counts.found), share(counts.right, counts.wanted),
                share(2 * counts.right, counts.found + counts.wanted), counts.wanted);
  return text;
}

std::string NameScores::table() const {
  Counts all;
  for (const Counts& counts : types_) {
    all.right += counts.right;
    all.found += counts.found;
    all.wanted += counts.wanted;
  }
  return line("PER", types_[0]) + line("LOC", types_[1]) + line("ORG", types_[2]) + line("all", all);
}

}  // namespace broadsheet
