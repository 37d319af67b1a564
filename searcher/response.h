// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/schema.h"

namespace broadsheet {

/// A passage of an article with the places that match the query. Marks are byte ranges of the text,
/// ascending, apart from each other, on character boundaries. The text is plain: neither markup nor marks are
/// in it.
struct Snippet {
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Mark&) const = default;
  };
  std::string text;
  std::vector<Mark> marks;
  bool cut_before = false;  // the article has text before and after the passage
  bool cut_after = false;
};

/// What of a score is for one thing: a clause of the query, "nearness" or "feedback".
struct ScorePart {
  std::string part;
  double score = 0;
};

/// What of an article's story is to be told: the articles that are copies of each other.
struct HitStory {
  std::string leader;         // identity of the article that leads the story; its own without copies
  std::uint64_t copies = 0;   // other articles of the story that match
  std::uint64_t sources = 0;  // different outlets of these and the hit
  std::vector<std::string> identities;  // of the first of the copies
};

/// A copy of an article that is shown by itself.
struct ArticleCopy {
  std::string id;
  std::string short_id;
  std::string identity;
  std::string title;
  std::string source;
  Moment published;
  bool leads = false;  // the story
};

/// One article of an answer.
struct Hit {
  std::uint64_t rank = 0;  // 1-based over the whole answer
  double score = 0;        // 0 where the order is by date
  std::string short_id;
  Article article;
  std::uint32_t word_count = 0;
  std::vector<std::string> persons;  // as the person facet shows them: variants joined, dropped ones left out
  std::vector<std::string> organisations;
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2, upper case
  std::vector<std::string> about;
  HitStory story;
  std::vector<ArticleCopy> copies;     // all of them; only of an article that is shown by itself
  Snippet snippet;                     // empty unless asked for
  std::vector<ScorePart> score_parts;  // of --explain; they add up to the score but for rounding
};

struct FacetRow {
  std::string value;  // what the facet's option accepts; "none" for articles without a value
  std::string label;  // in the reader's language
  std::uint64_t count = 0;
  bool chosen = false;
  bool joined = false;  // a person with variants
};

/// The counts of one facet: highest first, then by label. The law: a row's count is the number of hits when
/// that value alone is chosen in its facet, everything else kept. Date facets: in order of time, zero-filled,
/// then "unknown" (dated, but less exactly) and "undated" if there are any.
struct FacetTable {
  Facet facet = Facet::Person;
  std::vector<FacetRow> rows;
  std::uint64_t further_values = 0;  // left out by --facet-limit
  std::string find = {};             // of --facet-find: only values of which a word begins so
};

/// Why there is nothing: the hits that there would be without one clause of the query, or one of the options
/// that narrow it.
struct WithoutClause {
  std::string clause;  // "yen", "the quotes of "oil price"" or "--person Jane Doe"
  std::uint64_t matches = 0;
};

/// The query in words that the archive knows better.
struct Suggestion {
  std::string query;  // as it is typed
  std::uint64_t matches = 0;
};

/// One answer without its hits, which are given one by one.
struct ResponseHead {
  std::string query_id;              // of --queries; empty otherwise
  std::string query;                 // as understood, in the query language; empty if there is none
  std::string query_mode;            // "all words" or "any word"
  std::vector<std::string> filters;  // "Country  Japan", "Dates  1987-03-01..1987-04-30": as understood
  std::vector<std::string> notices;
  std::uint64_t matches = 0;  // articles
  std::uint64_t stories = 0;  // that these tell: copies count once
  bool folded = false;        // the hits are stories, each shown by one article
  std::uint64_t first = 0;    // rank of the first hit on this page, 1-based; 0 if there are none
  std::uint64_t last = 0;
  bool ranked = true;                  // best first; else by date
  bool oldest_first = false;           // if not ranked
  std::uint64_t left_out_undated = 0;  // by the date filter alone
  std::uint64_t left_out_imprecise = 0;
  std::vector<FacetTable> facets;
  std::optional<FacetTable> timeline;   // of the text page
  std::vector<std::string> untagged;    // "12 more articles contain "Shinzo Abe" without being tagged"
  std::vector<WithoutClause> without;   // only if there are no matches
  std::vector<Suggestion> suggestions;  // only if there are few matches or none
  std::string narrow_hint;              // an option that narrows; empty if none does
  std::string explanation;              // of --explain
};

/// How many hits there are in all, on this page and others.
inline std::uint64_t listed(const ResponseHead& head) {
  return head.folded ? head.stories : head.matches;
}

/// The table of --counts. In order of the facets' rows, zero-filled.
struct CountsTable {
  struct Cell {
    std::vector<std::string> values;  // one per facet
    std::uint64_t articles = 0;
    std::uint64_t total = 0;  // the same filters without the query
  };
  std::vector<Facet> facets;
  std::vector<Cell> cells;
};

/// An archive at a glance.
struct Inventory {
  std::string archive;
  std::uint64_t articles = 0;
  std::optional<std::uint64_t> stories;  // nothing if copies are not known of all articles
  std::uint64_t undated = 0;
  std::uint64_t segments = 0;
  std::uint64_t generation = 0;
  std::string oldest;  // ISO day; empty if nothing is dated
  std::string newest;
  std::string last_run;  // "2026-11-23T08:00:00Z: read 5 = indexed 5 + ..."; empty if unknown
  std::vector<FacetTable> facets;
};

/// One person's spellings, for --variants.
struct VariantList {
  struct Name {
    std::string name;
    std::uint64_t articles = 0;
  };
  std::string person;
  std::uint64_t articles = 0;
  std::vector<Name> names;         // that articles have
  std::vector<std::string> forms;  // of the authority file, by which the person is found, too
};

}  // namespace broadsheet
