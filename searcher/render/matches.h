// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/words.h"
#include "searcher/query/edits.h"
#include "searcher/render/snippet.h"

namespace broadsheet {

/// One place of a text that matches one of the forms, in bytes.
struct FormMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t form = 0;  // equal for places that match the same form; below FormFinder::form_count()
};

/// The forms of a query, ready to be found in texts of one language, but for words that must stand near each
/// other. forms must outlive it. Not thread-safe.
class FormFinder {
 public:
  FormFinder(const MatchedForms& forms, std::string_view language);

  /// In order of their beginnings. words are those of the text, as split_words gives them.
  std::vector<FormMatch> find(const std::vector<Word>& words) const;
  std::size_t form_count() const { return form_count_; }

 private:
  static constexpr std::size_t kNoForm = static_cast<std::size_t>(-1);

  std::size_t form_of(const std::string& folded) const;
  bool may_have_stem(const std::string& folded) const;
  std::size_t fuzzy_form_of(const std::string& folded) const;

  const MatchedForms& forms_;
  std::string language_;
  std::unordered_map<std::string, std::size_t> exact_;
  std::unordered_map<std::string, std::size_t> stems_;
  std::vector<std::string> stem_beginnings_;  // other words need not be stemmed
  std::size_t first_prefix_ = 0;
  std::size_t first_fuzzy_ = 0;
  std::size_t first_phrase_ = 0;
  std::size_t form_count_ = 0;
  mutable std::vector<Edits> fuzzy_;
};

/// The matches as marks: overlapping ones joined, and those that only a space or the like keeps apart.
std::vector<Snippet::Mark> marks_of(std::string_view text, const std::vector<FormMatch>& matches);

}  // namespace broadsheet
