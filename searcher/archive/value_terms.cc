// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/value_terms.h"

#include <algorithm>

#include "common/hash.h"

namespace broadsheet {
namespace {

/// Looks through the terms of one segment, in the table of posting lists, where each stands for itself or,
/// with a zero byte behind it, before another part of its list. False if a term was cut or its value has zero
/// bytes, so that the value is not in it.
bool append_values(const GlassTable& postings, std::string_view prefix,
                   const std::vector<std::string>& folded, std::vector<ValueId>& values) {
  constexpr std::size_t kMayBeCut = 240;  // make_term()
  GlassCursor cursor(postings);
  for (bool found = cursor.seek(prefix); found && cursor.key().starts_with(prefix); found = cursor.next()) {
    std::string_view value = cursor.key();
    if (const std::size_t zero = value.find('\0'); zero != std::string_view::npos) {
      if (value.substr(zero).starts_with(std::string_view("\0\xff", 2))) return false;
      continue;
    }
    if (value.size() >= kMayBeCut) return false;
    value.remove_prefix(prefix.size());
    if (value.starts_with(':')) value.remove_prefix(1);
    const bool has_all = std::all_of(folded.begin(), folded.end(), [&](const std::string& word) {
      return value.find(word) != std::string_view::npos;
    });
    if (has_all) values.push_back(hash64(value));
  }
  return true;
}

}  // namespace

std::optional<std::vector<ValueId>> values_with_words(const Archive& archive, Facet facet,
                                                      const std::vector<std::string>& folded) {
  if (facet == Facet::Byline) return std::nullopt;  // its prefix is that of single words
  std::vector<ValueId> values;
  for (const Segment& segment : archive.segments()) {
    if (!append_values(segment.postings, info(facet).prefix, folded, values)) return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace broadsheet
