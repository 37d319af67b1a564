// SPDX-License-Identifier: GPL-2.0-or-later
//
// What takes an article out of an archive for good, and lets it in again.
#include <string>
#include <vector>

#include "common/article_id.h"
#include "common/error.h"
#include "common/schema.h"
#include "indexer/archive/archive_writer.h"
#include "indexer/archive/run_report.h"

namespace broadsheet {
namespace {

void require_one(const std::string& id, const std::vector<std::string>& identities) {
  if (identities.size() == 1) return;
  std::string message = "the id " + id + " stands for several articles; name one of:";
  for (const std::string& identity : identities) message += "\n  " + identity;
  throw InputError(message);
}

}  // namespace

std::vector<std::string> ArchiveWriter::published_identities(const std::string& id) const {
  std::vector<std::string> identities;
  for (const Published& segment : published_) {
    const auto end = segment.database.valuestream_end(slot::kIdentity);
    for (auto value = segment.database.valuestream_begin(slot::kIdentity); value != end; ++value) {
      if (segment.changes.removed.contains(value.get_docid())) continue;
      if (*value == id) return {id};
      // Not by short id: what is removed for good must be named in full.
      if ((*value).ends_with(":" + id)) identities.push_back(*value);
    }
  }
  return identities;
}

std::vector<std::string> ArchiveWriter::buried_identities(const std::string& id) const {
  std::vector<std::string> identities;
  for (const auto& [identity, tombstone] : ledger_.tombstones()) {
    if (identity == id) return {id};
    if (names_article(id, identity)) identities.push_back(identity);
  }
  return identities;
}

bool ArchiveWriter::remove(const std::string& id, const std::string& reason) {
  land();
  const std::vector<std::string> identities = published_identities(id);
  if (identities.empty() && !buried_identities(id).empty()) return false;
  if (identities.empty())
    throw InputError("no article has the id " + id + "; see: broadsheet-search " + folder_.path().string() +
                     " --show ID");
  require_one(id, identities);
  bury(identities.front(), id, reason);
  return true;
}

void ArchiveWriter::bury(const std::string& identity, const std::string& id, const std::string& reason) {
  land();
  for (Published& segment : published_) {
    for (const auto prefix : {prefix::kIdentity, prefix::kSuperseded}) {
      const std::string term = make_term(prefix, identity);
      for (auto posting = segment.database.postlist_begin(term);
           posting != segment.database.postlist_end(term); ++posting) {
        segment.changes.removed.insert(*posting);
      }
    }
  }
  if (pending_) pending_->remove(identity);
  pending_places_.erase(identity);
  ledger_.bury(identity, {id, reason, utc_now()});
}

void ArchiveWriter::restore(const std::string& id) {
  const std::vector<std::string> identities = buried_identities(id);
  if (identities.empty()) throw InputError("no deleted article has the id " + id);
  require_one(id, identities);
  ledger_.unbury(identities.front());
}

}  // namespace broadsheet
