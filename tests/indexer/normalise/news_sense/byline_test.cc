// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/byline.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet {
namespace {

std::string joined(const AuthorNames& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : "|") + name;
  return out;
}

}  // namespace

TEST_CASE("a byline gives its authors") {
  struct Case {
    std::string input;
    std::string names;
    std::string language = "";
  };
  const std::vector<Case> cases = {
      {"By Jane Doe", "Jane Doe"},
      {"BY JANE DOE", "JANE DOE"},
      {"By Jane Doe and John Roe, Staff Writer", "Jane Doe|John Roe"},
      {"By Jane Doe, John Roe and Max van der Moe", "Jane Doe|John Roe|Max van der Moe"},
      {"By J. R. O'Neill-Smith Jr., Associated Press", "J. R. O'Neill-Smith Jr."},
      {"By: Jane Doe | Reuters", "Jane Doe"},
      {"By Jane Doe in London", "Jane Doe"},
      {"Written by Jane Doe", "Jane Doe"},
      {"Von Jana Muster und Max Beispiel", "Jana Muster|Max Beispiel", "de"},
      {"Par Jeanne Dupont", "Jeanne Dupont", "fr"},
      {"Por Juana Pérez y Luis Gómez", "Juana Pérez|Luis Gómez", "es"},
      {"Di Mario Rossi", "Mario Rossi", "it"},
      {"Автор: Иван Петров", "Иван Петров"},
      {"Autor: Jan Kowalski", "Jan Kowalski", "pl"},
      {"By Reuters", "Reuters"},
      {"文／王五", "王五"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto names = parse_byline(c.input, c.language);
    REQUIRE(names.has_value());
    CHECK(joined(*names) == c.names);
  }
}

TEST_CASE("a sentence or heading that starts like a byline is none") {
  struct Case {
    std::string input;
    std::string language = "";
  };
  const std::vector<Case> cases = {{"By all accounts, the harbour is closed."},
                                   {"By Monday the harbour was closed."},
                                   {"By 1989 it was over"},
                                   {"By Jane Doe the harbour was closed."},
                                   {"Von der Leyen", "de"},
                                   {"Di Maria scored twice", "en"},
                                   {"Von Trapp Family", "en"},
                                   {"by Jane Doe"},
                                   {"By"},
                                   {"By the Numbers"},
                                   {"Par for the course", "en"},
                                   {""}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK_FALSE(parse_byline(c.input, c.language).has_value());
  }
}

TEST_CASE("credits under a story give the reporters but not the editors") {
  CHECK(joined(*parse_credits("(Reporting by Jane Doe in London and John Roe; Editing by Max Moe)")) ==
        "Jane Doe|John Roe");
  CHECK(joined(*parse_credits("Reporting by Jane Doe; Additional reporting by John Roe")) ==
        "Jane Doe|John Roe");
  CHECK(joined(*parse_credits("(Editing by Max Moe)")) == "");
  const struct {
    const char* credits;
    const char* authors;
  } cases[] = {
      {"(Additional reporting by Jane Doe in Palm Springs, California,  John Roe  in Oslo; Editing by Max "
       "Moe )",
       "Jane Doe|John Roe"},
      {"(Reporting by Jane Doe , and John Roe in Oslo; Ann Poe in London, editing by Max Moe)",
       "Jane Doe|John Roe|Ann Poe"},
      {"(Additional reporting by Jane Doe and John Roe. Editing by Max Moe)", "Jane Doe|John Roe"},
      {"(Created by Jane Doe; Editing by Max Moe)", "Jane Doe"},
      {"(With additional reporting by Jane Doe (London); Writing by John Roe)", "John Roe"},
      {"(Reporting and Editing by the Oslo desk)", ""},
      {"(Graphics by Jane Doe; translated by John Roe)", ""},
      {"(Polling and analysis by Jane Doe; Editing by Max Moe)", "Jane Doe"},
      {"(Additional reporting Jane Doe and John Roe in Oslo; Editing Max Moe)", "Jane Doe|John Roe"},
      {"(Jane Doe and John Roe; Editing by Max Moe)", "Jane Doe|John Roe"},
      {"(By Jane Doe; Editing by Max Moe)", "Jane Doe"},
      {"(Jane Doe via the Oslo newsroom, editing by Max Moe)", ""},
      {"(Reporting by Jane Doe; editing by Max Moe", "Jane Doe"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.credits);
    const auto names = parse_credits(c.credits);
    REQUIRE(names.has_value());
    CHECK(joined(*names) == c.authors);
    CHECK(find_trailing_credits("It closed. " + std::string(c.credits)) == 11);
  }
  CHECK_FALSE(parse_credits("(sold by Jane Doe)").has_value());
  CHECK_FALSE(parse_credits("(by Jane Doe)").has_value());
  CHECK_FALSE(parse_credits("(Jane Doe)").has_value());
  CHECK_FALSE(parse_credits("(Reporting standards differ)").has_value());
  CHECK_FALSE(parse_credits("(Jane Doe, who was ill, sent a note)").has_value());
  CHECK_FALSE(parse_credits("(Jane Doe").has_value());
  CHECK_FALSE(parse_credits("Reporting by phone, he said little.").has_value());
  CHECK(find_trailing_credits("It closed. (Reporting by Jane Doe)") == 11);
  CHECK(find_trailing_credits("It closed (on Monday)") == std::string::npos);
}

TEST_CASE("a byline field is a list of names if it can be") {
  CHECK(joined(read_byline_field("By Jane Doe and John Roe")) == "Jane Doe|John Roe");
  CHECK(joined(read_byline_field("Doe, Jane")) == "Doe, Jane");
  CHECK(joined(read_byline_field("jdoe@paper.example")) == "jdoe@paper.example");
  CHECK(joined(read_byline_field(" ")) == "");
}

}  // namespace broadsheet
