// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/derive.h"

#include <algorithm>

#include "indexer/archive/files.h"

namespace broadsheet {
namespace {

bool is_stale(const Manifest& manifest, std::string_view kind) {
  const auto found = manifest.derived.find(kind);
  return found == manifest.derived.end() || found->second.stale || found->second.name.empty();
}

}  // namespace

void mark_stale(Manifest& manifest) {
  for (auto& [kind, file] : manifest.derived) file.stale = true;
}

bool has_stale(const Manifest& manifest, const Derivations& derive) {
  return std::any_of(derive.begin(), derive.end(),
                     [&](const auto& kind) { return is_stale(manifest, kind.first); });
}

void derive_stale(const ArchiveFolder& folder, const Derivations& derive, Manifest& manifest) {
  if (!has_stale(manifest, derive)) return;
  std::vector<SegmentView> segments;
  for (const SegmentEntry& entry : manifest.segments) {
    const Xapian::Database database(segment_path(folder.path(), entry.name).string());
    segments.push_back({database, Columns::open(columns_path(folder.path(), entry.name), database)});
  }
  for (const auto& [kind, make] : derive) {
    if (!is_stale(manifest, kind)) continue;
    const std::string name = folder.next_file_name(kind);
    write_synced(folder.path() / name, make(segments));
    manifest.derived[kind] = {name, false};
  }
}

}  // namespace broadsheet
