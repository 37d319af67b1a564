// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

constexpr std::uint32_t any_given_name = GivenName | RareGivenName;

/// Where runs of capitalised words begin and end in the tokens before `end`. Keeps a reference to the tokens.
class NameRuns {
 public:
  NameRuns(const std::vector<NameToken>& tokens, std::size_t end) : tokens_(tokens), end_(end) {}

  /// True if the token may stand in a name: capitals that are no function word, date or the like.
  bool in_run(std::size_t i) const;

  /// One past the last token of the run that starts at i: capitalised words, particles between them, ", Jr.".
  /// A possessive ends it.
  std::size_t run_end(std::size_t run) const;

  /// One past the last token of a reporter's credit that starts with the run [run, run_end): "Reporting by
  /// ...", "Jane Miller/AP"; run if none does.
  std::size_t credit_end(std::size_t run, std::size_t run_end) const;

  /// One past a line "By Jane Miller and Peter Brown" that starts at i and stands alone; i if none does.
  /// begin is where the part of the article starts.
  std::size_t byline_end(std::size_t i, std::size_t begin) const;

 private:
  const NameToken& at(std::size_t i) const { return tokens_[i]; }
  bool is_capital(std::size_t i) const { return i < end_ && at(i).shape == NameToken::Shape::Capital; }
  bool is_particle(std::size_t i) const;
  bool is_month_as_name(std::size_t i) const;
  bool is_foreign_word_as_name(std::size_t i) const;
  bool particle_joins(std::size_t run, std::size_t i) const;
  bool names_work(std::size_t i) const;
  std::size_t contact_end(std::size_t comma) const;
  bool is_agency_mark(std::size_t i) const;

  const std::vector<NameToken>& tokens_;
  std::size_t end_;
};

}  // namespace broadsheet
