// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/frequent_postings.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "common/hash.h"
#include "common/schema.h"
#include "common/stems.h"

namespace broadsheet {

class FrequentPostings::Builder {
 public:
  explicit Builder(const Xapian::Database& segment)
      : segment_(segment),
        least_((segment.get_doccount() + kOneOf - 1) / kOneOf),
        languages_(frequent_languages()) {}

  /// The stems and the words that may be stems, both in byte order.
  Bytes build() {
    const std::string stems(prefix::kStem);
    const auto stems_end = segment_.allterms_end(stems);
    const auto words_end = segment_.allterms_end();
    auto stem = segment_.allterms_begin(stems);
    auto word = segment_.allterms_begin();
    skip_prefixes(stem, stems, stems_end);
    skip_prefixes(word, "", words_end);
    while (stem != stems_end || word != words_end) {
      const std::string stem_word = stem == stems_end ? "" : std::string(word_of_stem(*stem));
      const int order = stem == stems_end ? 1 : word == words_end ? -1 : stem_word.compare(*word);
      consider(order <= 0 ? stem_word : *word, order <= 0 ? stem.get_termfreq() : 0,
               order >= 0 ? word.get_termfreq() : 0);
      if (order <= 0) skip_prefixes(++stem, stems, stems_end);
      if (order >= 0) skip_prefixes(++word, "", words_end);
    }
    return std::move(bytes_);
  }

 private:
  /// Of those with this prefix, goes over the terms that have a longer one.
  static void skip_prefixes(Xapian::TermIterator& at, const std::string& own,
                            const Xapian::TermIterator& end) {
    if (at == end) return;
    const std::string term = *at;
    if (term.size() > own.size() && term[own.size()] >= 'A' && term[own.size()] <= 'Z')
      at.skip_to(own + static_cast<char>('Z' + 1));
  }

  std::vector<std::string> frequent_languages() const {
    std::vector<std::string> languages;
    Xapian::doccount known = 0;
    const std::string start(prefix::kLanguage);
    for (auto term = segment_.allterms_begin(start); term != segment_.allterms_end(start); ++term) {
      known += term.get_termfreq();
      if (term.get_termfreq() >= least_) languages.push_back((*term).substr(start.size()));
    }
    if (known + least_ <= segment_.get_doccount()) languages.emplace_back();
    return languages;
  }

  void consider(const std::string& word, Xapian::doccount as_stem, Xapian::doccount as_word) {
    if (as_stem + as_word < least_) return;
    const bool is_stem =
        as_stem > 0 || std::any_of(languages_.begin(), languages_.end(),
                                   [&](const auto& language) { return stem(word, language) == word; });
    if (is_stem) append(word);
  }

  /// Adds the stem's list, if it is frequent.
  void append(const std::string& word) {
    const std::string term = std::string(prefix::kStem) + word;
    const std::size_t begin = bytes_.postings.size();
    last_ = 0;
    List list;
    list.count = append_postings(term, word);
    if (list.count < least_) return bytes_.postings.resize(begin);
    list.begin = begin;
    list.name = bytes_.names.size();
    list.name_size = static_cast<std::uint32_t>(term.size());
    list.size = static_cast<std::uint32_t>(bytes_.postings.size() - begin);
    list.checksum = hash64(std::string_view(bytes_.postings).substr(begin));
    bytes_.names += term;
    bytes_.lists.append(reinterpret_cast<const char*>(&list), sizeof list);
  }

  /// Those of either term; where both are, their occurrences together. Returns how many.
  std::uint32_t append_postings(const std::string& term, const std::string& word) {
    const auto end = segment_.postlist_end(term);
    auto a = segment_.postlist_begin(term);
    auto b = segment_.postlist_begin(word);
    std::uint32_t count = 0;
    for (; a != end || b != end; ++count) {
      const bool has_a = b == end || (a != end && *a <= *b);
      const bool has_b = a == end || (b != end && *b <= *a);
      const Xapian::docid docid = has_a ? *a : *b;
      append_posting(docid, (has_a ? a.get_wdf() : 0) + (has_b ? b.get_wdf() : 0));
      if (has_a) ++a;
      if (has_b) ++b;
    }
    return count;
  }

  void append_posting(Xapian::docid docid, std::uint32_t times) {
    const std::uint32_t gap = docid - last_ - 1;
    last_ = docid;
    --times;
    bytes_.postings += static_cast<char>(std::min(gap, kLongGap) << 3 | std::min(times, kManyTimes));
    if (gap >= kLongGap) append_rest(gap - kLongGap);
    if (times >= kManyTimes) append_rest(times - kManyTimes);
  }

  void append_rest(std::uint32_t number) {
    for (; number >= 0x80; number >>= 7) bytes_.postings += static_cast<char>(number | 0x80);
    bytes_.postings += static_cast<char>(number);
  }

  const Xapian::Database& segment_;
  Xapian::doccount least_;  // articles that a frequent stem is in
  std::vector<std::string> languages_;
  Bytes bytes_;
  Xapian::docid last_ = 0;  // of the list that is being appended
};

FrequentPostings::Bytes FrequentPostings::build(const Xapian::Database& segment) {
  return Builder(segment).build();
}

FrequentPostings::List FrequentPostings::list(std::size_t number) const {
  List list;
  std::memcpy(&list, lists_.data() + number * sizeof list, sizeof list);
  return list;
}

std::optional<FrequentPostings::List> FrequentPostings::look_up(std::string_view stem_term) const {
  std::size_t low = 0;
  std::size_t high = lists_.size() / sizeof(List);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const List found = list(middle);
    const int order = name(found).compare(stem_term);
    if (order == 0) return found;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> FrequentPostings::count(std::string_view stem_term) const {
  const auto list = look_up(stem_term);
  if (!list) return std::nullopt;
  return list->count;
}

std::optional<FrequentPostings::Found> FrequentPostings::find(std::string_view stem_term) const {
  const auto list = look_up(stem_term);
  if (!list || list->begin > postings_.size()) return std::nullopt;
  const std::string_view bytes = postings_.substr(list->begin, list->size);
  if (hash64(bytes) != list->checksum) return std::nullopt;
  return Found{list->count, bytes};
}

}  // namespace broadsheet
