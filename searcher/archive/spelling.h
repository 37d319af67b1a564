// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "searcher/archive/archive.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// The query with each word that the archive hardly knows put for the one that is spelt most like it (one
/// letter off for words of four letters or more, two for seven or more; edits.h) and that ten times as many
/// articles have; of several the nearest, then the most frequent, then the first in byte order. Nothing if no
/// word has such a neighbour. Words with digits, prefixes, fuzzy words, names and what is excluded stay.
std::optional<Query> respelt(const Archive& archive, const Query& query);

}  // namespace broadsheet
