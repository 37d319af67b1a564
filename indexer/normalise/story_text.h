// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/record.h"

namespace broadsheet {

/// Title and paragraphs of a record, clean, before any of them has a role.
struct StoryText {
  std::string title;  // one line
  std::vector<std::string> paragraphs;
};

/// The text of a decoded record: markup and references resolved, clean, the headline once. The summary stands
/// in for a missing body. Nothing if its markup is too large to be read.
std::optional<StoryText> story_text(const Record& record);

}  // namespace broadsheet
