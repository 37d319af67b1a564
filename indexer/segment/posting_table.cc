// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/posting_table.h"

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

}  // namespace

PostingTable::PostingTable(const std::filesystem::path& folder) : table_(folder / "postlist.glass") {}

void PostingTable::add_metadata(const std::map<std::string, std::string>& entries) {
  for (const auto& [key, value] : entries) {
    if (!value.empty()) table_.add(std::string(kMetadataKey) + key, value);
  }
}

void PostingTable::add_values(const ValueLists& values, const Removed& removed) {
  values.write(table_, removed);
}

void PostingTable::add_lengths(std::span<const Posting> lengths) {
  postings_.assign(lengths.begin(), lengths.end());
  add_list(kLengthsKey, kLengthsKey, false);
}

void PostingTable::add_terms(MergedRuns runs, const Removed& removed) {
  for (auto same_term = runs.next(); !same_term.empty(); same_term = runs.next())
    add_term(same_term, removed);
}

void PostingTable::add_term(std::span<TermRun* const> runs, const Removed& removed) {
  postings_.clear();
  for (const TermRun* run : runs) append_postings(postings_, run->current().postings, removed);
  if (postings_.empty()) return;
  for (const Posting& posting : postings_) largest_wdf_ = std::max(largest_wdf_, posting.wdf);
  std::string key;
  append_sortable_term(key, runs.front()->current().term);
  const std::string first_key = key;
  key.push_back('\0');
  add_list(first_key, key, true);
}

/// later_key: that of the chunks after the first, without the docid.
void PostingTable::add_list(std::string_view first_key, std::string_view later_key, bool count) {
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
    table_.add(key, tag);
    key.clear();
    tag.clear();
  }
}

}  // namespace broadsheet::glass
