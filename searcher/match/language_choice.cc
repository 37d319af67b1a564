// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/language_choice.h"

#include <algorithm>

namespace broadsheet {

LanguageChoice::LanguageChoice(const Archive& archive, std::uint32_t segment,
                               const std::vector<std::string>& languages)
    : spoken_(archive.languages(segment)) {
  const Columns& columns = archive.segments()[segment].columns;
  const auto dictionary = columns.dictionary(Facet::Language);
  begins_ = columns.value_begins(Facet::Language);
  indexes_ = columns.value_indexes(Facet::Language);
  wanted_.assign(dictionary.size(), 0);
  for (const std::string& language : languages) {
    has_most_ = has_most_ || language == spoken_.most;
    if (language.empty()) has_unknown_ = true;
    const auto found = std::lower_bound(dictionary.begin(), dictionary.end(), value_id(language));
    if (!language.empty() && found != dictionary.end() && *found == value_id(language))
      wanted_[static_cast<std::size_t>(found - dictionary.begin())] = 1;
  }
}

std::vector<Xapian::docid> LanguageChoice::exceptions() const {
  std::vector<Xapian::docid> exceptions;
  for (Xapian::docid docid : spoken_.in_another) {
    if (has(docid) != has_most_) exceptions.push_back(docid);
  }
  return exceptions;
}

}  // namespace broadsheet
