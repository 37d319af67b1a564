// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_stems.h"

#include <map>

#include "common/stems.h"

namespace broadsheet {
namespace {

bool is_prefix_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The stem of a text's word, not of one in a title, by its term.
bool is_text_stem(const std::string& term) {
  return term.size() > 1 && term.starts_with(prefix::kStem) && !is_prefix_letter(term[1]);
}

bool is_own_stem(const std::string& word, const std::string& language) {
  return stem(word, language) == word;
}

}  // namespace

std::vector<ArticleStem> article_stems(const Archive& archive, Location location) {
  const Xapian::Database& segment = archive.segments()[location.segment].database;
  std::string language;
  std::map<std::string, std::uint32_t> words;
  std::map<std::string, std::uint32_t> times;
  const auto end = segment.termlist_end(location.docid);
  for (auto at = segment.termlist_begin(location.docid); at != end; ++at) {
    const std::string term = *at;
    if (term.starts_with(prefix::kLanguage)) language = term.substr(prefix::kLanguage.size());
    if (is_text_stem(term)) times[term] += at.get_wdf();
    if (!is_prefix_letter(term.front())) words[term] = at.get_wdf();
  }
  for (const auto& [word, wdf] : words) {
    if (is_own_stem(word, language)) times[make_term(prefix::kStem, word)] += wdf;
  }
  std::vector<ArticleStem> stems;
  for (const auto& [term, wdf] : times) {
    const bool is_word = is_own_stem(std::string(word_of_stem(term)), language);
    stems.push_back({is_word ? PlannedQuery::of_stem(term) : PlannedQuery::of_term(term), wdf});
  }
  return stems;
}

}  // namespace broadsheet
