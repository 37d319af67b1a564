// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/spelling.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;
using test::SmallArticle;

TEST_CASE("a word that is hardly known is respelt as the archive's word that is most like it") {
  const std::vector<SmallArticle> often(12,
                                        {"The minister spoke of elections in Kyiv, not of ministry.", ""});
  const SmallArchive small({often, {{"A minster was built; minster choirs.", ""}, {"Elektion.", ""}}});
  const Archive archive(small.path());
  const struct {
    std::string query;
    std::string better;  // empty: nothing better
  } cases[] = {
      {"minister", ""},
      {"minster", "minister"},
      {"Minsiter elections", "minister elections"},
      {"minsister elektions", "minister elections"},
      {"\"the minsiter\"", "\"the minister\""},
      {"=elektion", "=elections"},
      {"title:nubmer", "title:number"},
      {"minster NEAR/5 kyif", "minister NEAR/5 kyiv"},
      {"spoke -minster", ""},
      {"kyi", ""},
      {"kyi*", ""},
      {"kyif~", ""},
      {"byline:minster", ""},
      {"person:minster", ""},
      {"xyzzyx", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    const auto better = respelt(archive, parse_query(c.query, {}).query);
    CHECK(better.has_value() == !c.better.empty());
    if (better) CHECK(to_string(*better) == c.better);
  }
}
