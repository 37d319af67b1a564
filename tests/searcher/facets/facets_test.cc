// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/facets/facet_counts.h"
#include "searcher/facets/selection_counts.h"
#include "searcher/match/names.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

const std::vector<std::vector<test::SmallArticle>> kArticles = {
    {{"a", "1987-01-10", "en", {"Muammar Gaddafi", "Moammar Gadhafi"}, {"ly"}},
     {"b", "1987-03", "en", {"Moammar Gadhafi"}, {"ly", "us"}, "THE POST"},
     {"c", "", "en", {}, {}}},
    {{"d", "1987-04-01", "en", {"Jane Doe"}, {"us"}}, {"e", "1988", "fr", {"Jane Doe"}, {}}}};
const std::string kVariants = "Muammar Gaddafi\tMoammar Gadhafi\n";

std::string rows_of(const FacetTable& table) {
  std::string rows;
  for (const FacetRow& row : table.rows)
    rows += row.value + (row.joined ? "*" : "") + "=" + std::to_string(row.count) + " ";
  return rows;
}

std::string find_among(const Archive& archive, Facet facet, const std::string& text, std::size_t limit = 0) {
  const auto counter = make_counter(archive, facet, {});
  counter->add(all_articles(archive));
  const FacetTable table = counter->table({limit, "en", text});
  return rows_of(table) + (table.further_values > 0 ? "+" + std::to_string(table.further_values) : "");
}

std::string count_all(const Archive& archive, Facet facet, std::size_t limit = 0) {
  const auto counter = make_counter(archive, facet, {});
  counter->add(all_articles(archive));
  return rows_of(counter->table({limit}));
}

}  // namespace

TEST_CASE("one can look inside a facet for names of which a word begins so") {
  const SmallArchive small({{{"a", "", "en", {"Volodymyr Zelensky", "Jane Doe"}, {"ua", "de"}},
                             {"b", "", "en", {"Wolodymyr Selenskyj", "John Doe"}, {"nl"}},
                             {"c", "", "en", {"Volodymyr Zelensky", "Renee Zellweger"}}}},
                           "Volodymyr Zelensky\tWolodymyr Selenskyj\n");
  const Archive archive(small.path());
  const struct {
    Facet facet;
    std::string text;
    std::size_t limit;
    std::string rows;
  } cases[] = {
      {Facet::Person, "zel", 0, "Volodymyr Zelensky*=3 Renee Zellweger=1 "},
      {Facet::Person, "ZEL", 1, "Volodymyr Zelensky*=3 +1"},
      {Facet::Person, "selen", 0, "Volodymyr Zelensky*=3 "},  // by another spelling
      {Facet::Person, "doe j", 0, "Jane Doe=1 John Doe=1 "},
      {Facet::Person, "oe", 0, ""},
      {Facet::Person, "?", 0, ""},
      {Facet::Country, "nether", 0, "NL=1 "},
      {Facet::Country, "de", 0, "DE=1 "},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(find_among(archive, c.facet, c.text, c.limit) == c.rows);
  }
}

TEST_CASE("facets count articles, a person with two spellings once") {
  const SmallArchive small(kArticles, kVariants);
  const Archive archive(small.path());
  CHECK(count_all(archive, Facet::Person) == "Jane Doe=2 Muammar Gaddafi*=2 none=1 ");
  CHECK(count_all(archive, Facet::Country) == "none=2 LY=2 US=2 ");
  CHECK(count_all(archive, Facet::Source) == "The Post=5 ");
  CHECK(count_all(archive, Facet::Language) == "en=4 fr=1 ");
  CHECK(count_all(archive, Facet::Person, 1) == "Jane Doe=2 ");
}

TEST_CASE("the values of a facet are numbered once, whoever counts them") {
  const SmallArchive small(kArticles, kVariants);
  const Archive archive(small.path());
  const FacetNumbers& numbers = archive.numbers(Facet::Person);
  CHECK(&archive.numbers(Facet::Person) == &numbers);
  CHECK(numbers.size() == 3);  // none, and two persons
  const FacetValues values(archive, Facet::Person);
  CHECK(values.number(value_id("Moammar Gadhafi")) == values.number(value_id("Muammar Gaddafi")));
  CHECK(values.number(value_id("Nobody")) == 0);
}

