// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/archive.h"

#include <algorithm>

#include "common/article_id.h"
#include "common/error.h"
#include "searcher/archive/facet_values.h"
#include "searcher/archive/opening.h"

namespace broadsheet {

namespace fs = std::filesystem;

Archive::Archive(const fs::path& path) : path_(path) {
  manifest_ = open_settled(path_, [this](const Manifest& manifest) {
    open_segments(manifest);
    persons_ = PersonGroups::load(path_, manifest);
    load_stories(manifest);
  });
  count_languages();
}

Archive::~Archive() = default;

void Archive::open_segments(const Manifest& manifest) {
  segments_.clear();
  all_ = Xapian::Database();
  for (const SegmentEntry& entry : manifest.segments) {
    // Before opening: a damaged version file can crash Xapian. After it: what is there now was there then.
    // (Glass takes a table that is missing for an empty one.)
    require_files(path_, database_files(entry), Depth::Size);
    const fs::path folder = segment_path(path_, entry.name);
    Xapian::Database database(folder.string());
    const GlassTable postings = GlassTable::open(folder, GlassTable::Name::Postlist);
    const GlassTable positions = GlassTable::open(folder, GlassTable::Name::Position);
    require_files(path_, database_files(entry), Depth::Size);
    all_.add_database(database);
    segments_.push_back(
        {database, Columns::open(columns_path(path_, entry.name), database), postings, positions});
  }
}

Location Archive::locate(Xapian::docid merged) const {
  // Xapian interleaves the documents of several databases.
  const auto count = static_cast<Xapian::docid>(segments_.size());
  return {(merged - 1) % count, (merged - 1) / count + 1};
}

void Archive::load_stories(const Manifest& manifest) {
  std::vector<std::string> uuids;
  for (const Segment& segment : segments_) uuids.push_back(segment.database.get_uuid());
  stories_ = Stories::load(path_, manifest, uuids);
}

Xapian::Document Archive::document(Location location) const {
  return segments_[location.segment].database.get_document(location.docid, Xapian::DOC_ASSUME_VALID);
}

const std::string& Archive::label(Facet facet, ValueId id) const {
  const auto [found, is_new] = labels_[facet].try_emplace(id);
  if (!is_new) return found->second;
  for (const Segment& segment : segments_) {
    const std::string text = segment.database.get_metadata(label_key(facet, id));
    if (!text.empty()) found->second = found->second.empty() ? text : better_label(found->second, text);
  }
  return found->second;
}

std::vector<ValueId> Archive::values(Facet facet) const {
  std::vector<ValueId> ids;
  for (const Segment& segment : segments_) {
    const auto dictionary = segment.columns.dictionary(facet);
    std::vector<ValueId> merged;
    merged.reserve(ids.size() + dictionary.size());
    std::set_union(ids.begin(), ids.end(), dictionary.begin(), dictionary.end(), std::back_inserter(merged));
    ids = std::move(merged);
  }
  return ids;
}

const FacetNumbers& Archive::numbers(Facet facet) const {
  auto& numbers = numbers_[facet];
  if (!numbers) numbers = std::make_unique<const FacetNumbers>(*this, facet);
  return *numbers;
}

const PersonForms& Archive::person_forms() const {
  if (!person_forms_) person_forms_ = PersonForms::load(path_, manifest_);
  return *person_forms_;
}

void Archive::count_languages() {
  for (const Segment& segment : segments_) {
    std::map<std::string, std::uint64_t> languages;
    std::uint64_t with_language = 0;
    for (ValueId id : segment.columns.dictionary(Facet::Language)) {
      const std::string code = segment.database.get_metadata(label_key(Facet::Language, id));
      const auto count = segment.database.get_termfreq(make_value_term(Facet::Language, code));
      languages[code] = count;
      with_language += count;
    }
    if (const auto all = segment.database.get_value_freq(slot::kIdentity); all > with_language)
      languages[""] = all - with_language;
    for (const auto& [code, count] : languages) languages_[code] += count;
    const auto most = std::max_element(languages.begin(), languages.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    most_spoken_.push_back(most == languages.end() ? "" : most->first);
  }
}

const Archive::SegmentLanguages& Archive::languages(std::uint32_t segment) const {
  const auto [made, is_new] = segment_languages_.try_emplace(segment);
  SegmentLanguages& languages = made->second;
  if (!is_new) return languages;
  languages.most = most_spoken_[segment];
  const Columns& columns = segments_[segment].columns;
  const auto dictionary = columns.dictionary(Facet::Language);
  const auto begins = columns.value_begins(Facet::Language);
  const auto indexes = columns.value_indexes(Facet::Language);
  const ValueId id = value_id(languages.most);
  for (Xapian::docid docid = 1; docid <= columns.last_docid(); ++docid) {
    const bool has_none = begins.empty() || begins[docid] == begins[docid + 1];
    const bool is_most = has_none ? languages.most.empty() : dictionary[indexes[begins[docid]]] == id;
    if (!is_most && columns.is_live(docid)) languages.in_another.push_back(docid);
  }
  return languages;
}

double Archive::mean_words() const {
  if (mean_words_ > 0) return mean_words_;
  std::uint64_t words = 0;
  std::uint64_t articles = 0;
  for (const Segment& segment : segments_) {
    for (const std::uint32_t count : segment.columns.word_counts()) {
      words += count;
      articles += count > 0 ? 1 : 0;
    }
  }
  mean_words_ = words > 0 ? static_cast<double>(words) / static_cast<double>(articles) : 1;
  return mean_words_;
}

Location Archive::find_article(const std::string& id) const {
  std::vector<Location> named;
  for (std::uint32_t s = 0; s < segments_.size(); ++s) {
    const Columns& columns = segments_[s].columns;
    for (Xapian::docid docid = 1; docid <= columns.last_docid(); ++docid) {
      const std::string_view identity = columns.identity(docid);
      if (identity == id) return {s, docid};
      if (names_article(id, identity)) named.push_back({s, docid});
    }
  }
  if (named.size() == 1) return named.front();
  if (named.empty()) throw InputError("no article has the id " + id);
  std::string message =
      "the id " + id + " stands for " + std::to_string(named.size()) + " articles; name one of:";
  for (std::size_t i = 0; i < std::min<std::size_t>(named.size(), 10); ++i) {
    message += "\n  " + std::string(identity(named[i]));
  }
  throw InputError(message);
}

std::vector<Location> Archive::superseded(const std::string& identity) const {
  const std::string term = make_term(prefix::kSuperseded, identity);
  std::vector<Location> versions;
  for (std::uint32_t s = 0; s < segments_.size(); ++s) {
    const Xapian::Database& database = segments_[s].database;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      versions.push_back({s, *at});
  }
  return versions;
}

}  // namespace broadsheet
