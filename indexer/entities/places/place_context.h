// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/article_text.h"
#include "indexer/entities/places/gazetteer.h"

namespace broadsheet {

/// A form found in an article, and the country it means there: "" if it means none.
struct FoundPlace {
  std::uint32_t part = 0;
  PlaceMatch match;
  std::string country;
  bool is_person = false;   // found to be part of a person's name
  bool is_settled = false;  // the words beside it left no choice
};

/// Decides from the words around each place what it means, by changing its country: persons' names (given by
/// person_spans or told by a given name beside it), words of another language, "Paris, Texas", and the names
/// of several places. Requires the places in the order of the text, all_capitals one flag per part.
/// Thread-safe.
void resolve_places(const std::vector<TextPart>& parts, const std::vector<bool>& all_capitals,
                    const std::vector<Span>& person_spans, std::vector<FoundPlace>& places);

}  // namespace broadsheet
