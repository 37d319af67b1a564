// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <future>
#include <optional>
#include <stdexcept>

#include "common/columns.h"
#include "common/hash.h"
#include "common/in_parallel.h"
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

bool reads_back(const Xapian::Database& database, Xapian::docid docid) {
  try {
    database.get_document(docid).get_data();
    database.termlist_begin(docid);
    return true;
  } catch (const Xapian::DatabaseError&) {
    return false;
  }
}

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

namespace {

/// A stored article that stays in a segment.
struct Staying {
  std::string data;
  bool superseded = false;
};

void add_all(SegmentWriter& writer, const std::vector<Staying>& articles) {
  std::vector<BuiltDocument> built(articles.size());
  in_parallel(articles.size(), [&](std::size_t i) {
    const Staying& article = articles[i];
    built[i] =
        article.superseded ? build_superseded(article.data) : build_document(decode_article(article.data));
  });
  for (const BuiltDocument& document : built) writer.add(document);
}

}  // namespace

SegmentEntry rebuild_segment(const fs::path& archive, const SegmentEntry& old_entry,
                             const std::string& new_name, const SegmentChanges& changes,
                             std::uint64_t memory) {
  constexpr std::size_t kAtOnce = 2048;  // articles in memory
  const Xapian::Database old_one(segment_path(archive, old_entry.name).string());
  SegmentWriter writer(archive / "segments" / (new_name + ".copy"), memory);
  std::vector<Staying> articles;
  for (auto docid = old_one.postlist_begin(""); docid != old_one.postlist_end(""); ++docid) {
    if (changes.removed.contains(*docid)) continue;
    const Xapian::Document document = old_one.get_document(*docid);
    articles.push_back({document.get_data(),
                        changes.superseded.contains(*docid) || document.get_value(slot::kIdentity).empty()});
    if (articles.size() < kAtOnce) continue;
    add_all(writer, articles);
    articles.clear();
  }
  add_all(writer, articles);
  return writer.finish(archive, new_name);
}

std::optional<SegmentEntry> change_segment(const fs::path& archive, const SegmentEntry& old_entry,
                                           const std::string& new_name, const SegmentChanges& changes) {
  const fs::path copy = archive / "segments" / (new_name + ".copy");
  const fs::path target = fresh_path(archive, new_name);
  fs::remove_all(copy);
  fs::copy(segment_path(archive, old_entry.name), copy);
  const bool reads_back = change_copy(copy, changes, target);
  fs::remove_all(copy);
  if (reads_back) return settle(archive, target, new_name);
  fs::remove_all(target);
  return std::nullopt;
}

SegmentEntry rewrite_segment(const fs::path& archive, const SegmentEntry& old_entry,
                             const std::string& new_name, const SegmentChanges& changes,
                             std::uint64_t memory) {
  constexpr std::uint64_t kFew =
      64;  // Xapian takes so many times as long for a change as a writer for an article
  require_files(archive, database_files(old_entry), Depth::Content);
  if ((changes.superseded.size() + changes.removed.size()) * kFew < old_entry.documents) {
    if (auto entry = change_segment(archive, old_entry, new_name, changes)) return *std::move(entry);
  }
  return rebuild_segment(archive, old_entry, new_name, changes, memory);
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
