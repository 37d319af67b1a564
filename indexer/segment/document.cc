// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/document.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <stdexcept>

#include "common/hash.h"
#include "indexer/segment/glass_format.h"
#include "indexer/segment/position_list.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kFirstTableSize = 1024;  // a power of two

std::uint64_t first_bytes(std::string_view term) {
  std::uint64_t start = 0;
  for (std::size_t i = 0; i < sizeof start; ++i)
    start = start << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return start;
}

void check_term(std::string_view term) {
  if (term.empty()) throw std::length_error("an empty term cannot be indexed");
  constexpr std::size_t kDocidBytes = 5;
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() > kMaxTermBytes || term.size() + zeros + 1 + kDocidBytes > kMaxKeyBytes)
    throw std::length_error("a term is too long to be indexed: " + std::string(term));
}

/// The wdf and the common start in one byte, or 0 where they do not fit.
unsigned squeezed(Xapian::termcount wdf, std::size_t size_before, std::size_t common) {
  constexpr Xapian::termcount kMaxSqueezed = 127;
  if (wdf >= kMaxSqueezed) return 0;
  const std::size_t both = (wdf + 1) * (size_before + 1) + common;
  return both < 256 ? static_cast<unsigned>(both) : 0;
}

void append_termlist_entry(std::string& out, std::string_view before, std::string_view term,
                           Xapian::termcount wdf) {
  const auto differ = std::mismatch(term.begin(), term.end(), before.begin(), before.end()).first;
  const auto common = static_cast<std::size_t>(differ - term.begin());
  const unsigned both = squeezed(wdf, before.size(), common);
  out.push_back(static_cast<char>(both != 0 ? both : common));
  out.push_back(static_cast<char>(term.size() - common));
  out.append(term.substr(common));
  if (both == 0) append_uint(out, wdf);
}

/// positions: of one term, in the order in which they came; sorts them.
void append_position_tag(std::string& out, std::span<Xapian::termpos> positions) {
  if (std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>()) == positions.end())
    return append_positions(out, positions);
  std::sort(positions.begin(), positions.end());
  const auto end = std::unique(positions.begin(), positions.end());
  append_positions(out, positions.first(static_cast<std::size_t>(end - positions.begin())));
}

}  // namespace

DocumentBuilder::DocumentBuilder() : table_(kFirstTableSize) {}

std::uint32_t DocumentBuilder::find_or_add(std::string_view term) {
  const std::uint64_t hash = hash64(term);
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash == hash && text(entry) == term) return table_[at] - 1;
  }
  check_term(term);
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({hash, first_bytes(term), static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(term.size()), 0, 0});
  text_.append(term);
  table_[at] = number + 1;
  if (entries_.size() * 2 > table_.size()) grow_table();
  return number;
}

void DocumentBuilder::grow_table() {
  table_.assign(table_.size() * 4, 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = entries_[number].hash & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = number + 1;
  }
}

std::uint32_t DocumentBuilder::add_posting(std::string_view term, Xapian::termpos position,
                                           Xapian::termcount wdf_increment) {
  const std::uint32_t number = find_or_add(term);
  entries_[number].wdf += wdf_increment;
  ++entries_[number].positions;
  places_.push_back({number, position});
  return number;
}

void DocumentBuilder::add_term(std::string_view term, Xapian::termcount wdf_increment) {
  entries_[find_or_add(term)].wdf += wdf_increment;
}

void DocumentBuilder::add_value(Xapian::valueno slot, std::string value) {
  if (value.empty()) {
    values_.erase(slot);
  } else {
    values_[slot] = std::move(value);
  }
}

std::vector<std::uint32_t> DocumentBuilder::sorted_entries() const {
  std::vector<std::uint32_t> order(entries_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    if (entries_[a].start != entries_[b].start) return entries_[a].start < entries_[b].start;
    return text(entries_[a]) < text(entries_[b]);
  });
  return order;
}

/// All positions, those of one entry together from begins[entry] on.
std::vector<Xapian::termpos> DocumentBuilder::grouped_positions(std::vector<std::uint32_t>& begins) const {
  begins.resize(entries_.size());
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    begins[i] = begin;
    begin += entries_[i].positions;
  }
  std::vector<Xapian::termpos> positions(places_.size());
  std::vector<std::uint32_t> next = begins;
  for (const Place& place : places_) positions[next[place.entry]++] = place.position;
  return positions;
}

std::string DocumentBuilder::termlist(const Document& document) const {
  std::string list;
  if (document.terms.empty()) return list;
  append_uint(list, document.length);
  append_uint(list, document.terms.size());
  std::string_view before;
  for (const Document::Term& term : document.terms) {
    const std::string_view text = document.text(term);
    if (before.empty()) {
      list.push_back(static_cast<char>(text.size()));
      list.append(text);
      append_uint(list, term.wdf);
    } else {
      append_termlist_entry(list, before, text, term.wdf);
    }
    before = text;
  }
  return list;
}

Document DocumentBuilder::build() {
  Document document;
  std::vector<std::uint32_t> begins;
  std::vector<Xapian::termpos> positions = grouped_positions(begins);
  document.terms.reserve(entries_.size());
  document.position_tags.reserve(places_.size() * 2);
  for (const std::uint32_t number : sorted_entries()) {
    const Entry& entry = entries_[number];
    const auto begin = static_cast<std::uint32_t>(document.position_tags.size());
    if (entry.positions > 0)
      append_position_tag(document.position_tags,
                          std::span(positions).subspan(begins[number], entry.positions));
    const auto size = static_cast<std::uint32_t>(document.position_tags.size()) - begin;
    document.terms.push_back({entry.hash, entry.begin, entry.size, entry.wdf, begin, size});
    document.length += entry.wdf;
  }
  document.terms_text = std::move(text_);
  document.termlist = pack_tag(termlist(document));
  document.data = pack_tag(data_);
  document.values = std::move(values_);
  return document;
}

}  // namespace broadsheet::glass
