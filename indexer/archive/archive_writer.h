// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/archive/archive_folder.h"
#include "indexer/archive/derive.h"
#include "indexer/archive/ledger.h"
#include "indexer/archive/segment_writer.h"
#include "indexer/archive/term_filter.h"
#include "indexer/archive/tiers.h"
#include "indexer/archive/versions.h"

namespace broadsheet {

/// What became of an article that was given to the archive. Older ones are kept, readable and not searched.
enum class Outcome { Indexed, Updated, Unchanged, Older, Buried };

struct AddResult {
  Outcome outcome = Outcome::Indexed;
  /// The id was taken by an unrelated article: this one stands beside it, under this identity.
  std::optional<std::string> collided_identity = std::nullopt;
};

/// A prepared article: what the parallel part of the pipeline hands to the one writer.
struct PreparedArticle {
  StoredArticle stored;
  BuiltDocument built;
};
PreparedArticle prepare(StoredArticle stored);

/// The live content of an archive and the changes of this run. Changes reach readers at publish(). Not
/// thread-safe. Throws Xapian::Error, std::system_error and InputError (see ArchiveFolder).
class ArchiveWriter {
 public:
  struct Settings {
    std::uint64_t documents_per_segment = kDocumentsPerSegment;
    std::uint64_t bytes_in_memory = 256 << 20;  // for what is not written yet
    /// Who makes each kind of derived file.
    Derivations derive;
  };

  ArchiveWriter(const std::filesystem::path& archive, Settings settings);
  ~ArchiveWriter();

  AddResult add(PreparedArticle article);

  /// Removes every version of a published article and leaves a tombstone. The id is an identity or a record's
  /// own id. False if it was removed before. Throws InputError if there is none or several (then it names
  /// them).
  bool remove(const std::string& id, const std::string& reason);

  /// Removes every version of an article, published or of this run, if the archive has it, and leaves a
  /// tombstone either way. id: as the one who asks for it names the article.
  void bury(const std::string& identity, const std::string& id, const std::string& reason);

  /// Lets a removed article in again. Throws InputError if there is no tombstone, or several (then it names
  /// them).
  void restore(const std::string& id);

  /// To be called now and then, between two articles: has a segment that is full written while the next one
  /// fills, and publishes what was written meanwhile.
  void keep_up();

  /// Writes what this run has gathered as a segment and publishes it, with variants and copies anew if last.
  void publish(bool last);

  /// Merges all segments into one and publishes.
  void optimize();

  Ledger& ledger() { return ledger_; }
  const ArchiveFolder& folder() const { return folder_; }

 private:
  struct Published {
    SegmentEntry entry;
    Xapian::Database database;
    SegmentChanges changes = {};
    std::shared_ptr<const TermFilter> terms = nullptr;  // once an article was added

    bool may_have(std::uint64_t term_hash) const { return !terms || terms->may_have(term_hash); }
  };
  /// Where an identity's current version is.
  struct Place {
    std::size_t segment = 0;  // index of published_; kPending in the segment being written
    Xapian::docid docid = 0;
    std::uint64_t content = 0;
  };
  static constexpr std::size_t kPending = static_cast<std::size_t>(-1);
  /// A full segment that is being written. Until it is published, what was published before does not change:
  /// its changes would reach readers without the articles that made them.
  struct Landing {
    std::map<std::string, Place> places;
    std::string ledger;  // as it was when the segment was full
    std::future<SegmentEntry> entry;
  };

  void open_segments();
  void load_ledger();
  void open_pending();
  void make_filters();
  bool segment_is_full() const;
  bool has_published_changes() const;
  void begin_landing();
  /// Waits for the segment that is being written, if there is one, and publishes it.
  void land();
  void publish_with(Manifest manifest, const std::string& ledger);
  /// Lands what is being written, if it or a segment before it has the identity.
  std::optional<Place> find(const std::string& identity);
  std::optional<Place> find_published(const std::string& identity) const;
  /// The identities of articles whose id was taken when they came, see add_beside().
  std::vector<std::string> identities_beside(const std::string& identity);
  bool is_replaced(const std::string& identity) const;
  /// True if this very content was an earlier version that a newer one replaced: read again, it must not come
  /// back.
  bool was_superseded(const std::string& identity, std::uint64_t content) const;
  std::string data_of(const Place& place) const;
  Outcome add_version(const Place& place, Relation relation, PreparedArticle article);
  AddResult add_beside(PreparedArticle article);
  void insert(PreparedArticle article);
  void insert_superseded(const PreparedArticle& article);
  bool supersede_replaced(const Article& article);
  void supersede(const std::string& identity, const Place& place);
  std::vector<std::string> published_identities(const std::string& id) const;
  std::vector<std::string> buried_identities(const std::string& id) const;
  bool has_changes() const;
  std::vector<SegmentEntry> apply_changes();

  ArchiveFolder folder_;
  Settings settings_;
  Ledger ledger_;
  std::vector<Published> published_;
  std::unique_ptr<SegmentWriter> pending_;
  std::map<std::string, Place> pending_places_;
  std::set<std::pair<std::string, std::uint64_t>> superseded_now_;  // in this run
  std::set<std::string> replaced_now_;                              // identities, in this run
  unsigned scratch_ = 0;
  std::optional<Landing> landing_;
};

}  // namespace broadsheet
