// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/inversion.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "common/glass_format.h"
#include "indexer/segment/same_bytes.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kFirstTermTable = 1 << 16;  // a power of two
constexpr std::size_t kTextSlab = 1 << 18;
// Most of the time goes by waiting for memory: what a term will need is asked for some terms ahead.
constexpr std::size_t kAhead = 12;
constexpr std::size_t kStartBytes = 8;

/// A uint or two, made without a string of its own.
class SmallBytes {
 public:
  void append(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_[size_++] = static_cast<char>(value | 0x80);
    bytes_[size_++] = static_cast<char>(value);
  }
  std::string_view view() const { return {bytes_, size_}; }

 private:
  char bytes_[20];
  std::size_t size_ = 0;
};

}  // namespace

class Inversion::Run : public TermRun {
 public:
  Run(const Inversion& inversion, const std::vector<std::uint32_t>& order, RunPart part)
      : inversion_(inversion), order_(order), part_(part) {}

  bool next() override {
    if (at_ == order_.size()) return false;
    if (at_ + kAhead < order_.size()) __builtin_prefetch(&inversion_.terms_[order_[at_ + kAhead]]);
    if (at_ + kAhead / 2 < order_.size()) expect(inversion_.terms_[order_[at_ + kAhead / 2]]);
    const Term& term = inversion_.terms_[order_[at_++]];
    if (part_ != RunPart::Positions) inversion_.chains_.read(term.postings, postings_);
    if (part_ != RunPart::Postings) inversion_.chains_.read(term.positions, positions_);
    current_ = {term.view(), postings_, positions_};
    return true;
  }

  const TermInRun& current() const override { return current_; }

 private:
  void expect(const Term& term) const {
    __builtin_prefetch(term.text);
    inversion_.chains_.expect_first(part_ == RunPart::Positions ? term.positions : term.postings);
  }

  const Inversion& inversion_;
  const std::vector<std::uint32_t>& order_;
  RunPart part_;
  std::size_t at_ = 0;
  std::string postings_;
  std::string positions_;
  TermInRun current_;
};

Inversion::Inversion() : table_(kFirstTermTable) {}

const char* Inversion::keep_text(std::string_view text) {
  if (text_room_ < text.size()) {
    texts_.push_back(std::make_unique_for_overwrite<char[]>(kTextSlab));
    text_room_ = kTextSlab;
  }
  char* kept = texts_.back().get() + (kTextSlab - text_room_);
  std::memcpy(kept, text.data(), text.size());
  text_room_ -= text.size();
  return kept;
}

void Inversion::grow_table() {
  table_.assign(table_.size() * 4, 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    std::size_t at = terms_[number].hash & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = number + 1;
  }
}

bool Inversion::is_same(const Term& term, const Document& document, const Document::Term& other) {
  if (term.hash != other.hash || term.start != other.start || term.size != other.size) return false;
  return term.size <= kStartBytes ||
         same_bytes(term.view().substr(kStartBytes), document.text(other).substr(kStartBytes));
}

std::uint32_t Inversion::find_or_add(const Document& document, const Document::Term& term) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = term.hash & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    if (is_same(terms_[table_[at] - 1], document, term)) return table_[at] - 1;
  }
  table_[at] = static_cast<std::uint32_t>(terms_.size()) + 1;
  Term& added = terms_.emplace_back();
  added.hash = term.hash;
  added.start = term.start;
  added.text = keep_text(document.text(term));
  added.size = term.size;
  return static_cast<std::uint32_t>(terms_.size()) - 1;
}

/// The term of a hash, but for collisions; null if it is new.
const Inversion::Term* Inversion::likely(std::uint64_t hash) const {
  const std::uint32_t number = table_[hash & (table_.size() - 1)];
  return number == 0 ? nullptr : &terms_[number - 1];
}

void Inversion::find_terms(const Document& document) {
  const std::vector<Document::Term>& terms = document.terms;
  const std::size_t mask = table_.size() - 1;
  numbers_.resize(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i + 2 * kAhead < terms.size()) __builtin_prefetch(&table_[terms[i + 2 * kAhead].hash & mask]);
    if (i + kAhead < terms.size()) __builtin_prefetch(likely(terms[i + kAhead].hash));
    const Term* soon = i + kAhead / 2 < terms.size() ? likely(terms[i + kAhead / 2].hash) : nullptr;
    if (soon != nullptr && soon->size > kStartBytes) __builtin_prefetch(soon->text);
    numbers_[i] = find_or_add(document, terms[i]);
  }
}

void Inversion::append(Term& term, Xapian::docid docid, const Document& document,
                       const Document::Term& in_document) {
  SmallBytes posting;
  posting.append(docid - term.last);
  posting.append(in_document.wdf);
  chains_.append(term.postings, posting.view());
  term.last = docid;
  if (in_document.positions_size == 0) return;
  SmallBytes positions;
  positions.append(docid - term.last_with_positions);
  positions.append(in_document.positions_size);
  chains_.append(term.positions, positions.view());
  chains_.append(term.positions, document.positions(in_document));
  term.last_with_positions = docid;
}

void Inversion::add(Xapian::docid docid, const Document& document) {
  while ((terms_.size() + document.terms.size()) * 2 > table_.size()) grow_table();
  find_terms(document);
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (i + kAhead < numbers_.size()) {
      const Term& later = terms_[numbers_[i + kAhead]];
      chains_.expect(later.postings);
      chains_.expect(later.positions);
    }
    append(terms_[numbers_[i]], docid, document, document.terms[i]);
  }
}

std::uint64_t Inversion::bytes_in_memory() const {
  return chains_.bytes_in_memory() + texts_.size() * kTextSlab + terms_.capacity() * sizeof(Term) +
         table_.capacity() * sizeof(std::uint32_t);
}

std::vector<std::uint32_t> Inversion::sorted_terms() const {
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    if (terms_[a].start != terms_[b].start) return terms_[a].start < terms_[b].start;
    return terms_[a].view() < terms_[b].view();
  });
  return order;
}

std::unique_ptr<TermRun> Inversion::run(const std::vector<std::uint32_t>& order, RunPart part) const {
  return std::make_unique<Run>(*this, order, part);
}

}  // namespace broadsheet::glass
