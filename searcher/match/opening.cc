// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/opening.h"

#include "common/error.h"

namespace broadsheet {

Manifest open_settled(const std::filesystem::path& archive,
                      const std::function<void(const Manifest&)>& open) {
  constexpr int kAttempts = 20;  // a writer publishes every few thousand articles: the second is rare
  Manifest manifest = read_manifest(archive);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::exception_ptr failure;
    try {
      open(manifest);
    } catch (const Xapian::DatabaseError&) {
      failure = std::current_exception();
    }
    Manifest now = read_manifest(archive);
    const bool settled = now == manifest;
    if (settled && failure) std::rethrow_exception(failure);
    if (settled) return manifest;
    manifest = std::move(now);
  }
  throw InputError(archive.string() + " changes faster than it can be opened; ask again");
}

}  // namespace broadsheet
