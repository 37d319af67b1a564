// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/tagger_training/examples.h"

namespace broadsheet {

/// How well names are found: type, first and last token must all be right.
class NameScores {
 public:
  void add(const TokenisedArticle& article, const std::vector<TaggedName>& found);

  /// "PER P .931 R .902 F1 .916 (312 names)", one line a type and one for all.
  std::string table() const;

 private:
  struct Counts {
    std::size_t right = 0;
    std::size_t found = 0;
    std::size_t wanted = 0;
  };
  static std::string line(const std::string& title, const Counts& counts);

  std::array<Counts, name_types> types_{};
};

}  // namespace broadsheet
