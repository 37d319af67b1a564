// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/document.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <span>
#include <stdexcept>
#include <utility>

#include "common/glass_format.h"
#include "common/hash.h"
#include "indexer/segment/position_list.h"
#include "indexer/segment/same_bytes.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kFirstTableSize = 1024;  // a power of two
constexpr std::size_t kLargestKeptTable = 1 << 16;

/// Eight bytes of a term from an offset on, zeros where it is shorter: sorts as they do. Eight bytes must be
/// readable behind the term.
std::uint64_t sortable_bytes(const char* term, std::size_t size, std::size_t offset) {
  constexpr std::size_t kBytes = 8;
  if (size <= offset) return 0;
  auto bytes = load<std::uint64_t>(term + offset);
  if constexpr (std::endian::native == std::endian::little) bytes = __builtin_bswap64(bytes);
  const std::size_t missing = kBytes - std::min(kBytes, size - offset);
  return bytes >> 8 * missing << 8 * missing;
}

/// Bytes in groups that sort as they do: the small letters, with which most words begin, each for itself.
constexpr std::array<std::uint8_t, 256> make_letter_groups() {
  std::array<std::uint8_t, 256> groups{};
  for (std::size_t c = 0; c < groups.size(); ++c) {
    const unsigned before = (c >= '0') + (c > '9') + (c >= 'Z') + (c > 'Z');
    groups[c] = static_cast<std::uint8_t>(c < 'a' ? before : c <= 'z' ? c - 'a' + 5 : 31);
  }
  return groups;
}
constexpr std::array<std::uint8_t, 256> kLetterGroups = make_letter_groups();
constexpr unsigned kGroups = 32;
constexpr std::size_t kBuckets = 2 * kGroups * kGroups;

/// By two letters, of stem terms ("Zelect", about half of all) by the two behind the prefix. first_bytes: of
/// the term, as sortable_bytes().
unsigned bucket_of(std::uint64_t first_bytes) {
  const auto group = [&](unsigned i) { return unsigned{kLetterGroups[first_bytes >> (56 - 8 * i) & 0xff]}; };
  constexpr unsigned kStems = 3;  // the group of Z
  const bool is_stem = group(0) == kStems;
  const unsigned first = group(is_stem ? 1 : 0);
  const bool is_one_letter = first > kStems + 1 && first < kGroups - 1;  // so that the next one tells more
  const unsigned both = first * kGroups + (is_one_letter ? group(is_stem ? 2 : 1) : 0);
  if (is_stem) return kStems * kGroups + both;
  return both + (first > kStems ? kGroups * (kGroups - 1) : 0);
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

/// How many bytes two terms begin with in common. starts_differ: the starts of both, one xor the other.
std::size_t common_bytes(std::string_view a, std::string_view b, std::uint64_t starts_differ) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (starts_differ != 0)
    return std::min(shorter, static_cast<std::size_t>(std::countl_zero(starts_differ)) / 8);
  std::size_t common = std::min(shorter, sizeof starts_differ);
  while (common < shorter && a[common] == b[common]) ++common;
  return common;
}

void append_termlist_entry(std::string& out, std::size_t size_before, std::size_t common,
                           std::string_view term, Xapian::termcount wdf) {
  const unsigned both = squeezed(wdf, size_before, common);
  out.push_back(static_cast<char>(both != 0 ? both : common));
  out.push_back(static_cast<char>(term.size() - common));
  out.append(term.substr(common));
  if (both == 0) append_uint(out, wdf);
}

/// positions: of one term, in the order in which they came; sorts them.
void append_position_tag(std::string& out, std::span<Xapian::termpos> positions) {
  if (positions.size() == 1) return append_uint(out, positions.front());
  if (std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>()) == positions.end())
    return append_positions(out, positions);
  std::sort(positions.begin(), positions.end());
  const auto end = std::unique(positions.begin(), positions.end());
  append_positions(out, positions.first(static_cast<std::size_t>(end - positions.begin())));
}

}  // namespace

DocumentBuilder::DocumentBuilder() : table_(kFirstTableSize) {}

void DocumentBuilder::clear() {
  if (table_.size() > kLargestKeptTable) {
    *this = DocumentBuilder();
    return;
  }
  std::fill(table_.begin(), table_.end(), 0U);
  text_.clear();
  entries_.clear();
  places_.clear();
  data_.clear();
  values_.clear();
}

std::uint32_t DocumentBuilder::find_or_add(std::string_view term, std::uint64_t hash) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash == hash && same_bytes(text(entry), term)) return table_[at] - 1;
  }
  check_term(term);
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(
      {hash, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(term.size()), 0, 0, 0});
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
  return add_posting(term, hash64(term), position, wdf_increment);
}

