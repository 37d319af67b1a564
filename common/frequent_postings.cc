// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/frequent_postings.h"

#include <algorithm>
#include <cstring>

#include "common/hash.h"
#include "common/schema.h"

namespace broadsheet {

void FrequentPostings::append_rest(std::uint32_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

FrequentPostings::List FrequentPostings::append(const Xapian::Database& segment, const std::string& term,
                                                Bytes& bytes) {
  List list;
  list.begin = bytes.postings.size();
  list.name = bytes.names.size();
  list.name_size = static_cast<std::uint32_t>(term.size());
  bytes.names += term;
  Xapian::docid last = 0;
  const auto end = segment.postlist_end(term);
  for (auto at = segment.postlist_begin(term); at != end; ++at) {
    const Xapian::docid docid = *at;
    const std::uint32_t gap = docid - last - 1;
    const std::uint32_t times = at.get_wdf() - 1;
    bytes.postings += static_cast<char>(std::min(gap, kLongGap) << 3 | std::min(times, kManyTimes));
    if (gap >= kLongGap) append_rest(gap - kLongGap, bytes.postings);
    if (times >= kManyTimes) append_rest(times - kManyTimes, bytes.postings);
    last = docid;
    ++list.count;
  }
  list.size = static_cast<std::uint32_t>(bytes.postings.size() - list.begin);
  list.checksum = hash64(std::string_view(bytes.postings).substr(list.begin));
  return list;
}

FrequentPostings::Bytes FrequentPostings::build(const Xapian::Database& segment) {
  Bytes bytes;
  const std::string stems(prefix::kStem);
  const std::uint64_t articles = segment.get_doccount();
  const auto end = segment.allterms_end(stems);
  for (auto term = segment.allterms_begin(stems); term != end; ++term) {
    if (std::uint64_t{term.get_termfreq()} * kOneOf < articles) continue;
    const List list = append(segment, *term, bytes);
    bytes.lists.append(reinterpret_cast<const char*>(&list), sizeof list);
  }
  return bytes;
}

FrequentPostings::List FrequentPostings::list(std::size_t number) const {
  List list;
  std::memcpy(&list, lists_.data() + number * sizeof list, sizeof list);
  return list;
}

std::optional<FrequentPostings::List> FrequentPostings::look_up(std::string_view term) const {
  std::size_t low = 0;
  std::size_t high = lists_.size() / sizeof(List);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const List found = list(middle);
    const int order = name(found).compare(term);
    if (order == 0) return found;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> FrequentPostings::count(std::string_view term) const {
  const auto list = look_up(term);
  if (!list) return std::nullopt;
  return list->count;
}

std::optional<FrequentPostings::Found> FrequentPostings::find(std::string_view term) const {
  const auto list = look_up(term);
  if (!list || list->begin > postings_.size()) return std::nullopt;
  const std::string_view bytes = postings_.substr(list->begin, list->size);
  if (hash64(bytes) != list->checksum) return std::nullopt;
  return Found{list->count, bytes};
}

}  // namespace broadsheet
