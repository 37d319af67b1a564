// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/columns.h"
#include "common/manifest.h"
#include "indexer/archive/archive_folder.h"

namespace broadsheet {

/// A published segment. Not to be used by two threads at once; two segments may be.
struct SegmentView {
  Xapian::Database database;
  Columns columns;
};

/// By kind of derived file (kDerivedKinds): what makes its bytes of all segments.
using Derivations =
    std::map<std::string, std::function<std::string(const std::vector<SegmentView>&)>, std::less<>>;

/// Notes that the segments are others than those that the derived files were made from.
void mark_stale(Manifest& manifest);

/// Whether a derived file that can be made is stale or missing.
bool has_stale(const Manifest& manifest, const Derivations& derive);

/// Makes those anew from the manifest's segments, synced to disk, under names of the generation to be
/// published next. Throws Xapian::Error, std::system_error.
void derive_stale(const ArchiveFolder& folder, const Derivations& derive, Manifest& manifest);

}  // namespace broadsheet
