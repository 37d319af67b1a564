// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <algorithm>

#include "common/fold.h"
#include "common/hash.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxTermBytes = 240;
constexpr Xapian::valueno kNoSlot = Xapian::BAD_VALUENO;

constexpr std::array<FacetInfo, kFacetCount> kFacets = {{
    {Facet::Person, "person", "PERSON", prefix::kPerson, slot::kPersons},
    {Facet::Country, "country", "COUNTRY MENTIONED", prefix::kCountry, slot::kCountries},
    {Facet::About, "about", "COUNTRY, MAIN SUBJECT", prefix::kAbout, slot::kAbout},
    {Facet::Org, "org", "ORGANISATION", prefix::kOrganisation, slot::kOrganisations},
    {Facet::Source, "source", "SOURCE", prefix::kSource, slot::kSource},
    {Facet::Section, "section", "SECTION", prefix::kSection, slot::kSection},
    {Facet::Topic, "topic", "TOPIC", prefix::kTopic, slot::kTopics},
    {Facet::Byline, "byline", "BYLINE", prefix::kByline, slot::kBylines},
    {Facet::Language, "language", "LANGUAGE", prefix::kLanguage, slot::kLanguage},
    {Facet::Year, "year", "YEAR", prefix::kYear, kNoSlot},
    {Facet::Month, "month", "MONTH", prefix::kMonth, kNoSlot},
    {Facet::Day, "day", "DAY", prefix::kDay, kNoSlot},
}};

template <typename Number>
void append_big_endian(std::string& out, Number value) {
  for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8) {
    out += static_cast<char>(static_cast<unsigned char>(value >> shift));
  }
}

template <typename Number>
Number big_endian(std::string_view bytes) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof value && i < bytes.size(); ++i) {
    value = static_cast<Number>(value << 8 | static_cast<unsigned char>(bytes[i]));
  }
  return value;
}

constexpr std::uint32_t kSign32 = 0x80000000u;
constexpr std::uint64_t kSign64 = 0x8000000000000000u;

/// 2 mixed case or caseless, 1 all capitals, 0 all small letters.
int case_rank(const std::string& label) {
  const bool upper = std::any_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool lower = std::any_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (upper == lower) return 2;
  return upper ? 1 : 0;
}

}  // namespace

const std::array<FacetInfo, kFacetCount>& facets() {
  return kFacets;
}

const FacetInfo& info(Facet facet) {
  return kFacets[static_cast<std::size_t>(facet)];
}

std::optional<Facet> find_facet(std::string_view name) {
  for (const FacetInfo& known : kFacets) {
    if (known.name == name) return known.facet;
  }
  return std::nullopt;
}

ValueId value_id(std::string_view value) {
  return hash64(fold_value(value));
}

std::string pack_ids(std::vector<ValueId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string packed;
  packed.reserve(ids.size() * sizeof(ValueId));
  for (ValueId id : ids) append_big_endian(packed, id);
  return packed;
}

std::vector<ValueId> unpack_ids(std::string_view packed) {
  std::vector<ValueId> ids;
  for (; packed.size() >= sizeof(ValueId); packed.remove_prefix(sizeof(ValueId))) {
    ids.push_back(big_endian<ValueId>(packed));
  }
  return ids;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  // Xapian's convention keeps prefix and value apart by a colon where the value could be read as part of the
  // prefix.
  if (!prefix.empty() && prefix != prefix::kStem && !value.empty() &&
      ((value.front() >= 'A' && value.front() <= 'Z') || value.front() == ':')) {
    term += ':';
  }
  term += value;
  if (term.size() <= kMaxTermBytes) return term;
  const std::string hash = to_hex(hash64(term));
  term.resize(kMaxTermBytes - hash.size());
  return term + hash;
}

std::string make_value_term(Facet facet, std::string_view value) {
  return make_term(info(facet).prefix, fold_value(value));
}

std::string encode_day(std::int32_t day_number) {
  return encode_number(static_cast<std::uint32_t>(day_number) ^ kSign32);
}
std::int32_t decode_day(std::string_view encoded) {
  return static_cast<std::int32_t>(decode_number(encoded) ^ kSign32);
}

std::string encode_number(std::uint32_t number) {
  std::string encoded;
  append_big_endian(encoded, number);
  return encoded;
}
std::uint32_t decode_number(std::string_view encoded) {
  return big_endian<std::uint32_t>(encoded);
}

std::string encode_moment(const Moment& moment) {
  std::string encoded;
  append_big_endian(encoded, static_cast<std::uint64_t>(moment.seconds) ^ kSign64);
  append_big_endian(encoded, static_cast<std::uint8_t>(moment.precision));
  append_big_endian(encoded, static_cast<std::uint16_t>(moment.offset_minutes));
  return encoded;
}

Moment decode_moment(std::string_view encoded) {
  if (encoded.size() != 11) return {};
  Moment moment;
  moment.seconds = static_cast<std::int64_t>(big_endian<std::uint64_t>(encoded) ^ kSign64);
  moment.precision = static_cast<Precision>(encoded[8]);
  moment.offset_minutes = static_cast<std::int16_t>(big_endian<std::uint16_t>(encoded.substr(9)));
  return moment;
}

std::string label_key_prefix(Facet facet) {
  return "label/" + std::string(info(facet).name) + "/";
}
std::string label_key(Facet facet, ValueId id) {
  return label_key_prefix(facet) + to_hex(id);
}

const std::string& better_label(const std::string& a, const std::string& b) {
  if (const int rank_a = case_rank(a), rank_b = case_rank(b); rank_a != rank_b)
    return rank_a > rank_b ? a : b;
  if (a.size() != b.size()) return a.size() > b.size() ? a : b;
  return a < b ? a : b;
}

std::string short_id(std::string_view identity) {
  return to_hex(hash64(identity)).substr(0, 6);
}

}  // namespace broadsheet
