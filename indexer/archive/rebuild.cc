// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/rebuild.h"

#include "common/error.h"
#include "indexer/archive/files.h"

namespace broadsheet {

namespace fs = std::filesystem;

ArchiveRebuild::ArchiveRebuild(const fs::path& archive, ArchiveWriter::Settings settings)
    : folder_(archive, Schemas::EarlierToo), settings_(std::move(settings)) {}

std::uint64_t ArchiveRebuild::documents() const {
  std::uint64_t documents = 0;
  for (const SegmentEntry& entry : folder_.manifest().segments) documents += entry.documents;
  return documents;
}

bool ArchiveRebuild::open_next_segment() {
  const std::vector<SegmentEntry>& entries = folder_.manifest().segments;
  if (opened_ == entries.size()) return false;
  const SegmentEntry& entry = entries[opened_++];
  require_files(folder_.path(), database_files(entry), Depth::Content);
  source_ = Xapian::Database(segment_path(folder_.path(), entry.name).string());
  at_ = source_.postlist_begin("");
  return true;
}

StoredVersion ArchiveRebuild::read(Xapian::docid docid) const {
  const Xapian::Document document = source_.get_document(docid);
  try {
    const std::string data = document.get_data();
    return {decode_article(data), data.size(), document.get_value(slot::kIdentity).empty()};
  } catch (const std::runtime_error& error) {
    throw InputError(folder_.path().string() + ": document " + std::to_string(docid) + " of segment " +
                     folder_.manifest().segments[opened_ - 1].name + ": " + error.what() +
                     "; the archive is as it was: see broadsheet-index --check " + folder_.path().string());
  }
}

std::vector<StoredVersion> ArchiveRebuild::next(std::size_t most) {
  std::vector<StoredVersion> versions;
  while (versions.size() < most) {
    if (at_ == source_.postlist_end("")) {
      if (!open_next_segment()) break;
      continue;
    }
    versions.push_back(read(*at_));
    ++at_;
  }
  return versions;
}

SegmentWriter& ArchiveRebuild::writer() {
  if (!writer_)
    writer_ = std::make_unique<SegmentWriter>(fresh_scratch(folder_.path()), settings_.bytes_in_memory / 2);
  return *writer_;
}

void ArchiveRebuild::add(const BuiltDocument& built) {
  writer().add(built);
  if (is_full(*writer_, settings_.documents_per_segment)) finish_segment();
}

void ArchiveRebuild::add_superseded(const StoredArticle& stored) {
  writer().add_superseded(encode_article(stored));
  if (is_full(*writer_, settings_.documents_per_segment)) finish_segment();
}

void ArchiveRebuild::finish_segment() {
  segments_.push_back(writer_->finish(folder_.path(), folder_.next_segment_name()));
  writer_.reset();
}

void ArchiveRebuild::publish() {
  if (writer_) finish_segment();
  Manifest manifest = folder_.manifest();
  manifest.segments = std::move(segments_);
  merge_tiers(folder_, settings_.documents_per_segment, manifest.segments);
  mark_stale(manifest);
  derive_stale(folder_, settings_.derive, manifest);
  folder_.publish(std::move(manifest));
}

}  // namespace broadsheet
