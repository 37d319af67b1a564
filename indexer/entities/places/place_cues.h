// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/article_text.h"

namespace broadsheet {

/// A row of place_cues.tsv.
struct PlaceReading;

/// What names that stand for several places mean in an article ("Georgia", "Congo"), by the words of
/// place_cues.tsv around them. Not for use by two threads at once.
class PlaceCues {
 public:
  /// Keeps a reference to the parts.
  explicit PlaceCues(const std::vector<TextPart>& parts) : parts_(parts) {}

  /// A country's code, or "" if the name is no place here. Nothing for names that the table does not have.
  std::optional<std::string> country(std::string_view name, const Span& where);

 private:
  int votes(const PlaceReading& reading, const Span& where);
  int in_article(const PlaceReading& reading);

  const std::vector<TextPart>& parts_;
  std::vector<std::pair<const PlaceReading*, int>> counted_;  // cues of a reading in the whole article
};

}  // namespace broadsheet
