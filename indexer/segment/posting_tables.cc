// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/posting_tables.h"

#include <algorithm>

namespace broadsheet::glass {
namespace {

/// Takes as many postings off the front as make a chunk, and appends the chunk but for its first byte.
std::string chunk_of(std::span<const Posting>& postings) {
  std::string list;
  append_uint(list, postings.front().wdf);
  std::size_t taken = 1;
  for (; taken < postings.size() && list.size() < kChunkBytes; ++taken) {
    append_uint(list, postings[taken].docid - postings[taken - 1].docid - 1);
    append_uint(list, postings[taken].wdf);
  }
  std::string chunk;
  append_uint(chunk, postings[taken - 1].docid - postings.front().docid);
  chunk += list;
  postings = postings.subspan(taken);
  return chunk;
}

void append_postings(std::vector<Posting>& postings, std::string_view list, const Removed& removed) {
  Xapian::docid docid = 0;
  while (!list.empty()) {
    docid += static_cast<Xapian::docid>(take_uint(list));
    const auto wdf = static_cast<Xapian::termcount>(take_uint(list));
    if (!removed.contains(docid)) postings.push_back({docid, wdf});
  }
}

/// Several runs as one: the runs that have the smallest term, again and again.
class MergedRuns {
 public:
  explicit MergedRuns(const std::vector<std::unique_ptr<TermRun>>& runs) {
    for (const auto& run : runs) {
      if (run->next()) open_.push_back(run.get());
    }
  }

  /// Empty at the end. Valid until the next call.
  std::span<TermRun* const> next() {
    const auto is_done = [](TermRun* run) { return !run->next(); };
    for (TermRun* run : smallest_) {
      if (is_done(run)) std::erase(open_, run);
    }
    smallest_.clear();
    for (TermRun* run : open_) {
      const int order = smallest_.empty() ? 0 : compare(*run, *smallest_.front());
      if (order < 0) smallest_.clear();
      if (order <= 0) smallest_.push_back(run);
    }
    return smallest_;
  }

 private:
  static int compare(const TermRun& a, const TermRun& b) {
    return a.current().term.compare(b.current().term);
  }

  std::vector<TermRun*> open_;  // in order of their docids, as smallest_
  std::vector<TermRun*> smallest_;
};

}  // namespace

PostingTables::PostingTables(const std::filesystem::path& folder)
    : folder_(folder), postlist_(folder / "postlist.glass") {}

void PostingTables::add_metadata(const std::map<std::string, std::string>& entries) {
  for (const auto& [key, value] : entries) {
    if (!value.empty()) postlist_.add(std::string(kMetadataKey) + key, value);
  }
}

void PostingTables::add_values(const ValueLists& values, const Removed& removed) {
  values.write(postlist_, removed);
}

void PostingTables::add_lengths(std::span<const Posting> lengths) {
  postings_.assign(lengths.begin(), lengths.end());
  add_list(kLengthsKey, kLengthsKey, false);
}

void PostingTables::add_terms(const std::vector<std::unique_ptr<TermRun>>& runs, const Removed& removed) {
  MergedRuns merged(runs);
  for (auto same_term = merged.next(); !same_term.empty(); same_term = merged.next())
    add_term(same_term, removed);
}

void PostingTables::add_term(std::span<TermRun* const> runs, const Removed& removed) {
  postings_.clear();
  for (const TermRun* run : runs) append_postings(postings_, run->current().postings, removed);
  if (postings_.empty()) return;
  for (const Posting& posting : postings_) largest_wdf_ = std::max(largest_wdf_, posting.wdf);
  std::string key;
  append_sortable_term(key, runs.front()->current().term);
  const std::string first_key = key;
  key.push_back('\0');
  add_list(first_key, key, true);
  add_positions(runs, key, removed);
}

/// later_key: that of the chunks after the first, without the docid.
void PostingTables::add_list(std::string_view first_key, std::string_view later_key, bool count) {
  if (postings_.empty()) return;
  std::uint64_t occurrences = 0;
  for (const Posting& posting : postings_) occurrences += posting.wdf;
  std::string tag;
  append_uint(tag, count ? postings_.size() : 0);
  append_uint(tag, count ? occurrences : 0);
  append_uint(tag, postings_.front().docid - 1);
  std::string key(first_key);
  for (std::span<const Posting> rest = postings_; !rest.empty();) {
    const Xapian::docid first = rest.front().docid;
    const std::string chunk = chunk_of(rest);
    if (key.empty()) append_sortable_docid(key.append(later_key), first);
    tag.push_back(rest.empty() ? '1' : '0');
    tag += chunk;
    postlist_.add(key, tag);
    key.clear();
    tag.clear();
  }
}

void PostingTables::add_positions(std::span<TermRun* const> runs, std::string_view later_key,
                                  const Removed& removed) {
  std::string key(later_key);
  for (const TermRun* run : runs) {
    Xapian::docid docid = 0;
    for (std::string_view rest = run->current().positions; !rest.empty();) {
      docid += static_cast<Xapian::docid>(take_uint(rest));
      const std::string_view tag = take_string(rest);
      if (removed.contains(docid)) continue;
      if (!position_) position_.emplace(folder_ / "position.glass");
      key.resize(later_key.size());
      append_sortable_docid(key, docid);
      position_->add(key, tag);
    }
  }
}

void PostingTables::finish(TableRoots& roots) {
  roots[Postlist] = postlist_.finish();
  if (position_) roots[Position] = position_->finish();
}

}  // namespace broadsheet::glass
