// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/repair_archive.h"

#include "common/columns.h"
#include "indexer/archive/check_segment.h"
#include "indexer/archive/files.h"
#include "indexer/archive/ledger.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

class Repairer {
 public:
  Repairer(const fs::path& archive, const Derivations& derive)
      : folder_(archive), manifest_(folder_.manifest()), derive_(derive) {}

  std::vector<std::string> repair() {
    if (folder_.swept() > 0)
      done_.push_back("removed " + std::to_string(folder_.swept()) +
                      " leftovers of runs that were broken off");
    bool readable = true;
    for (SegmentEntry& entry : manifest_.segments) readable = repair_segment(entry) && readable;
    if (readable) repair_derived();
    repair_ledger();
    if (manifest_ != folder_.manifest()) folder_.publish(std::move(manifest_));
    return std::move(done_);
  }

 private:
  /// False if the segment itself is damaged.
  bool repair_segment(SegmentEntry& entry) {
    const SegmentCheck check = check_segment(folder_.path(), entry);
    if (!check.is_readable()) return false;
    const std::string columns = "segments/" + entry.name + ".columns";
    for (const Finding& finding : check.findings) {
      if (finding.file == columns) make_columns(entry, columns);
    }
    if (entry.files.empty()) take_sums(entry, columns);
    return true;
  }

  void make_columns(SegmentEntry& entry, const std::string& name) {
    const Xapian::Database segment(segment_path(folder_.path(), entry.name).string());
    const fs::path aside = folder_.path() / (name + ".new");
    write_synced(aside, Columns::build(segment));
    fs::rename(aside, folder_.path() / name);  // readers keep the old one mapped
    sync_folder(folder_.path() / "segments");
    if (!entry.files.empty()) entry.files[name] = sum_file(folder_.path() / name);
    done_.push_back(name + " was made anew from its segment");
  }

  void take_sums(SegmentEntry& entry, const std::string& columns) {
    entry.files = sum_segment(segment_path(folder_.path(), entry.name), "segments/" + entry.name);
    entry.files[columns] = sum_file(folder_.path() / columns);
    done_.push_back("segments/" + entry.name + " had no checksums: took them as it is now");
  }

  /// Whether a file that the manifest names must be made anew.
  bool is_damaged(const std::string& name) const {
    const auto sum = manifest_.files.find(name);
    if (sum == manifest_.files.end()) return true;
    return !file_trouble(folder_.path() / name, sum->second, Depth::Content).empty();
  }

  void repair_derived() {
    for (auto& [kind, file] : manifest_.derived) file.stale = file.stale || is_damaged(file.name);
    const Manifest before = manifest_;
    derive_stale(folder_, derive_, manifest_);
    for (const auto& [kind, file] : manifest_.derived) {
      if (file.name != before.derived_name(kind))
        done_.push_back(file.name + " was made anew from the segments");
    }
  }

  void repair_ledger() {
    const std::string old_name = manifest_.ledger;
    if (old_name.empty()) return;
    const bool has_sum = manifest_.files.contains(old_name);
    Ledger ledger = Ledger::load(folder_.path() / old_name);
    const bool good = ledger.unreadable() == 0 && ledger.closes() && fs::exists(folder_.path() / old_name);
    if (good && (!has_sum || !is_damaged(old_name))) return take_ledger_sum(has_sum);
    ledger.forget_inputs();
    manifest_.ledger = folder_.next_file_name("ledger");
    write_synced(folder_.path() / manifest_.ledger, ledger.to_lines());
    done_.push_back(old_name + " was damaged: the next run reads its files again, and " +
                    std::to_string(ledger.tombstones().size()) +
                    " deleted articles are still known; others, if there were any, may come back");
  }

  void take_ledger_sum(bool has_sum) {
    if (!has_sum) manifest_.files[manifest_.ledger] = sum_file(folder_.path() / manifest_.ledger);
  }

  ArchiveFolder folder_;
  Manifest manifest_;
  const Derivations& derive_;
  std::vector<std::string> done_;
};

}  // namespace

std::vector<std::string> repair_archive(const fs::path& archive, const Derivations& derive) {
  return Repairer(archive, derive).repair();
}

}  // namespace broadsheet
