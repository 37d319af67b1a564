// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/archive_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "common/error.h"
#include "common/schema.h"
#include "indexer/archive/files.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::string numbered(unsigned number) {
  std::string name = std::to_string(number);
  name.insert(0, name.size() < 4 ? 4 - name.size() : 0, '0');
  return name;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "0007", "0007.columns", "0007.columns.new", "0007.new", "0007.copy", "scratch.new.0": what a writer makes
/// in the segments folder.
bool is_of_segment(const std::string& name) {
  const auto dot = std::min(name.find('.'), name.size());
  const std::string rest = name.substr(dot);
  if (name.starts_with("scratch.new")) return true;
  return is_number(name.substr(0, dot)) &&
         (rest.empty() || rest == ".columns" || rest == ".columns.new" || rest == ".new" || rest == ".copy");
}

/// "variants.12", "ledger.12".
bool is_of_generation(const std::string& name) {
  const auto dot = std::min(name.find('.'), name.size());
  const std::string stem = name.substr(0, dot);
  const bool is_kind = std::find(kDerivedKinds.begin(), kDerivedKinds.end(), stem) != kDerivedKinds.end();
  return (is_kind || stem == "ledger") &&
         is_number(std::string_view(name).substr(std::min(dot + 1, name.size())));
}

/// Of a file or folder in segments/; 0 if it has none. A name that a writer used before it was killed is not
/// used again at once: who copies the archive meanwhile must not get half of each.
unsigned segment_number(const std::string& name) {
  unsigned number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

std::set<std::string> names_in(const Manifest& manifest) {
  std::set<std::string> named = {manifest.ledger};
  for (const auto& [kind, file] : manifest.derived) named.insert(file.name);
  for (const SegmentEntry& segment : manifest.segments) {
    named.insert(segment.name);
    named.insert(segment.name + ".columns");
  }
  return named;
}

/// True of a folder that is empty, or that an earlier writer left before its first publication.
bool is_free_for_an_archive(const fs::path& path) {
  if (!fs::exists(path)) return true;
  if (!fs::is_directory(path)) return false;
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename();
    const bool is_left_over =
        name == "lock" || name == "XAPIANDB.new" || (name == "segments" && fs::is_empty(entry.path()));
    if (!is_left_over) return false;
  }
  return true;
}

}  // namespace

ArchiveFolder::ArchiveFolder(fs::path path, Schemas schemas) : path_(std::move(path)) {
  const bool exists = fs::exists(path_ / kManifestName);
  if (!exists && !is_free_for_an_archive(path_)) {
    throw InputError(path_.string() + " exists and is no archive; name another path, or an empty folder");
  }
  fs::create_directories(path_ / "segments");
  take_lock();
  if (exists || fs::exists(path_ / kManifestName)) {
    manifest_ = read_manifest(path_, schemas);
  } else {
    publish({});
  }
  last_segment_ = manifest_.last_segment;
  sweep();
}

ArchiveFolder::~ArchiveFolder() {
  if (lock_ >= 0) ::close(lock_);
}

void ArchiveFolder::take_lock() {
  const fs::path file = path_ / "lock";
  lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw InputError("cannot write to " + path_.string() + "; check its permissions");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    lock_ = -1;
    throw InputError("another broadsheet-index is writing to " + path_.string() + "; wait until it is done");
  }
}

void ArchiveFolder::sweep() {
  const std::set<std::string> named = names_in(manifest_);
  const auto sweep_folder = [&](const fs::path& folder, bool (*is_ours)(const std::string&)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename();
      if (named.contains(name) || !is_ours(name)) continue;
      last_segment_ = std::max(last_segment_, segment_number(name));
      fs::remove_all(entry.path());
      ++swept_;
    }
  };
  sweep_folder(path_ / "segments", is_of_segment);
  sweep_folder(path_, is_of_generation);
}

std::string ArchiveFolder::next_segment_name() {
  return numbered(++last_segment_);
}

std::string ArchiveFolder::next_file_name(const std::string& stem) const {
  return stem + "." + std::to_string(manifest_.generation + 1);
}

void ArchiveFolder::sum_files(Manifest& manifest) const {
  FileSums sums;
  const auto take = [&](const std::string& name) {
    if (name.empty()) return;
    const auto known = manifest.files.find(name);
    sums[name] = known != manifest.files.end() ? known->second : sum_file(path_ / name);
  };
  take(manifest.ledger);
  for (const auto& [kind, file] : manifest.derived) take(file.name);
  manifest.files = std::move(sums);
}

void ArchiveFolder::publish(Manifest manifest) {
  sum_files(manifest);
  manifest.schema = kSchemaVersion;
  manifest.generation = manifest_.generation + 1;
  manifest.last_segment = last_segment_;
  const fs::path aside = path_ / (std::string(kManifestName) + ".new");
  write_synced(aside, format_manifest(manifest));
  sync_folder(path_);
  fs::rename(aside, path_ / kManifestName);
  sync_folder(path_);
  manifest_ = std::move(manifest);
}

}  // namespace broadsheet
