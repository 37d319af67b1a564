// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/entities/article_text.h"

namespace broadsheet {

/// The persons of one article, each once under the fullest form the article has, with every place where a
/// name of theirs stands (surname alone, variant spellings). organisations: names of companies and bodies met
/// on the way.
struct FoundNames {
  struct Name {
    std::string name;
    std::vector<Span> spans;
  };
  std::vector<Name> persons;
  std::vector<Name> organisations;
  std::vector<Name> alone;  // words that stand where a surname may, of which the article has no full name
};

/// year: of publication, if it is known. Pure and thread-safe; loads its data files on first use.
FoundNames find_names(const std::vector<TextPart>& parts, std::optional<int> year = {});

}  // namespace broadsheet
