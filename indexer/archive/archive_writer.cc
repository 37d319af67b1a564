// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/archive_writer.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/hash.h"
#include "common/in_parallel.h"
#include "indexer/archive/files.h"

namespace broadsheet {

namespace fs = std::filesystem;

PreparedArticle prepare(StoredArticle stored) {
  PreparedArticle prepared;
  prepared.built = build_document(stored);
  prepared.stored = std::move(stored);
  return prepared;
}

ArchiveWriter::ArchiveWriter(const fs::path& archive, Settings settings)
    : folder_(archive), settings_(std::move(settings)) {
  load_ledger();
  open_segments();
}

void ArchiveWriter::load_ledger() {
  const Manifest& manifest = folder_.manifest();
  if (manifest.ledger.empty()) return;
  // Lines that are lost without a word would be deleted articles that come back.
  if (const auto sum = manifest.files.find(manifest.ledger); sum != manifest.files.end())
    require_files(folder_.path(), {*sum}, Depth::Content);
  ledger_ = Ledger::load(folder_.path() / manifest.ledger);
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::open_segments() {
  std::map<std::string, std::shared_ptr<const TermFilter>> filters;
  for (const Published& segment : published_) filters[segment.entry.name] = segment.terms;
  published_.clear();
  for (const SegmentEntry& entry : folder_.manifest().segments) {
    require_files(folder_.path(), database_files(entry), Depth::Size);
    Published& segment = published_.emplace_back();
    segment.entry = entry;
    segment.database = Xapian::Database(segment_path(folder_.path(), entry.name).string());
    segment.terms = filters[entry.name];
  }
}

void ArchiveWriter::make_filters() {
  const auto has_filter = [](const Published& segment) { return segment.terms != nullptr; };
  if (std::all_of(published_.begin(), published_.end(), has_filter)) return;
  in_parallel(published_.size(), [&](std::size_t i) {
    Published& segment = published_[i];
    if (segment.terms) return;
    const auto columns = Columns::open(columns_path(folder_.path(), segment.entry.name), segment.database);
    segment.terms = std::make_shared<const TermFilter>(filter_of(segment.database, columns));
  });
}

void ArchiveWriter::open_pending() {
  if (pending_) return;
  // Another third is the segment's that is being written, and the rest is for what goes through the pipeline
  // and for tables that double as they grow.
  scratch_ = 1 - scratch_;
  pending_ =
      std::make_unique<SegmentWriter>(fresh_scratch(folder_.path(), scratch_), settings_.bytes_in_memory / 3);
}

std::optional<ArchiveWriter::Place> ArchiveWriter::find(const std::string& identity) {
  if (const auto found = pending_places_.find(identity); found != pending_places_.end()) return found->second;
  if (landing_ && (landing_->places.contains(identity) || find_published(identity))) land();
  return find_published(identity);
}

std::optional<ArchiveWriter::Place> ArchiveWriter::find_published(const std::string& identity) const {
  const std::string term = make_term(prefix::kIdentity, identity);
  const std::uint64_t hash = hash64(term);
  for (std::size_t i = 0; i < published_.size(); ++i) {
    const Published& segment = published_[i];
    if (!segment.may_have(hash)) continue;
    const auto posting = segment.database.postlist_begin(term);
    if (posting == segment.database.postlist_end(term)) continue;
    if (segment.changes.removed.contains(*posting) || segment.changes.superseded.contains(*posting)) continue;
    const auto content = unpack_ids(segment.database.get_document(*posting).get_value(slot::kContentHash));
    return Place{i, *posting, content.empty() ? 0 : content.front()};
  }
  return std::nullopt;
}

bool ArchiveWriter::was_superseded(const std::string& identity, std::uint64_t content) const {
  if (superseded_now_.contains({identity, content})) return true;
  const std::string term = make_term(prefix::kSuperseded, identity);
  const std::uint64_t hash = hash64(term);
  for (const Published& segment : published_) {
    if (!segment.may_have(hash)) continue;
    for (auto posting = segment.database.postlist_begin(term); posting != segment.database.postlist_end(term);
         ++posting) {
      if (segment.database.get_document(*posting).get_value(slot::kContentHash) == pack_ids({content}))
        return true;
    }
  }
  return false;
}

std::string ArchiveWriter::data_of(const Place& place) const {
  if (place.segment == kPending) return pending_->data(place.docid);
  return published_[place.segment].database.get_document(place.docid).get_data();
}

std::vector<std::string> ArchiveWriter::identities_beside(const std::string& identity) {
  land();
  const std::string start = identity + "#";
  std::set<std::string> identities;
  for (auto at = pending_places_.lower_bound(start);
       at != pending_places_.end() && at->first.starts_with(start); ++at) {
    identities.insert(at->first);
  }
  const std::string term = make_term(prefix::kIdentity, start);
  for (const Published& segment : published_) {
    for (auto at = segment.database.allterms_begin(term); at != segment.database.allterms_end(term); ++at)
      identities.insert((*at).substr(prefix::kIdentity.size()));
  }
  return {identities.begin(), identities.end()};
}

bool ArchiveWriter::is_replaced(const std::string& identity) const {
  if (replaced_now_.contains(identity)) return true;
  const std::string term = make_term(prefix::kReplaces, identity);
  const std::uint64_t hash = hash64(term);
  return std::any_of(published_.begin(), published_.end(), [&](const Published& segment) {
    if (!segment.may_have(hash)) return false;
    const auto posting = segment.database.postlist_begin(term);
    return posting != segment.database.postlist_end(term) && !segment.changes.removed.contains(*posting);
  });
}

AddResult ArchiveWriter::add(PreparedArticle article) {
  make_filters();
  const std::string identity = article.stored.article.identity;
  if (ledger_.is_buried(identity)) return {Outcome::Buried};
  const std::uint64_t content = article.built.content;
  const std::optional<Place> place = find(identity);
  if (place && place->content == content) return {Outcome::Unchanged};
  if (was_superseded(identity, content)) return {Outcome::Older};
  if (place) {
    const Relation to_old = relation(decode_article(data_of(*place)).article, article.stored.article);
    if (to_old == Relation::Unrelated) return add_beside(std::move(article));
    return {add_version(*place, to_old, std::move(article))};
  }
  if (is_replaced(identity)) {
    insert_superseded(article);
    return {Outcome::Older};
  }
  const bool replaces = supersede_replaced(article.stored.article);
  insert(std::move(article));
  return {replaces ? Outcome::Updated : Outcome::Indexed};
}

Outcome ArchiveWriter::add_version(const Place& place, Relation relation, PreparedArticle article) {
  if (relation == Relation::Older) {
    insert_superseded(article);
    return Outcome::Older;
  }
  supersede(article.stored.article.identity, place);
  supersede_replaced(article.stored.article);
  insert(std::move(article));
  return Outcome::Updated;
}

AddResult ArchiveWriter::add_beside(PreparedArticle article) {
  StoredArticle stored = std::move(article.stored);
  const std::string shared = stored.article.identity;
  for (const std::string& identity : identities_beside(shared)) {
    const std::optional<Place> place = find(identity);
    if (!place) continue;
    stored.article.identity = identity;
    const Relation to_old = relation(decode_article(data_of(*place)).article, stored.article);
    if (to_old == Relation::Unrelated) continue;
    AddResult result = add(prepare(std::move(stored)));
    result.collided_identity = identity;
    return result;
  }
  // The content hash was taken under the shared identity, so that the same article always gets the same other
  // one.
  stored.article.identity = shared + "#" + to_hex(article.built.content).substr(0, 8);
  AddResult result{Outcome::Indexed, stored.article.identity};
  result.outcome = add(prepare(std::move(stored))).outcome;
  return result;
}

/// Puts what the article says that it stands in for among the superseded versions, now and when it comes
/// later. True if there was something.
bool ArchiveWriter::supersede_replaced(const Article& article) {
  bool found = false;
  for (const std::string& identity : article.replaces) {
    if (identity == article.identity) continue;
    replaced_now_.insert(identity);
    const std::optional<Place> place = find(identity);
    if (place) supersede(identity, *place);
    found = found || place;
  }
  return found;
}

void ArchiveWriter::insert_superseded(const PreparedArticle& article) {
  open_pending();
  pending_->add_superseded(encode_article(article.stored));
  superseded_now_.insert({article.stored.article.identity, article.built.content});
  const std::vector<std::string>& replaces = article.stored.article.replaces;
  replaced_now_.insert(replaces.begin(), replaces.end());
}

void ArchiveWriter::insert(PreparedArticle article) {
  open_pending();
  const Xapian::docid docid = pending_->add(article.built);
  pending_places_[article.stored.article.identity] = {kPending, docid, article.built.content};
}

void ArchiveWriter::supersede(const std::string& identity, const Place& place) {
  superseded_now_.insert({identity, place.content});
  if (place.segment == kPending) {
    pending_->supersede(place.docid);
    pending_places_.erase(identity);
  } else {
    published_[place.segment].changes.superseded.insert(place.docid);
  }
}

bool ArchiveWriter::segment_is_full() const {
  return pending_ && is_full(*pending_, settings_.documents_per_segment);
}

bool ArchiveWriter::has_published_changes() const {
  return std::any_of(published_.begin(), published_.end(),
                     [](const Published& segment) { return !segment.changes.empty(); });
}

bool ArchiveWriter::has_changes() const {
  return pending_ || has_published_changes();
}

void ArchiveWriter::keep_up() {
  constexpr std::chrono::seconds kNow{0};
  if (landing_ && landing_->entry.wait_for(kNow) == std::future_status::ready) land();
  if (!segment_is_full()) return;
  land();
  if (has_published_changes()) return publish(false);
  begin_landing();
}

void ArchiveWriter::begin_landing() {
  landing_.emplace();
  landing_->places = std::exchange(pending_places_, {});
  landing_->ledger = ledger_.to_lines();
  landing_->entry = std::async(
      std::launch::async, [writer = std::exchange(pending_, nullptr), archive = folder_.path(),
                           name = folder_.next_segment_name()] { return writer->finish(archive, name); });
}

void ArchiveWriter::land() {
  if (!landing_) return;
  Landing landing = *std::exchange(landing_, std::nullopt);
  SegmentEntry entry = landing.entry.get();
  Manifest manifest = folder_.manifest();
  if (entry.documents > 0) manifest.segments.push_back(std::move(entry));
  merge_tiers(folder_, settings_.documents_per_segment, manifest.segments);
  mark_stale(manifest);
  publish_with(std::move(manifest), landing.ledger);
}

void ArchiveWriter::publish_with(Manifest manifest, const std::string& ledger) {
  manifest.ledger = folder_.next_file_name("ledger");
  write_synced(folder_.path() / manifest.ledger, ledger);
  folder_.publish(std::move(manifest));
  open_segments();
}

std::vector<SegmentEntry> ArchiveWriter::apply_changes() {
  std::vector<SegmentEntry> segments;
  for (const Published& segment : published_) {
    if (segment.changes.empty()) {
      segments.push_back(segment.entry);
      continue;
    }
    SegmentEntry entry = rewrite_segment(folder_.path(), segment.entry, folder_.next_segment_name(),
                                         segment.changes, settings_.bytes_in_memory / 3);
    if (entry.documents > 0) segments.push_back(std::move(entry));
  }
  if (pending_) {
    SegmentEntry entry = pending_->finish(folder_.path(), folder_.next_segment_name());
    if (entry.documents > 0) segments.push_back(std::move(entry));
  }
  pending_.reset();
  pending_places_.clear();
  return segments;
}

void ArchiveWriter::publish(bool last) {
  land();
  Manifest manifest = folder_.manifest();
  const std::string ledger = ledger_.to_lines();
  const bool ledger_changed =
      manifest.ledger.empty() || ledger != read_file(folder_.path() / manifest.ledger);
  const bool changed = has_changes();
  if (changed) manifest.segments = apply_changes();
  if (changed) merge_tiers(folder_, settings_.documents_per_segment, manifest.segments);
  if (changed) mark_stale(manifest);
  if (!changed && !ledger_changed && !(last && has_stale(manifest, settings_.derive))) return;
  if (last) derive_stale(folder_, settings_.derive, manifest);
  publish_with(std::move(manifest), ledger);
}

void ArchiveWriter::optimize() {
  publish(true);
  Manifest manifest = folder_.manifest();
  if (manifest.segments.size() < 2) return;
  merge_all(folder_, manifest.segments);
  if (manifest.segments == folder_.manifest().segments) return;
  mark_stale(manifest);  // a derived file may tell articles by segment
  derive_stale(folder_, settings_.derive, manifest);
  folder_.publish(std::move(manifest));
  open_segments();
}

}  // namespace broadsheet
