// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// Walks the posting list of a term, where it is mapped. Not thread-safe. Requires that the table outlives
/// it. All but docid(), wdf() and frequency() may throw Xapian::DatabaseCorruptError.
class PostingList {
 public:
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  /// Is at the first article. last_docid: no docid of the table is greater.
  PostingList(const GlassTable& postings, Xapian::docid last_docid, std::string_view term);
  PostingList(const Segment& segment, std::string_view term)
      : PostingList(segment.postings, segment.columns.last_docid(), term) {}
  PostingList(const PostingList&) = delete;
  PostingList& operator=(const PostingList&) = delete;

  /// In how many articles the term occurs.
  Xapian::doccount frequency() const { return frequency_; }

  /// Where the walk is, and how often the term occurs there; kEnd behind the last article.
  Xapian::docid docid() const { return docid_; }
  std::uint32_t wdf() const { return wdf_; }

  /// To the next article. Requires that this is not the end.
  void next() {
    if (rest_.empty()) return next_chunk();
    advance();
  }
  /// To the first article whose docid is not less, from here on.
  void skip_to(Xapian::docid docid);

 private:
  std::uint64_t take();
  void advance();
  void open_chunk(std::uint64_t first_docid);
  void next_chunk();

  GlassCursor cursor_;
  std::string key_;     // what the keys of further chunks begin with
  std::string buffer_;  // of a chunk in pieces
  std::string_view rest_;
  Xapian::docid last_docid_;
  Xapian::docid last_of_chunk_ = 0;
  bool is_last_chunk_ = true;
  Xapian::docid docid_ = kEnd;
  std::uint32_t wdf_ = 0;
  Xapian::doccount frequency_ = 0;
};

/// The same for a stem: the articles that have it as one or the other of its terms (common/schema.h).
class StemPostings {
 public:
  static constexpr Xapian::docid kEnd = PostingList::kEnd;

  StemPostings(const Segment& segment, std::string_view stem_term)
      : other_words_(segment, stem_term), word_(segment, word_of_stem(stem_term)) {}

  Xapian::docid docid() const { return std::min(other_words_.docid(), word_.docid()); }
  std::uint32_t wdf() const {
    const Xapian::docid here = docid();
    return (other_words_.docid() == here ? other_words_.wdf() : 0) +
           (word_.docid() == here ? word_.wdf() : 0);
  }
  void next() {
    const Xapian::docid here = docid();
    if (other_words_.docid() == here) other_words_.next();
    if (word_.docid() == here) word_.next();
  }
  void skip_to(Xapian::docid docid) {
    other_words_.skip_to(docid);
    word_.skip_to(docid);
  }

 private:
  PostingList other_words_;
  PostingList word_;
};

/// In how many articles of a segment a stem occurs. May throw Xapian::DatabaseCorruptError.
Xapian::doccount stem_frequency(const Segment& segment, const std::string& stem_term);

/// The same of the archive.
Xapian::doccount stem_frequency(const Archive& archive, const std::string& stem_term);

}  // namespace broadsheet
