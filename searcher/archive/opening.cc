// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/opening.h"

#include <sys/stat.h>

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
    } catch (const InputError&) {
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

ReopenedArchive::ReopenedArchive(const std::filesystem::path& path) : path_(path) {
  open();
}

void ReopenedArchive::open() {
  const Stamp before = stamp();
  archive_ = std::make_unique<const Archive>(path_);
  stamp_ = before;
}

ReopenedArchive::Stamp ReopenedArchive::stamp() const {
  struct stat status {};
  if (::stat((path_ / kManifestName).c_str(), &status) != 0) return {};
  return {static_cast<std::int64_t>(status.st_ino), status.st_size, status.st_mtim.tv_sec,
          status.st_mtim.tv_nsec};
}

}  // namespace broadsheet
