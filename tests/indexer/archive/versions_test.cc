// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/versions.h"

#include <doctest/doctest.h>

using namespace broadsheet;

TEST_CASE("versions are told from unrelated articles and from each other by number and time") {
  const auto make = [](const std::string& title, const std::string& body, std::int64_t version,
                       const char* modified) {
    Article article;
    article.title = title;
    article.paragraphs = {{Role::Body, body}};
    article.version = version;
    if (const auto moment = parse_iso_moment(modified)) article.modified = *moment;
    return article;
  };
  const std::string body = "the harbour bridge opened on monday after two years of work and many delays";
  const Article old_one = make("Bridge opens", body, 2, "2019-05-02");
  CHECK(relation(old_one, make("Bridge opens at last", body, 3, "")) == Relation::Newer);
  CHECK(relation(old_one, make("Bridge opens", body, 1, "")) == Relation::Older);
  CHECK(relation(old_one, make("Bridge opens", body, 2, "2019-05-01")) == Relation::Older);
  CHECK(relation(old_one, make("Bridge opens", body, 2, "2019-05-03")) == Relation::Newer);
  CHECK(relation(old_one, make("Wheat falls", "grain traders sold futures heavily in chicago", 3, "")) ==
        Relation::Unrelated);
  const Article headline = make("Bridge opens", "", 2, "2019-05-02");
  CHECK(relation(headline, old_one) == Relation::Newer);
  CHECK(relation(old_one, headline) == Relation::Older);
  CHECK(relation(old_one, make("Bridge opens", "", 2, "2019-05-03")) == Relation::Newer);
  CHECK(relation(old_one, make("Bridge opens", "", 3, "")) == Relation::Newer);
  CHECK(relation(make("Wheat falls", "", 2, ""), old_one) == Relation::Unrelated);
}
