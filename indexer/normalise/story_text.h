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

/// Of a text file the first line is the title for want of a better one. If it begins with an agency's
/// dateline, it is text: it goes back to the body.
void return_first_line(Record& record);

}  // namespace broadsheet
