// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <functional>
#include <future>
#include <optional>
#include <stdexcept>

#include "common/columns.h"
#include "common/hash.h"
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
    database.replace_document(docid, superseded_for_xapian(data));
  }
  for (Xapian::docid docid : changes.removed) database.delete_document(docid);
  database.commit();
  prune_labels(database);
  database.commit();
  return compact_reads_back(database, target);
}

/// The same files under their paths within the archive.
FileSums sums_at(const std::string& place, const FileSums& by_name) {
  FileSums sums;
  for (const auto& [name, sum] : by_name) sums[place + '/' + name] = sum;
  return sums;
}

std::string place_of(const std::string& name) {
  return "segments/" + name;
}

/// Writes and syncs the columns of a database in a folder; the entry that it returns has no other file yet.
SegmentEntry write_columns(const fs::path& archive, const fs::path& folder, const std::string& name) {
  const Xapian::Database segment(folder.string());
  const std::string columns = Columns::build(segment);
  write_synced(columns_path(archive, name), columns);
  SegmentEntry entry;
  entry.name = name;
  entry.documents = segment.get_doccount();
  entry.files[place_of(name) + ".columns"] = {columns.size(), hash64(columns)};
  return entry;
}

/// Puts a folder that is synced in its place.
void move_in(const fs::path& archive, const fs::path& folder, const std::string& name) {
  fs::rename(folder, segment_path(archive, name));
  sync_folder(archive / "segments");
}

/// Makes a compacted folder a segment of the archive: columns beside it, all synced, in its place.
SegmentEntry settle(const fs::path& archive, const fs::path& compacted, const std::string& name) {
  auto sums = std::async(std::launch::async, [&] {
    FileSums all = sum_segment(compacted, place_of(name));
    sync_tree(compacted);
    return all;
  });
  SegmentEntry entry = write_columns(archive, compacted, name);
  entry.files.merge(sums.get());
  move_in(archive, compacted, name);
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

fs::path fresh_scratch(const fs::path& archive, unsigned number) {
  fs::path folder = archive / "segments" / ("scratch.new." + std::to_string(number));
  fs::remove_all(folder);
  return folder;
}

SegmentWriter::Scratch::Scratch(fs::path folder) : path(std::move(folder)) {
  fs::create_directories(path);
}

SegmentWriter::Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

SegmentWriter::SegmentWriter(fs::path scratch, std::uint64_t memory)
    : scratch_(std::move(scratch)), database_(scratch_.path, memory) {}

Xapian::docid SegmentWriter::insert(const BuiltDocument& built) {
  const Xapian::docid docid = database_.add(built.document);
  versions_[built.identity].push_back(docid);
  scratch_bytes_ += built.document.data.bytes.size() + built.document.termlist.bytes.size();
  return docid;
}

Xapian::docid SegmentWriter::add(const BuiltDocument& built) {
  for (const Label& label : built.labels) {
    const auto [found, is_new] = labels_.try_emplace({label.facet, label.id}, label.text);
    if (!is_new) found->second = better_label(found->second, label.text);
  }
  return insert(built);
}

void SegmentWriter::add_superseded(const std::string& data) {
  insert(build_superseded(data));
}

void SegmentWriter::supersede(Xapian::docid docid) {
  has_leavers_ = true;
  const std::string data = database_.data(docid);
  database_.remove(docid);
  add_superseded(data);
}

void SegmentWriter::remove(const std::string& identity) {
  const auto versions = versions_.find(identity);
  if (versions == versions_.end()) return;
  has_leavers_ = true;
  for (const Xapian::docid docid : versions->second) database_.remove(docid);
  versions_.erase(versions);
}

std::set<std::pair<Facet, ValueId>> SegmentWriter::labels_in_use() const {
  std::set<std::pair<Facet, ValueId>> in_use;
  for (std::size_t i = 0; i < kValueFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    database_.visit_values(info(facet).slot, [&](Xapian::docid, std::string_view value) {
      for (const ValueId id : unpack_ids(value)) in_use.insert({facet, id});
    });
  }
  return in_use;
}

SegmentEntry SegmentWriter::finish(const fs::path& archive, const std::string& name) {
  if (has_leavers_) {
    const auto in_use = labels_in_use();
    std::erase_if(labels_, [&](const auto& label) { return !in_use.contains(label.first); });
  }
  for (const auto& [value, text] : labels_)
    database_.set_metadata(label_key(value.first, value.second), text);
  const fs::path target = fresh_path(archive, name);
  fs::remove_all(target);
  fs::create_directory(target);
  SegmentEntry entry;
  const FileSums sums = database_.finish(target, [&] { entry = write_columns(archive, target, name); });
  entry.files.merge(sums_at(place_of(name), sums));
  sync_tree(target);
  move_in(archive, target, name);
  return entry;
}

SegmentEntry rewrite_segment(const fs::path& archive, const SegmentEntry& old_entry,
                             const std::string& new_name, const SegmentChanges& changes) {
  require_files(archive, database_files(old_entry), Depth::Content);
  const fs::path old_path = segment_path(archive, old_entry.name);
  const fs::path scratch = archive / "segments" / (new_name + ".copy");
  const fs::path target = fresh_path(archive, new_name);
  fs::remove_all(scratch);
  fs::copy(old_path, scratch);
  if (!change_copy(scratch, changes, target)) {
    const Xapian::Database old_one(old_path.string());
    const auto give = [&](Xapian::docid docid) -> std::optional<Xapian::Document> {
      if (changes.removed.contains(docid) || !exists(old_one, docid)) return std::nullopt;
      Xapian::Document document = old_one.get_document(docid);
      if (!changes.superseded.contains(docid)) return document;
      return superseded_for_xapian(document.get_data());
    };
    write_readable(scratch, target, old_one.get_lastdocid(), give, old_one);
  }
  fs::remove_all(scratch);
  return settle(archive, target, new_name);
}

bool merge_segments(const fs::path& archive, const std::vector<SegmentEntry>& segments,
                    const std::string& new_name, SegmentEntry& entry) {
  const fs::path target = fresh_path(archive, new_name);
  bool readable = false;
  {
    Xapian::Database all;
    for (const SegmentEntry& segment : segments) {
      require_files(archive, database_files(segment), Depth::Content);
      all.add_database(Xapian::Database(segment_path(archive, segment.name).string()));
    }
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
