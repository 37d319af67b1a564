// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/check_segment.h"

#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <system_error>

#include "common/columns.h"
#include "common/hash.h"
#include "common/schema.h"
#include "indexer/archive/files.h"
#include "indexer/archive/segment_writer.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using Remedy = Finding::Remedy;

class SegmentChecker {
 public:
  SegmentChecker(const fs::path& archive, const SegmentEntry& entry)
      : archive_(archive), entry_(entry), folder_("segments/" + entry.name), columns_(folder_ + ".columns") {}

  SegmentCheck check() {
    check_files();
    check_strangers();
    // Xapian's check trusts much of what it reads: it is not shown what is known to be damaged.
    if (!check_.is_readable()) return std::move(check_);
    try {
      check_database();
    } catch (const Xapian::Error& error) {
      report(folder_, "cannot be read: " + error.get_description(), Remedy::Restore);
    } catch (const std::exception& error) {
      report(folder_, std::string("cannot be read: ") + error.what(), Remedy::Restore);
    }
    return std::move(check_);
  }

 private:
  void report(const std::string& file, const std::string& trouble, Remedy remedy) {
    check_.findings.push_back({file, trouble, remedy});
  }

  void check_files() {
    for (const auto& [name, sum] : entry_.files) {
      const std::string trouble = file_trouble(archive_ / name, sum, Depth::Content);
      if (!trouble.empty()) report(name, trouble, name == columns_ ? Remedy::Repair : Remedy::Restore);
    }
  }

  void check_strangers() {
    if (entry_.files.empty()) return;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(archive_ / folder_, error)) {
      const std::string name = folder_ + '/' + file.path().filename().string();
      if (file.path().filename() != kXapianLock && !entry_.files.contains(name))
        report(name, "does not belong to the archive", Remedy::Delete);
    }
  }

  void check_database() {
    const std::string path = (archive_ / folder_).string();
    std::ostringstream details;
    if (const std::size_t errors = Xapian::Database::check(path, 0, &details); errors > 0) {
      report(folder_, "has errors: Xapian's check finds " + std::to_string(errors), Remedy::Restore);
      return;
    }
    const Xapian::Database database(path);
    check_documents(database);
    check_columns(database);
  }

  void check_documents(const Xapian::Database& database) {
    if (database.get_doccount() != entry_.documents) {
      report(folder_,
             "has " + std::to_string(database.get_doccount()) + " documents, and the manifest says " +
                 std::to_string(entry_.documents),
             Remedy::Restore);
    }
    if (const auto lost = unreadable_documents(database); !lost.empty()) {
      report(folder_, "has " + std::to_string(lost.size()) + " documents that Xapian cannot read back",
             Remedy::Restore);
    }
    const auto end = database.valuestream_end(slot::kIdentity);
    for (auto value = database.valuestream_begin(slot::kIdentity); value != end; ++value)
      check_.articles.push_back(hash64(*value));
  }

  void check_columns(const Xapian::Database& database) {
    if (std::any_of(check_.findings.begin(), check_.findings.end(),
                    [this](const Finding& finding) { return finding.file == columns_; }))
      return;
    if (Columns::build(database) != read_file(archive_ / columns_))
      report(columns_, "does not say what its segment says", Remedy::Repair);
  }

  const fs::path& archive_;
  const SegmentEntry& entry_;
  std::string folder_;
  std::string columns_;
  SegmentCheck check_;
};

}  // namespace

bool SegmentCheck::is_readable() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.remedy == Remedy::Restore; });
}

SegmentCheck check_segment(const fs::path& archive, const SegmentEntry& entry) {
  return SegmentChecker(archive, entry).check();
}

}  // namespace broadsheet
