// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <functional>
#include <optional>
#include <stdexcept>

#include "common/columns.h"
#include "indexer/archive/files.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// Labels of one value from several segments: the better spelling wins, whatever the order.
class LabelCompactor : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string&, std::size_t count,
                                         const std::string tags[]) override {
    std::string best = tags[0];
    for (std::size_t i = 1; i < count; ++i) best = better_label(best, tags[i]);
    return best;
  }
};

void compact(Xapian::Database database, const fs::path& target) {
  fs::remove_all(target);
  LabelCompactor compactor;
  database.compact(target.string(), Xapian::Compactor::FULL, 0, compactor);
}

bool exists(const Xapian::Database& database, Xapian::docid docid) {
  auto at = database.postlist_begin("");
  at.skip_to(docid);
  return at != database.postlist_end("") && *at == docid;
}

bool reads_back(const Xapian::Database& database, Xapian::docid docid) {
  try {
    database.get_document(docid).get_data();
    database.termlist_begin(docid);
    return true;
  } catch (const Xapian::DatabaseError&) {
    return false;
  }
}

/// The same document with other bytes in its data and termlist, so that their compressed ends fall elsewhere.
void shift(Xapian::Document& document, unsigned times) {
  document.set_data(document.get_data() + std::string(times * 7, ' '));
  for (unsigned i = 0; i < times; ++i) document.add_boolean_term("XZ" + std::to_string(i * 7919 + times));
}

/// The documents of a database to be, by a number of the giver's; nothing: leave it out.
using DocumentGiver = std::function<std::optional<Xapian::Document>(Xapian::docid)>;

std::set<std::string> labels_in_use(const Xapian::Database& database) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < kValueFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    const auto end = database.valuestream_end(info(facet).slot);
    for (auto value = database.valuestream_begin(info(facet).slot); value != end; ++value) {
      for (const ValueId id : unpack_ids(*value)) keys.insert(label_key(facet, id));
    }
  }
  return keys;
}

/// Takes away the labels of values that no document has any more: what was deleted leaves no name behind.
void prune_labels(Xapian::WritableDatabase& database) {
  const std::set<std::string> in_use = labels_in_use(database);
  std::vector<std::string> unused;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    if (!in_use.contains(*key)) unused.push_back(*key);
  }
  for (const std::string& key : unused) database.set_metadata(key, "");
}

/// Writes documents 1 to last and the metadata to a fresh database in scratch and compacts it to target,
/// shifting what does not read back until all does.
void write_readable(const fs::path& scratch, const fs::path& target, Xapian::docid last,
                    const DocumentGiver& give, const Xapian::Database& metadata) {
  constexpr unsigned kAttempts = 20;
  std::map<Xapian::docid, unsigned> shifts;
  for (unsigned attempt = 0; attempt < kAttempts; ++attempt) {
    fs::remove_all(scratch);
    Xapian::WritableDatabase database(scratch.string(),
                                      Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
    std::vector<Xapian::docid> origin = {0};
    for (Xapian::docid number = 1; number <= last; ++number) {
      auto document = give(number);
      if (!document) continue;
      if (const auto times = shifts.find(number); times != shifts.end()) shift(*document, times->second);
      database.add_document(*document);
      origin.push_back(number);
    }
    for (auto key = metadata.metadata_keys_begin(); key != metadata.metadata_keys_end(); ++key) {
      database.set_metadata(*key, metadata.get_metadata(*key));
    }
    database.commit();
    prune_labels(database);
    database.commit();
    compact(database, target);
    const auto unreadable = unreadable_documents(Xapian::Database(target.string()));
    if (unreadable.empty()) return;
    for (Xapian::docid docid : unreadable) ++shifts[origin[docid]];
  }
  throw std::runtime_error("a segment could not be written so that Xapian reads it back: " + target.string());
}

bool compact_reads_back(const Xapian::Database& database, const fs::path& target) {
  compact(database, target);
  return unreadable_documents(Xapian::Database(target.string())).empty();
}

/// A copy of a published segment with changes made by Xapian's writer; false if it would not read back.
bool change_copy(const fs::path& copy, const SegmentChanges& changes, const fs::path& target) {
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (Xapian::docid docid : changes.superseded) {
    const std::string data = database.get_document(docid).get_data();
    database.replace_document(docid, build_superseded(data));
  }
  for (Xapian::docid docid : changes.removed) database.delete_document(docid);
  database.commit();
  prune_labels(database);
  database.commit();
  return compact_reads_back(database, target);
}

/// Makes a compacted folder a segment of the archive: columns beside it, all synced, in its place.
SegmentEntry settle(const fs::path& archive, const fs::path& compacted, const std::string& name) {
  SegmentEntry entry;
  entry.name = name;
  {
    const Xapian::Database segment(compacted.string());
    entry.documents = segment.get_doccount();
    write_synced(columns_path(archive, name), Columns::build(segment));
  }
  entry.checksum = hash_folder(compacted);
  sync_tree(compacted);
  fs::rename(compacted, segment_path(archive, name));
  sync_folder(archive / "segments");
  return entry;
}

fs::path fresh_path(const fs::path& archive, const std::string& name) {
  return archive / "segments" / (name + ".new");
}

}  // namespace

std::vector<Xapian::docid> unreadable_documents(const Xapian::Database& database) {
  std::vector<Xapian::docid> unreadable;
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    if (!reads_back(database, *docid)) unreadable.push_back(*docid);
  }
  return unreadable;
}

