// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The stem terms ("Zelect", see common/schema.h) of one language's words, each word stemmed once. Not
/// thread-safe: for each thread its own, see for_language().
class StemTerms {
 public:
  struct Term {
    std::string_view text;   // valid until the next of()
    std::uint64_t hash = 0;  // hash64() of text
    bool is_word = false;    // the stem is the word itself
  };

  explicit StemTerms(std::string_view language);

  /// word: of 1 to 65,535 bytes. hash: hash64() of it.
  Term of(std::string_view word, std::uint64_t hash);
  /// Have the word in the cache by the time that of() asks for it: first its entry, later its text. For words
  /// that come soon.
  void expect_entry(std::uint64_t hash) const { __builtin_prefetch(likely(hash)); }
  void expect_text(std::uint64_t hash) const { __builtin_prefetch(text_.data() + likely(hash)->begin); }

  /// This thread's own.
  static StemTerms& for_language(std::string_view language);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t term_hash = 0;
    std::uint32_t begin = 0;      // in text_: the word, then its term
    std::uint16_t word_size = 0;  // 0: free
    std::uint16_t term_size = 0;
  };

  const Entry* likely(std::uint64_t hash) const { return &table_[hash & (table_.size() - 1)]; }
  std::size_t place_of(std::string_view word, std::uint64_t hash) const;
  Entry add(std::string_view word, std::uint64_t hash);
  void grow();

  Xapian::Stem stemmer_;
  std::vector<Entry> table_;  // open addressing
  std::size_t words_ = 0;
  std::string text_;
};

}  // namespace broadsheet
