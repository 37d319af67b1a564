// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <stdexcept>

#include "common/columns.h"
#include "indexer/archive/files.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// Labels of one value from several segments: the better spelling wins, whatever the order.
class LabelCompactor : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string&, std::size_t count, const std::string tags[]) override {
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

/// The same document with other bytes in its data and termlist, so that their compressed ends fall elsewhere.
void shift_document(Xapian::WritableDatabase& database, Xapian::docid docid, unsigned attempt) {
  Xapian::Document document = database.get_document(docid);
  document.set_data(document.get_data() + std::string(attempt * 7, ' '));
  for (unsigned i = 0; i < attempt; ++i) document.add_boolean_term("XZ" + std::to_string(i * 7919 + docid));
  database.replace_document(docid, document);
}

/// Compacts until every document reads back.
void compact_readable(Xapian::WritableDatabase& database, const fs::path& target) {
  constexpr unsigned kAttempts = 20;
  for (unsigned attempt = 1; attempt <= kAttempts; ++attempt) {
    compact(database, target);
    const auto unreadable = unreadable_documents(Xapian::Database(target.string()));
    if (unreadable.empty()) return;
    for (Xapian::docid docid : unreadable) shift_document(database, docid, attempt);
    database.commit();
  }
  throw std::runtime_error("a segment could not be written so that Xapian reads it back: " + target.string());
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
  ++documents_;
  return database_.add_document(built.document);
}

void SegmentWriter::replace(Xapian::docid docid, const Xapian::Document& document) {
  database_.replace_document(docid, document);
}

std::string SegmentWriter::data(Xapian::docid docid) const { return database_.get_document(docid).get_data(); }

void SegmentWriter::flush() { database_.commit(); }

SegmentEntry SegmentWriter::finish(const fs::path& archive, const std::string& name) {
  for (const auto& [value, text] : labels_) database_.set_metadata(label_key(value.first, value.second), text);
  database_.commit();
  compact_readable(database_, fresh_path(archive, name));
  database_.close();
  return settle(archive, fresh_path(archive, name), name);
}

SegmentEntry rewrite_segment(const fs::path& archive, const std::string& old_name, const std::string& new_name,
                             const std::function<void(Xapian::WritableDatabase&)>& change) {
  const fs::path copy = archive / "segments" / (new_name + ".copy");
  fs::remove_all(copy);
  fs::copy(segment_path(archive, old_name), copy);
  {
    Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    change(database);
    database.commit();
    compact_readable(database, fresh_path(archive, new_name));
  }
  fs::remove_all(copy);
  return settle(archive, fresh_path(archive, new_name), new_name);
}

bool merge_segments(const fs::path& archive, const std::vector<std::string>& names, const std::string& new_name,
                    SegmentEntry& entry) {
  const fs::path target = fresh_path(archive, new_name);
  {
    Xapian::Database all;
    for (const std::string& name : names) all.add_database(Xapian::Database(segment_path(archive, name).string()));
    compact(all, target);
  }
  if (!unreadable_documents(Xapian::Database(target.string())).empty()) {
    fs::remove_all(target);
    return false;
  }
  entry = settle(archive, target, new_name);
  return true;
}

}  // namespace broadsheet
