// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/value_terms.h"

#include <doctest/doctest.h>

#include "common/words.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

bool holds(const std::vector<ValueId>& values, ValueId id) {
  return std::binary_search(values.begin(), values.end(), id);
}

}  // namespace

TEST_CASE("a value is found by each of its words, however it is spelt and whatever segment it is in") {
  const std::vector<std::string> names = {
      "Jane Doe",   "JANE ROE",           "Seán O’Beispiel", "Иван Примеров",       "山田太郎",
      "İpek Örnek", "Jean-Luc L'Exemple", "U.S. Beispiel",   "Ｆｕｌｌ Ｗｉｄｔｈ", "Straße Ørsted",
      "½ Half",     ":colon Name",        "สมชาย ตัวอย่าง",    "Nguyễn Văn Ví",       "Doe-Roe 3rd's"};
  const SmallArchive small(
      {{{"Text.", "2001-01-01", "en", names}, {"Other.", "2001-01-02", "en", {"Jane Doe"}}},
       {{"More.", "2001-01-03", "en", {"Ivan Second", names[3]}}}});
  const Archive archive(small.path());
  for (const std::string& name : names) {
    CAPTURE(name);
    std::vector<std::string> all;
    for (const Word& word : split_words(name)) {
      CAPTURE(word.folded);
      const auto values = values_with_words(archive, Facet::Person, {word.folded});
      REQUIRE(values);
      CHECK(holds(*values, value_id(name)));
      all.push_back(word.folded);
    }
    CHECK(holds(*values_with_words(archive, Facet::Person, all), value_id(name)));
  }
  CHECK(values_with_words(archive, Facet::Person, {"jane", "doe"}) == std::vector{value_id("Jane Doe")});
  CHECK(values_with_words(archive, Facet::Person, {"second"}) == std::vector{value_id("Ivan Second")});
  CHECK(values_with_words(archive, Facet::Person, {"post"})->empty());
  CHECK(values_with_words(archive, Facet::Source, {"post"}) == std::vector{value_id("The Post")});
}

TEST_CASE("where a term does not tell its value, nothing is said") {
  const SmallArchive small({{{"Text.", "2001-01-01", "en", {"Jane Doe", std::string(300, 'n') + " Doe"}}}});
  const Archive archive(small.path());
  CHECK_FALSE(values_with_words(archive, Facet::Person, {"doe"}));
  CHECK_FALSE(values_with_words(archive, Facet::Byline, {"doe"}));
}
