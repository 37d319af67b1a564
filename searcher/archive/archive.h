// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/columns.h"
#include "common/manifest.h"
#include "common/person_forms.h"
#include "common/person_groups.h"
#include "common/stories.h"
#include "searcher/archive/glass_table.h"

namespace broadsheet {

/// One segment of an archive that is open for reading.
struct Segment {
  Xapian::Database database;
  Columns columns;
  GlassTable postings;
  GlassTable positions;  // of words, for places.h
};

/// Where an article is: a segment and the docid within it.
struct Location {
  std::uint32_t segment = 0;
  Xapian::docid docid = 0;
  bool operator==(const Location&) const = default;
};

class FacetNumbers;

/// An archive as it was published when it was opened: immutable, whatever a writer does meanwhile. Not
/// thread-safe.
class Archive {
 public:
  /// Throws InputError if there is none, its schema is another, or a file is missing, of another size or, if
  /// it is ours and cannot be made again, damaged; Xapian::Error if Xapian cannot open it.
  explicit Archive(const std::filesystem::path& path);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }
  const std::vector<Segment>& segments() const { return segments_; }
  /// All segments as one: what ranking searches, so that its statistics are those of the archive.
  const Xapian::Database& all() const { return all_; }
  const PersonGroups& persons() const { return persons_; }
  /// What else persons are called; read when first asked for. Throws InputError if it is damaged.
  const PersonForms& person_forms() const;
  const Stories& stories() const { return stories_; }

  std::string_view identity(Location location) const {
    return segments_[location.segment].columns.identity(location.docid);
  }
  /// Of a docid of all().
  Location locate(Xapian::docid merged) const;
  Xapian::Document document(Location location) const;

  /// The spelling under which a facet value is shown; empty if the id does not occur. Countries and languages
  /// give their codes.
  const std::string& label(Facet facet, ValueId id) const;
  /// Every id that occurs in a value facet, ascending.
  std::vector<ValueId> values(Facet facet) const;

  /// Of a value facet; made when first asked for, and good as long as the archive.
  const FacetNumbers& numbers(Facet facet) const;

  /// The languages of the archive's articles (codes; "" for articles without one), each with its number of
  /// articles.
  const std::map<std::string, std::uint64_t>& languages() const { return languages_; }

  /// What a segment's articles are written in.
  struct SegmentLanguages {
    std::string most;                       // the language of most articles
    std::vector<Xapian::docid> in_another;  // the articles in another, ascending
  };
  const SegmentLanguages& languages(std::uint32_t segment) const;

  /// The mean number of words of an article; 1 for an archive without words.
  double mean_words() const;

  /// The article that an id names: its identity, the record's own id, or the beginning (6 digits or more) of
  /// its short id. Throws InputError if there is none or several; then it names them.
  Location find_article(const std::string& id) const;

  /// The superseded versions of an identity: documents that are readable and not searched.
  std::vector<Location> superseded(const std::string& identity) const;

 private:
  void open_segments(const Manifest& manifest);
  void load_stories(const Manifest& manifest);
  void count_languages();

  std::filesystem::path path_;
  Manifest manifest_;
  std::vector<Segment> segments_;
  Xapian::Database all_;
  PersonGroups persons_;
  Stories stories_;
  std::map<std::string, std::uint64_t> languages_;
  std::vector<std::string> most_spoken_;  // by segment
  mutable std::map<std::uint32_t, SegmentLanguages> segment_languages_;
  mutable double mean_words_ = 0;  // not counted yet
  mutable std::optional<PersonForms> person_forms_;
  mutable std::map<Facet, std::unordered_map<ValueId, std::string>> labels_;
  mutable std::map<Facet, std::unique_ptr<const FacetNumbers>> numbers_;
};

}  // namespace broadsheet
