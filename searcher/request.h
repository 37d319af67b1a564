// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/moment.h"
#include "common/schema.h"
#include "searcher/ranking/ranking.h"
#include "searcher/render/renderer.h"

namespace broadsheet {

/// What one run of broadsheet-search is asked. Names and dates are as typed; the archive decides what they
/// mean.
struct SearchRequest {
  std::string archive;
  std::string query;
  std::map<Facet, std::vector<std::string>> choices;
  DayRange dates;
  bool include_undated = false;
  std::uint32_t min_words = 0;
  std::optional<std::vector<Facet>> facets;  // none given: the format's default
  std::size_t facet_limit = 10;
  std::map<Facet, std::string> facet_find;  // only values of which a word begins so
  std::vector<Facet> counts;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;
  std::optional<SortOrder> sort;  // none given: by relevance if there is a query, else newest first
  bool fold = true;               // copies of a story into one hit; unless told, in text only
  std::string queries_file;
  bool any_word = false;  // --natural
  bool expand = false;    // the first articles' own words are looked for, too
  std::uint32_t recency = 0;  // days of age that halve a score; 0: age does not matter
  std::string show;
  bool versions = false;  // of the article to show: all of them
  std::string like;
  std::string variants;
  bool explain = false;
  std::string locale = "en";
  RenderOptions rendering;
  bool wants_inventory = false;  // nothing was asked but the archive itself
  std::vector<std::string> notices;
};

struct SearchCommand {
  SearchRequest request;
  std::string text;  // not empty: print this (--help, --version) instead
};

/// today: local day number, for dates such as "yesterday". Throws InputError.
SearchCommand parse_search_command(int argc, const char* const* argv, std::int32_t today);

/// Today's local day number.
std::int32_t local_today();

}  // namespace broadsheet