SegmentWriter::SegmentWriter(fs::path scratch)
    : scratch_(std::move(scratch)),
      database_(scratch_.string(), Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC) {}

SegmentWriter::~SegmentWriter() {
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
}

Xapian::docid SegmentWriter::add(const BuiltDocument& built) {
  for (const Label& label : built.labels) {
    const auto [found, is_new] = labels_.try_emplace({label.facet, label.id}, label.text);
    if (!is_new) found->second = better_label(found->second, label.text);
  }
  const Xapian::docid docid = database_.add_document(built.document);
  keep(docid, built.document.get_data(), built.term_bytes);
  return docid;
}

void SegmentWriter::add_superseded(const std::string& data) {
  const Xapian::docid docid = database_.add_document(build_superseded(data));
  keep(docid, data, 0);
  if (const auto kept = kept_.find(docid); kept != kept_.end()) kept->second.fate = Fate::Superseded;
}

void SegmentWriter::keep(Xapian::docid docid, const std::string& data, std::uint64_t term_bytes) {
  constexpr std::uint64_t kAlwaysReadable = 8192;  // uncompressed bytes that fit in one block of the reader's
  ++documents_;
  if (data.size() <= kAlwaysReadable && term_bytes <= kAlwaysReadable) return;
  kept_[docid].data = data;
  kept_bytes_ += data.size();
}

void SegmentWriter::supersede(Xapian::docid docid) {
  has_leavers_ = true;
  if (const auto kept = kept_.find(docid); kept != kept_.end()) {
    kept->second.fate = Fate::Superseded;
    must_rebuild_ = true;  // Xapian's replace_document reads the termlist, which may be one that it cannot
  } else {
    database_.replace_document(docid, build_superseded(database_.get_document(docid).get_data()));
  }
}

void SegmentWriter::remove(const std::string& identity) {
  std::vector<Xapian::docid> versions;
  for (const auto prefix : {prefix::kIdentity, prefix::kSuperseded}) {
    const std::string term = make_term(prefix, identity);
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at)
      versions.push_back(*at);
  }
  for (const Xapian::docid docid : versions) {
    has_leavers_ = true;
    if (const auto kept = kept_.find(docid); kept != kept_.end()) {
      kept->second.fate = Fate::Removed;
      must_rebuild_ = true;
    } else {
      database_.delete_document(docid);
    }
  }
}

std::string SegmentWriter::data(Xapian::docid docid) const {
  const auto kept = kept_.find(docid);
  return kept == kept_.end() ? database_.get_document(docid).get_data() : kept->second.data;
}

void SegmentWriter::flush() {
  database_.commit();
}

std::optional<Xapian::Document> SegmentWriter::final_document(Xapian::docid docid) const {
  const auto kept = kept_.find(docid);
  if (kept == kept_.end())
    return exists(database_, docid) ? std::optional(database_.get_document(docid)) : std::nullopt;
  if (kept->second.fate == Fate::Removed) return std::nullopt;
  if (kept->second.fate == Fate::Superseded) return build_superseded(kept->second.data);
  return build_document(decode_article(kept->second.data)).document;
}

SegmentEntry SegmentWriter::finish(const fs::path& archive, const std::string& name) {
  for (const auto& [value, text] : labels_)
    database_.set_metadata(label_key(value.first, value.second), text);
  database_.commit();
  if (has_leavers_) prune_labels(database_);
  database_.commit();
  const fs::path target = fresh_path(archive, name);
  if (must_rebuild_ || !compact_reads_back(database_, target)) {
    const fs::path again = scratch_.string() + "-again.new";
    const auto give = [&](Xapian::docid docid) { return final_document(docid); };
    write_readable(again, target, database_.get_lastdocid(), give, database_);
    fs::remove_all(again);
  }
  database_.close();
  return settle(archive, target, name);
}

SegmentEntry rewrite_segment(const fs::path& archive, const std::string& old_name,
                             const std::string& new_name, const SegmentChanges& changes) {
  const fs::path scratch = archive / "segments" / (new_name + ".copy");
  const fs::path target = fresh_path(archive, new_name);
  fs::remove_all(scratch);
  fs::copy(segment_path(archive, old_name), scratch);
  if (!change_copy(scratch, changes, target)) {
    const Xapian::Database old_one(segment_path(archive, old_name).string());
    const auto give = [&](Xapian::docid docid) -> std::optional<Xapian::Document> {
      if (changes.removed.contains(docid) || !exists(old_one, docid)) return std::nullopt;
      Xapian::Document document = old_one.get_document(docid);
      if (!changes.superseded.contains(docid)) return document;
      return build_superseded(document.get_data());
    };
    write_readable(scratch, target, old_one.get_lastdocid(), give, old_one);
  }
  fs::remove_all(scratch);
  return settle(archive, target, new_name);
}

bool merge_segments(const fs::path& archive, const std::vector<std::string>& names,
                    const std::string& new_name, SegmentEntry& entry) {
  const fs::path target = fresh_path(archive, new_name);
  bool readable = false;
  {
    Xapian::Database all;
    for (const std::string& name : names)
      all.add_database(Xapian::Database(segment_path(archive, name).string()));
    readable = compact_reads_back(all, target);
  }
  if (!readable) {
    fs::remove_all(target);
    return false;
  }
  entry = settle(archive, target, new_name);
  return true;
}

}  // namespace broadsheet
