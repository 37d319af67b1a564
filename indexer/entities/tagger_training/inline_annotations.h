// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/tagger_training/annotated_text.h"

namespace broadsheet {

/// Reads articles in which names are marked where they stand:
///
///     # a comment
///     Mr [PER Fennell] of [LOC Leeds] sued [ORG Marlowe & Strutt].
///
/// One sentence a line, an empty line between articles, types PER, LOC and ORG, no other square brackets.
/// Throws InputError with the number of the line that is not so.
std::vector<AnnotatedArticle> read_inline_annotations(std::string_view text);

}  // namespace broadsheet