std::uint32_t DocumentBuilder::add_posting(std::string_view term, std::uint64_t hash,
                                           Xapian::termpos position, Xapian::termcount wdf_increment) {
  const std::uint32_t number = find_or_add(term, hash);
  entries_[number].wdf += wdf_increment;
  ++entries_[number].positions;
  places_.push_back({number, position});
  return number;
}

void DocumentBuilder::add_term(std::string_view term, Xapian::termcount wdf_increment) {
  add_term(term, hash64(term), wdf_increment);
}

void DocumentBuilder::add_term(std::string_view term, std::uint64_t hash, Xapian::termcount wdf_increment) {
  entries_[find_or_add(term, hash)].wdf += wdf_increment;
}

void DocumentBuilder::add_value(Xapian::valueno slot, std::string value) {
  if (value.empty()) {
    values_.erase(slot);
  } else {
    values_[slot] = std::move(value);
  }
}

DocumentBuilder::Sorted DocumentBuilder::to_sort(std::uint32_t number) const {
  const Entry& entry = entries_[number];
  const char* term = text_.data() + entry.begin;
  return {sortable_bytes(term, entry.size, 0), sortable_bytes(term, entry.size, 8), number};
}

/// First into buckets by the first letters, most of which then hold very few.
void DocumentBuilder::sort_entries() {
  const std::size_t size = text_.size();
  text_.append(sizeof(std::uint64_t) * 2, '\0');
  unsorted_.clear();
  bucket_ends_.assign(kBuckets, 0);
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    unsorted_.push_back(to_sort(number));
    ++bucket_ends_[bucket_of(unsorted_.back().first)];
  }
  std::uint32_t end = 0;
  for (std::uint32_t& bucket : bucket_ends_) bucket = std::exchange(end, end + bucket);
  sorted_.resize(entries_.size());
  for (const Sorted& term : unsorted_) sorted_[bucket_ends_[bucket_of(term.first)]++] = term;
  text_.resize(size);
  const auto is_less = [this](const Sorted& a, const Sorted& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    return text(entries_[a.entry]) < text(entries_[b.entry]);
  };
  std::uint32_t begin = 0;
  for (const std::uint32_t bucket_end : bucket_ends_) {
    if (bucket_end - begin > 1) std::sort(sorted_.begin() + begin, sorted_.begin() + bucket_end, is_less);
    begin = bucket_end;
  }
}

void DocumentBuilder::group_positions() {
  std::uint32_t end = 0;
  for (Entry& entry : entries_) {
    entry.positions_begin = end;
    end += entry.positions;
    entry.positions = 0;
  }
  positions_.resize(places_.size());
  for (const Place& place : places_) {
    Entry& entry = entries_[place.entry];
    positions_[entry.positions_begin + entry.positions++] = place.position;
  }
}

void DocumentBuilder::write_termlist(const Document& document) {
  termlist_.clear();
  if (document.terms.empty()) return;
  append_uint(termlist_, document.length);
  append_uint(termlist_, document.terms.size());
  const Document::Term* before = nullptr;
  for (const Document::Term& term : document.terms) {
    const std::string_view text = document.text(term);
    if (before == nullptr) {
      termlist_.push_back(static_cast<char>(text.size()));
      termlist_.append(text);
      append_uint(termlist_, term.wdf);
    } else {
      const std::size_t common = common_bytes(document.text(*before), text, before->start ^ term.start);
      append_termlist_entry(termlist_, before->size, common, text, term.wdf);
    }
    before = &term;
  }
}

Document DocumentBuilder::build() {
  Document document;
  sort_entries();
  group_positions();
  document.terms.reserve(entries_.size());
  document.position_tags.reserve(places_.size() * 2);
  for (const Sorted& sorted : sorted_) {
    const Entry& entry = entries_[sorted.entry];
    const auto begin = static_cast<std::uint32_t>(document.position_tags.size());
    if (entry.positions > 0)
      append_position_tag(document.position_tags,
                          std::span(positions_).subspan(entry.positions_begin, entry.positions));
    const auto size = static_cast<std::uint32_t>(document.position_tags.size()) - begin;
    document.terms.push_back({entry.hash, sorted.first, entry.begin, entry.size, entry.wdf, begin, size});
    document.length += entry.wdf;
  }
  document.terms_text = text_;
  write_termlist(document);
  document.termlist = termlist_packer_.pack(termlist_);
  document.data = data_packer_.pack(data_);
  document.values = std::move(values_);
  clear();
  return document;
}

}  // namespace broadsheet::glass
