// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

/// What desks write above a story for other desks, in the languages of the agencies.

/// A label that stands for a version or state of the story: "1ST LEAD", "URGENT", "KORREKTUR", "MANDATORY
/// KILL".
struct DeskLabel {
  std::string version;  // of the lead: "1"
  bool corrects = false;
  bool kills = false;
};

/// The label that a line, or a part of a slug, is as a whole; nothing if it says anything else.
std::optional<DeskLabel> read_label(std::string_view text);

/// The label before a headline, as in "MANDATORY KILL: ..." or "CORRECTION - ..."; the headline stays whole.
std::optional<DeskLabel> label_before(std::string_view headline);

/// Puts a label's meaning into the record.
void apply_label(Record& record, const DeskLabel& label);

/// The moment that an embargo line names, as written: what stands behind "until", "bis", "jusqu'au" or the
/// colon in "Sperrfrist: ...", "EMBARGOED until ..."; the whole line if nothing does. Nothing if the line is
/// no embargo.
std::optional<std::string> read_embargo(std::string_view line);

/// True of "By Jane Doe, dpa", "Von Max Muster", "Par Jean DUPONT".
bool is_byline(std::string_view line);

}  // namespace broadsheet
