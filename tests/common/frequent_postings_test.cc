// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/frequent_postings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "common/columns.h"

using namespace broadsheet;

namespace {

using Postings = std::vector<std::pair<Xapian::docid, std::uint32_t>>;

/// Stems in every second article and in three of forty, one of them as a word of its own, too; one that is a
/// word only; one in the first article; and words that are no stems.
Xapian::WritableDatabase database_of(Xapian::docid articles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid docid = 1; docid <= articles; ++docid) {
    Xapian::Document document;
    document.add_boolean_term("Len");
    document.add_term("plain", 3);
    document.add_term("companies", 3);
    document.add_term("Splain", 3);
    if (docid % 2 == 0) document.add_term("Zoften", 1 + docid % 300 * (docid % 3));
    if (docid % 40 < 3) document.add_term("Zfar", docid);
    if (docid % 3 == 0) document.add_term("far", docid);
    if (docid == 1) document.add_term("Zonce");
    database.replace_document(docid, document);
  }
  return database;
}

Postings by_xapian(const Xapian::Database& database, const std::string& stem) {
  std::map<Xapian::docid, std::uint32_t> postings;
  for (const std::string& term : {"Z" + stem, stem}) {
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      postings[*at] += at.get_wdf();
  }
  return {postings.begin(), postings.end()};
}

Postings read(const FrequentPostings& postings, const std::string& term) {
  Postings all;
  if (const auto found = postings.find(term)) {
    postings.for_each(*found,
                      [&](Xapian::docid docid, std::uint32_t times) { all.emplace_back(docid, times); });
  }
  return all;
}

}  // namespace

TEST_CASE("the lists of frequent stems say what their two terms do, however far apart and often they occur") {
  for (const Xapian::docid articles : {1u, FrequentPostings::kOneOf, FrequentPostings::kOneOf + 1, 1000u}) {
    CAPTURE(articles);
    const auto database = database_of(articles);
    const Columns columns = Columns::from_bytes(Columns::build(database), database.get_uuid());
    const FrequentPostings postings = columns.frequent_postings();
    for (const std::string stem : {"often", "far", "once", "plain"}) {
      CAPTURE(stem);
      const Postings expected = by_xapian(database, stem);
      const bool is_frequent = expected.size() * FrequentPostings::kOneOf >= articles && !expected.empty();
      CHECK(postings.count("Z" + stem).has_value() == is_frequent);
      CHECK(postings.count("Z" + stem).value_or(0) == (is_frequent ? expected.size() : 0));
      if (is_frequent) CHECK(read(postings, "Z" + stem) == expected);
    }
    for (const char* other : {"plain", "Z", "Zofte", "Zoftener", "", "Zcompanies", "ZSplain", "ZLen"})
      CHECK_FALSE(postings.find(other));
  }
}

TEST_CASE("a damaged list is not found, the others are, and damaged bytes are never followed outside") {
  const auto database = database_of(1000);
  const FrequentPostings::Bytes good = FrequentPostings::build(database);
  const FrequentPostings whole(good.lists, good.names, good.postings, 1000);
  constexpr const char* kStems[] = {"Zoften", "Zfar", "Zplain"};
  for (const char* stem : kStems) REQUIRE(whole.find(stem));
  for (std::size_t at = 0; at < good.postings.size(); ++at) {
    std::string bad = good.postings;
    bad[at] = static_cast<char>(bad[at] ^ 0xFF);
    const FrequentPostings damaged(good.lists, good.names, bad, 1000);
    CAPTURE(at);
    CHECK(std::count_if(std::begin(kStems), std::end(kStems),
                        [&](const char* stem) { return damaged.find(stem).has_value(); }) == 2);
    damaged.for_each({1000, bad},
                     [](Xapian::docid docid, std::uint32_t) { REQUIRE((docid > 0 && docid <= 1000)); });
  }
  const FrequentPostings cut(good.lists, good.names, std::string_view(good.postings).substr(0, 1), 1000);
  CHECK_FALSE(cut.find("Zoften"));
}
