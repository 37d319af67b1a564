// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/normalise/text/phrase_table.h"

namespace broadsheet {

/// What footers say, folded (fold.h), in the languages that this knows. A phrase that a reporter could write
/// as part of a sentence counts only at the start of a paragraph.
std::vector<Phrase> footer_phrases();

}  // namespace broadsheet
