// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/check_archive.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/hash.h"
#include "common/seal.h"
#include "indexer/archive/files.h"
#include "indexer/archive/ledger.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using Remedy = Finding::Remedy;

class ArchiveChecker {
 public:
  explicit ArchiveChecker(const fs::path& archive) : archive_(archive) {}

  ArchiveCheck check() {
    constexpr int kAttempts = 20;
    Manifest manifest = read_manifest(archive_);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      // A segment's name is never used twice: what was found of one holds as long as it is named.
      for (const SegmentEntry& entry : manifest.segments) {
        if (!segments_.contains(entry.name)) segments_[entry.name] = check_segment(archive_, entry);
      }
      check_generation(manifest);
      Manifest now = read_manifest(archive_);
      if (found_.findings.empty() || now == manifest) return std::move(found_);
      manifest = std::move(now);
    }
    throw InputError(archive_.string() + " changes faster than it can be checked; try again");
  }

 private:
  void report(const std::string& file, const std::string& trouble, Remedy remedy) {
    found_.findings.push_back({file, trouble, remedy});
  }

  void check_generation(const Manifest& manifest) {
    found_ = {};
    found_.segments = manifest.segments.size();
    found_.files = manifest.files.size();
    for (const SegmentEntry& entry : manifest.segments) {
      const SegmentCheck& segment = segments_[entry.name];
      found_.findings.insert(found_.findings.end(), segment.findings.begin(), segment.findings.end());
      found_.files += entry.files.size();
      found_.articles += segment.articles.size();
    }
    check_stub(manifest);
    check_derived(manifest);
    check_articles(manifest, check_ledger(manifest));
    check_reports();
    if (!manifest.has_checksums()) {
      found_.notes.push_back(
          "there are files without a checksum, written by an earlier version: changed bytes "
          "in them cannot be told; --repair gives them checksums");
    }
  }

  bool is_readable(const Manifest& manifest) {
    return std::all_of(manifest.segments.begin(), manifest.segments.end(),
                       [this](const SegmentEntry& entry) { return segments_[entry.name].is_readable(); });
  }

  /// Whether Xapian's own tools see what we see.
  void check_stub(const Manifest& manifest) {
    if (!is_readable(manifest)) return;
    std::uint64_t documents = 0;
    for (const SegmentEntry& entry : manifest.segments) documents += entry.documents;
    const std::string stub(kManifestName);
    try {
      if (Xapian::Database(archive_.string()).get_doccount() != documents)
        report(stub, "names other segments to Xapian than to Broadsheet", Remedy::Restore);
    } catch (const Xapian::Error& error) {
      report(stub, "cannot be opened by Xapian: " + error.get_description(), Remedy::Restore);
    }
  }

  /// False if the file is missing or, as far as that can be told, damaged.
  bool check_file(const std::string& name, const Manifest& manifest) {
    const auto sum = manifest.files.find(name);
    std::string trouble;
    if (sum != manifest.files.end()) {
      trouble = file_trouble(archive_ / name, sum->second, Depth::Content);
    } else if (!fs::exists(archive_ / name)) {
      trouble = "is missing";
    }
    if (!trouble.empty()) report(name, trouble, Remedy::Repair);
    return trouble.empty();
  }

  void check_derived(const Manifest& manifest) {
    for (const auto& [kind, file] : manifest.derived) {
      if (file.name.empty()) continue;
      check_file(file.name, manifest);
      if (file.stale)
        found_.notes.push_back(file.name + " is of an earlier state; the next run makes it anew");
    }
  }

  Ledger check_ledger(const Manifest& manifest) {
    if (manifest.ledger.empty() || !check_file(manifest.ledger, manifest)) return {};
    Ledger ledger = Ledger::load(archive_ / manifest.ledger);
    if (ledger.unreadable() > 0) {
      report(manifest.ledger, "has " + std::to_string(ledger.unreadable()) + " lines that cannot be read",
             Remedy::Repair);
    }
    if (!ledger.closes()) report(manifest.ledger, "has a balance that does not close", Remedy::Repair);
    return ledger;
  }

  void check_articles(const Manifest& manifest, const Ledger& ledger) {
    std::vector<std::uint64_t> all;
    for (const SegmentEntry& entry : manifest.segments) {
      const auto& articles = segments_[entry.name].articles;
      all.insert(all.end(), articles.begin(), articles.end());
    }
    std::sort(all.begin(), all.end());
    if (std::adjacent_find(all.begin(), all.end()) != all.end())
      report("segments", "hold an article twice", Remedy::Restore);
    for (const auto& [identity, tombstone] : ledger.tombstones()) {
      if (std::binary_search(all.begin(), all.end(), hash64(identity)))
        report("segments", "hold an article that was deleted: " + identity, Remedy::Restore);
    }
  }

  void check_reports() {
    std::error_code error;
    for (const auto& file : fs::directory_iterator(archive_ / "runs", error)) {
      if (check_seal(read_file(file.path())) == Seal::Broken)
        report("runs/" + file.path().filename().string(), "is damaged: its content is not what was written",
               Remedy::Delete);
    }
  }

  const fs::path& archive_;
  std::map<std::string, SegmentCheck> segments_;
  ArchiveCheck found_;
};

}  // namespace

ArchiveCheck check_archive(const fs::path& archive) {
  return ArchiveChecker(archive).check();
}

}  // namespace broadsheet
