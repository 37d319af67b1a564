// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/article_text.h"

#include <doctest/doctest.h>

using namespace broadsheet;

TEST_CASE("the parts of an article are its title, dateline and body, the first paragraph being the lead") {
  Article article;
  article.title = "Rates rise";
  article.dateline_place = "LONDON";
  article.paragraphs = {{Role::Dateline, "LONDON, March 3 -"},
                        {Role::Byline, "By A. Writer"},
                        {Role::Body, ""},
                        {Role::Body, "First."},
                        {Role::Note, "(Adds details)"},
                        {Role::Body, "Second."}};
  const auto parts = text_parts(article);
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].place == TextPlace::Title);
  CHECK(parts[0].text.data() == article.title.data());
  CHECK(parts[1].place == TextPlace::Dateline);
  CHECK(parts[1].text == "LONDON");
  CHECK(parts[2].place == TextPlace::Lead);
  CHECK(parts[2].text == "First.");
  CHECK(parts[3].place == TextPlace::Body);
  CHECK(parts[3].text == "Second.");
}

TEST_CASE("an empty article has no parts") {
  CHECK(text_parts(Article()).empty());
}

TEST_CASE("of an endless text the first 256 KiB are looked at, up to a word's end") {
  Article article;
  article.title = "Headline";
  std::string words;
  while (words.size() < 200'000) words += "word ";
  article.paragraphs = {{Role::Body, words}, {Role::Body, words}, {Role::Body, std::string(300'000, 'x')}};
  const auto parts = text_parts(article);
  REQUIRE(parts.size() == 3);
  CHECK(parts[1].text == words);
  CHECK(parts[2].text.ends_with("word"));
  std::size_t bytes = 0;
  for (const TextPart& part : parts) bytes += part.text.size();
  CHECK(bytes <= 256 * 1024);
  CHECK(bytes > 256 * 1024 - 10);
}

TEST_CASE("of an endless text without spaces as many characters are looked at") {
  Article article;
  std::string text;
  while (text.size() < 300'000) text += "中";
  article.paragraphs = {{Role::Body, text}};
  const auto parts = text_parts(article);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].text.size() == 256 * 1024 / 3 * 3);
}
