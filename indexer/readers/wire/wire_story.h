// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record.h"

namespace broadsheet {

/// Puts the lines of an IPTC 7901 story below what the record's body has: lines that were wrapped are joined
/// (tables and lists stay), what the desk writes for itself below the story ("# dpa-Notizblock", "not for
/// publication", initials, "NNNN") is left out. A dateline that has its line to itself, and an author below
/// the story ("Anna Berg/TT"), become fields.
void read_story(Record& record, std::vector<std::string_view> lines);

}  // namespace broadsheet