TEST_CASE("days far from the others are counted like them") {
  const std::vector<test::SmallArticle> articles = {
      {"a", "1987-01-10"}, {"b", "0042-07-01"}, {"c", "1986-12-31"}, {"d", "1990-01-01"}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  const std::string years = count_all(archive, Facet::Year);
  CHECK(years.starts_with("0042=1 "));
  CHECK(years.ends_with("1986=1 1987=1 1988=0 1989=0 1990=1 "));
}

TEST_CASE("date facets are zero-filled and tell what is not known so exactly") {
  const SmallArchive small(kArticles);
  const Archive archive(small.path());
  CHECK(count_all(archive, Facet::Year) == "1987=3 1988=1 undated=1 ");
  CHECK(count_all(archive, Facet::Month) == "1987-01=1 1987-02=0 1987-03=1 1987-04=1 unknown=1 undated=1 ");
}

TEST_CASE("a date range keeps what lies wholly inside") {
  const SmallArchive small(kArticles);
  const Archive archive(small.path());
  const DayRange range = {day_number({1987, 1, 1}), day_number({1987, 3, 15})};
  const auto fit = [&](std::uint32_t segment, Xapian::docid docid) {
    return date_fit(range, archive.segments()[segment].columns, docid);
  };
  CHECK(fit(0, 1) == DateFit::Inside);
  CHECK(fit(0, 2) == DateFit::Imprecise);
  CHECK(fit(0, 3) == DateFit::Undated);
  CHECK(fit(1, 1) == DateFit::Outside);
  CHECK(date_fit({}, archive.segments()[1].columns, 2) == DateFit::Inside);
}

TEST_CASE("a table of counts crosses facets, zero-filled, with totals") {
  const SmallArchive small(kArticles);
  const Archive archive(small.path());
  SelectionCounts counts(archive, {Facet::Language, Facet::Year});
  counts.add({0, 1});
  for (Xapian::docid docid : {1u, 2u, 3u}) counts.add_total({0, docid});
  for (Xapian::docid docid : {1u, 2u}) counts.add_total({1, docid});
  std::string cells;
  for (const auto& cell : counts.table().cells) {
    cells += cell.values[0] + "/" + cell.values[1] + "=" + std::to_string(cell.articles) + "/" +
             std::to_string(cell.total) + " ";
  }
  CHECK(cells == "en/1987=1/3 en/1988=0/0 en/undated=0/1 fr/1987=0/0 fr/1988=0/1 fr/undated=0/0 ");
}

TEST_CASE("names are found by folding, variant, part and near spelling") {
  const SmallArchive small(kArticles, kVariants);
  const Archive archive(small.path());
  const struct {
    Facet facet;
    const char* typed;
    const char* shown;
    bool with_notice;
  } cases[] = {
      {Facet::Person, "jane DOE", "Jane Doe", false},
      {Facet::Person, "Moammar Gadhafi", "Muammar Gaddafi", false},
      {Facet::Person, "gadhafi", "Muammar Gaddafi", true},
      {Facet::Person, "gadafi", "Muammar Gaddafi", true},
      {Facet::Person, "Moammar Gahdafi", "Muammar Gaddafi", true},
      {Facet::Country, "Libye", "Libya", false},
      {Facet::Country, "us", "United States", false},
      {Facet::Language, "French", "French", false},
      {Facet::Language, "fr", "French", false},
      {Facet::Source, "the post", "The Post", false},
      {Facet::Person, "none", "(none)", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    const ResolvedValue value = resolve_value(archive, c.facet, c.typed, "en");
    CHECK(value.shown == c.shown);
    CHECK(value.notice.empty() != c.with_notice);
  }
}

TEST_CASE("a surname that is a value of its own is taken as printed, and the others of that name are told") {
  const SmallArchive small({{{"a", "", "en", {"Doe"}},
                             {"b", "", "en", {"Jane Doe"}},
                             {"c", "", "en", {"Jane Doe"}},
                             {"d", "", "en", {"Adam Doe"}}}});
  const Archive archive(small.path());
  const ResolvedValue doe = resolve_value(archive, Facet::Person, "Doe", "en");
  CHECK(doe.ids == std::vector<ValueId>{value_id("Doe")});
  CHECK(doe.notice == "\"Doe\" alone is taken; others of that name: Jane Doe (2), Adam Doe (1)");
}

TEST_CASE("a surname in other letters is ambiguous where a fuller name is in more articles than it alone") {
  const SmallArchive small(
      {{{"a", "", "en", {"Doe"}}, {"b", "", "en", {"Jane Doe"}}, {"c", "", "en", {"Jane Doe"}}}});
  const Archive archive(small.path());
  for (const char* typed : {"doe", "DOE"}) {
    CAPTURE(typed);
    CHECK_THROWS_WITH_AS(
        resolve_value(archive, Facet::Person, typed, "en"),
        doctest::Contains("--person \"Jane Doe\"  (2 articles)\n  --person \"Doe\"  (1 article)"),
        InputError);
  }
}

TEST_CASE("a surname in other letters is taken where it alone is in as many articles as any fuller name") {
  const SmallArchive small({{{"a", "", "en", {"Doe"}}, {"b", "", "en", {"Jane Doe"}}}});
  const Archive archive(small.path());
  CHECK(resolve_value(archive, Facet::Person, "doe", "en").ids == std::vector<ValueId>{value_id("Doe")});
}

TEST_CASE("every person's facet value is accepted and means that person, lone surnames too") {
  const SmallArchive small({{{"a", "", "en", {"Doe"}},
                             {"b", "", "en", {"doe", "Jane Doe"}},
                             {"c", "", "en", {"Jane Doe"}},
                             {"d", "", "en", {"Jane Doe", "Smith"}}}});
  const Archive archive(small.path());
  for (const ValueId id : archive.values(Facet::Person)) {
    const ValueId person = archive.persons().person(id);
    CAPTURE(archive.label(Facet::Person, id));
    const std::string value = option_value(archive, Facet::Person, person);
    CHECK(resolve_value(archive, Facet::Person, value, "en").ids == archive.persons().names(person));
  }
}

TEST_CASE("an article is found by identity, own id and short id; what fits several is an error") {
  const SmallArchive small(kArticles);
  const Archive archive(small.path());
  CHECK(archive.find_article("urn:small:4") == Location{1, 1});
  CHECK(archive.find_article("4") == Location{1, 1});
  CHECK(archive.find_article(short_id("urn:small:4")) == Location{1, 1});
  CHECK_THROWS_AS(archive.find_article("urn:small:9"), InputError);
}
