// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Atom 1.0 (RFC 4287) and 0.3: an entry is a record, an entry alone in its file too. What the feed says
/// (title as source, author, rights, language) holds for entries that say nothing. Drafts (RFC 5023), and of
/// a Blogger export everything but posts, are Skips.
std::unique_ptr<DumpReader> make_atom_reader(DumpSource source);

}  // namespace broadsheet
