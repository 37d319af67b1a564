// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/segment/byte_chains.h"
#include "indexer/segment/document.h"
#include "indexer/segment/large_pages.h"
#include "indexer/segment/term_run.h"

namespace broadsheet::glass {

/// Postings by term, in memory: documents in, a run of sorted terms out. Not thread-safe.
class Inversion {
 public:
  Inversion();

  /// docid: greater than the one before.
  void add(Xapian::docid docid, const Document& document);

  std::uint64_t bytes_in_memory() const;
  bool empty() const { return terms_.empty(); }

  /// All terms in byte order, to be made once for several runs.
  std::vector<std::uint32_t> sorted_terms() const;
  /// All that was added. Must outlive neither order, which is sorted_terms(), nor the inversion, to which
  /// nothing may be added meanwhile. Each may be read in a thread of its own.
  std::unique_ptr<TermRun> run(const std::vector<std::uint32_t>& order, RunPart part) const;

 private:
  class Run;
  struct alignas(64) Term {  // a cache line
    std::uint64_t hash = 0;
    std::uint64_t start = 0;  // Document::Term::start; of a term of eight bytes or fewer this is all
    const char* text = nullptr;
    std::uint32_t size = 0;
    Xapian::docid last = 0;
    Xapian::docid last_with_positions = 0;
    ByteChains::Chain postings;
    ByteChains::Chain positions;
    std::string_view view() const { return {text, size}; }
  };

  std::uint32_t find_or_add(const Document& document, const Document::Term& term);
  static bool is_same(const Term& term, const Document& document, const Document::Term& other);
  const Term* likely(std::uint64_t hash) const;
  void find_terms(const Document& document);
  void append(Term& term, Xapian::docid docid, const Document& document, const Document::Term& in_document);
  void grow_table();
  const char* keep_text(std::string_view text);

  std::vector<Term, LargePages<Term>> terms_;
  std::vector<std::uint32_t, LargePages<std::uint32_t>> table_;  // open addressing: term + 1, 0 where free
  std::vector<std::uint32_t> numbers_;                           // of the terms of the document being added
  ByteChains chains_;
  std::vector<std::unique_ptr<char[]>> texts_;
  std::size_t text_room_ = 0;
};

}  // namespace broadsheet::glass
