// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/snippet.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <set>

#include "common/fold.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

Query leaf(Kind kind, std::string text, Field field = Field::Any) {
  Query query;
  query.kind = kind;
  query.text = std::move(text);
  query.field = field;
  return query;
}

Query node(Kind kind, std::vector<Query> children, Field field = Field::Any) {
  Query query;
  query.kind = kind;
  query.field = field;
  query.children = std::move(children);
  return query;
}

Query word(std::string text) {
  return leaf(Kind::Word, std::move(text));
}

Query phrase(std::vector<std::string> words) {
  Query query = node(Kind::Phrase, {});
  for (std::string& text : words) {
    const bool prefix = text.back() == '*';
    if (prefix) text.pop_back();
    query.children.push_back(leaf(prefix ? Kind::Prefix : Kind::Exact, text));
  }
  return query;
}

std::string marked(const std::string& text, const std::vector<Snippet::Mark>& marks) {
  std::string shown;
  std::size_t at = 0;
  for (const Snippet::Mark& mark : marks) {
    shown += text.substr(at, mark.begin - at) + "[" + text.substr(mark.begin, mark.end - mark.begin) + "]";
    at = mark.end;
  }
  return shown + text.substr(at);
}

std::string marked(const Snippet& snippet) {
  return (snippet.cut_before ? "<" : "") + marked(snippet.text, snippet.marks) +
         (snippet.cut_after ? ">" : "");
}

std::string marked(const std::string& text, const std::string& language, const Query& query) {
  return marked(text, find_marks(text, language, matched_forms(query)));
}

Article article(std::vector<std::string> paragraphs, std::string language = "en") {
  Article result;
  result.language = std::move(language);
  for (std::string& text : paragraphs) result.paragraphs.push_back({Role::Body, std::move(text)});
  return result;
}

Query near_node(Kind kind, std::uint32_t distance, Query first, Query second) {
  Query query = node(kind, {std::move(first), std::move(second)});
  query.distance = distance;
  return query;
}

/// The places of the words of a text that take part in "(a NEAR/n b) ADJ/m c", tried out.
std::set<std::size_t> tried_out(const std::string& words, std::size_t n, std::size_t m) {
  std::set<std::size_t> taking_part;
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = 0; b < words.size(); ++b) {
      for (std::size_t c = 0; c < words.size(); ++c) {
        if (words[a] != 'a' || words[b] != 'b' || words[c] != 'c') continue;
        const std::size_t apart = std::max(a, b) - std::min(a, b);
        if (apart <= n && c > std::max(a, b) && c - std::max(a, b) <= m) taking_part.insert({a, b, c});
      }
    }
  }
  return taking_part;
}

/// The same as marks tell it; each word is one letter, between others.
std::set<std::size_t> marked_places(const std::string& words, const Query& query) {
  std::string text;
  for (char letter : words) text += std::string(1, letter) + " | ";
  std::set<std::size_t> places;
  for (const Snippet::Mark& mark : find_marks(text, "", matched_forms(query))) places.insert(mark.begin / 4);
  return places;
}

}  // namespace

TEST_CASE("spellings that are near enough are marked, and every word of what stands near") {
  Query fuzzy = leaf(Kind::Fuzzy, "Gadafi");
  fuzzy.distance = 2;
  CHECK(marked("Gaddafi met Qaddafi, not Garibaldi.", "en", fuzzy) ==
        "[Gaddafi] met [Qaddafi], not Garibaldi.");
  fuzzy.distance = 1;
  CHECK(marked("Gaddafi met Qaddafi.", "en", fuzzy) == "[Gaddafi] met Qaddafi.");
  const Query near = near_node(Kind::Near, 5, word("prices"), phrase({"crude", "oil"}));
  CHECK(marked("The price of crude oil, not of crude.", "en", near) ==
        "The [price] of [crude oil], not of crude.");
  fuzzy.field = Field::Byline;
  CHECK(matched_forms(fuzzy).empty());
}

TEST_CASE("of words near each other those are marked that take part in a match") {
  const Query near = near_node(Kind::Near, 2, word("oil"), word("price"));
  const Query behind =
      near_node(Kind::Adj, 1, word("oil"), node(Kind::Or, {word("price"), phrase({"in", "may"})}));
  const std::pair<Query, std::array<const char*, 2>> cases[] = {
      {near, {"Oil fell. The price of oil rose.", "Oil fell. The [price] of [oil] rose."}},
      {near, {"Oil: last price, a price.", "[Oil]: last [price], a price."}},
      {near, {"Oil for gold and price for oil", "Oil for gold and [price] for [oil]"}},
      {near, {"Oil for gold, and no price", "[Oil] for gold, and no [price]"}},
      {behind, {"Prices of oil in May, oil prices, May", "Prices of [oil in May, oil prices], May"}},
      {node(Kind::And, {word("gold"), near}), {"Oil for gold, and no price", "Oil for [gold], and no price"}},
      {near_node(Kind::Near, 3, near, word("gold")),
       {"Oil price. Gold, said oil, had no price.", "[Oil price]. [Gold], said oil, had no price."}}};
  for (const auto& [query, texts] : cases) {
    CAPTURE(texts[0]);
    CHECK(marked(texts[0], "en", query) == texts[1]);
  }
}

TEST_CASE("what is marked of words near each other is what takes part, whatever the text") {
  std::mt19937 random(1815);
  int marked_some = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto n = static_cast<std::uint32_t>(1 + random() % 4);
    const auto m = static_cast<std::uint32_t>(1 + random() % 4);
    const Query query = near_node(Kind::Adj, m, near_node(Kind::Near, n, word("a"), word("b")), word("c"));
    std::string words;
    for (std::size_t left = random() % 14; left > 0; --left) words += "abcxyz"[random() % 6];
    const auto expected = tried_out(words, n, m);
    CAPTURE(words);
    if (!expected.empty()) CHECK(marked_places(words, query) == expected);
    marked_some += expected.empty() ? 0 : 1;
  }
  CHECK(marked_some > 100);
}

TEST_CASE("words of two paragraphs stand near each other as they do in an archive") {
  const auto near = [](std::uint32_t distance) {
    return matched_forms(near_node(Kind::Near, distance, word("oil"), word("price")));
  };
  const Article text = article({"Oil.", "", "Price.", "Price, oil."});
  CHECK(marked(make_snippet(text, near(20))) == "Oil. [Price]. [Price, oil].");
  CHECK(marked(make_snippet(text, near(21))) == "[Oil]. [Price]. [Price, oil].");
}

TEST_CASE("Every form that the query asks for is marked, and nothing else") {
  struct Case {
    const char* language;
    Query query;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"en", word("elections"), "One election, two Elections.", "One [election], two [Elections]."},
      {"en", leaf(Kind::Exact, "election"), "One election, two elections.", "One [election], two elections."},
      {"en", leaf(Kind::Prefix, "Elect"), "Electors elected nobody.", "[Electors elected] nobody."},
      {"", word("elections"), "election elections", "election [elections]"},
      {"de", word("Häuser"), "Das Haus, die HÄUSER.", "Das [Haus], die [HÄUSER]."},
      {"ru", word("выборы"), "На выборах", "На [выборах]"},
      {"fr", word("homme"), "l’homme", "l’[homme]"},
      {"en", word("Kuroda"), "Kuroda's view", "[Kuroda]'s view"},
      {"en", word("cafe"), "The cafe\u0301 is open", "The [cafe\u0301] is open"},
      {"ja", word("株式"), "東京株式市場", "東京[株式]市場"},
      {"en", phrase({"stock", "market"}), "stock market; the market stock",
       "[stock market]; the market stock"},
      {"en", phrase({"stock", "mark*"}), "Stock markets, stock", "[Stock markets], stock"},
      {"en", phrase({"stock", "market"}), "stock.\nMarket", "[stock.\nMarket]"},
      {"en", leaf(Kind::Word, "state-of-the-art"), "art of state", "[art of state]"},
      {"en", node(Kind::And, {word("stock"), word("market")}), "stock market. Stock",
       "[stock market]. [Stock]"},
      {"en", node(Kind::Not, {word("stock"), word("market")}), "stock market", "[stock] market"},
      {"en", node(Kind::Maybe, {word("stock"), word("market")}), "stock market", "[stock market]"},
      {"en", node(Kind::Or, {word("a"), phrase({"b", "c"})}), "a b c b", "[a b c] b"},
      {"en", leaf(Kind::Word, "stock", Field::Title), "stock", "[stock]"},
      {"en", leaf(Kind::Word, "doe", Field::Byline), "doe", "doe"},
      {"en", leaf(Kind::Value, "stock", Field::Person), "stock", "stock"},
      {"en", leaf(Kind::Prefix, "..."), "stock", "stock"},
      {"en", Query{}, "stock", "stock"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(marked(c.text, c.language, c.query) == c.expected);
  }
}

TEST_CASE("A snippet is the passage with most of the query's words") {
  const std::string filler = "Nothing of note was said about it in the long meeting of that day. ";
  const auto forms = matched_forms(node(Kind::And, {word("yen"), word("stocks")}));
  const Article text = article(
      {filler + "The yen fell. " + filler + filler, "The yen rose as stocks slid. " + filler + filler});
  const Snippet snippet = make_snippet(text, forms, 80);
  CHECK(marked(snippet) ==
        "<The [yen] rose as [stocks] slid. Nothing of note was said about it in the long>");
}

TEST_CASE("Snippets begin and end decently") {
  struct Case {
    std::vector<std::string> paragraphs;
    Query query;
    std::size_t max_bytes;
    std::string expected;
  };
  const std::string sea(400, 'x');
  const std::vector<Case> cases = {
      {{"Short."}, word("short"), 80, "[Short]."},
      {{"Line one\nand  two."}, word("two"), 80, "Line one and [two]."},
      {{"One.", "Two."}, word("none"), 80, "One. Two."},
      {{"No match here, but a beginning to show."}, word("none"), 20, "No match here, but a>"},
      {{"He said \"yes\" and left the room."}, word("none"), 14, "He said \"yes\">"},
      {{"A long way before it, said nobody in this town, the \"yen\" fell further down"},
       word("yen"),
       24,
       "<the \"[yen]\" fell further>"},
      {{"A sentence that goes on and on without a stop until it says yen"},
       word("yen"),
       30,
       "<a stop until it says [yen]"},
      {{"One two. Three four. Five six. Seven yen."}, word("yen"), 32, "<Three four. Five six. Seven [yen]."},
      {{"First sentence. Second one has yen. Third."}, word("yen"), 24, "<Second one has [yen].>"},
      {{"東京の市場は下落した。円は上昇した。"}, word("円"), 24, "<[円]は上昇した。"},
      {{sea}, word("none"), 20, std::string(20, 'x') + ">"},
      {{}, word("none"), 20, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.expected);
    CHECK(marked(make_snippet(article(c.paragraphs), matched_forms(c.query), c.max_bytes)) == c.expected);
  }
}

TEST_CASE("Only the body is shown in a snippet") {
  Article text = article({"The yen fell."});
  text.paragraphs.insert(text.paragraphs.begin(), {Role::Dateline, "TOKYO, yen -"});
  text.paragraphs.push_back({Role::Footer, "Share this yen"});
  CHECK(marked(make_snippet(text, matched_forms(word("yen")))) == "The [yen] fell.");
}

TEST_CASE("Neither snippets nor marks ever split a character, whatever the text and the length") {
  const std::string base =
      "Ünïcode\u0301 l’été「東京」株式市場は下落。 ภาษาไทยไม่มีช่องว่าง हिन्दी में समाचार "
      "👨‍👩‍👧‍👦 "
      "བོད་ཡིག་བོད་ཡིག་བོད་ཡིག \xFF\xC3 («fin»)";
  const auto forms = matched_forms(
      node(Kind::Or, {word("市場"), word("ไทย"), word("हिन्दी"), leaf(Kind::Prefix, "བ"), word("fin")}));
  for (std::size_t repeat : {1, 3}) {
    std::string text;
    for (std::size_t i = 0; i < repeat; ++i) text += base;
    const bool is_valid = is_utf8(text);
    for (std::size_t max_bytes = 0; max_bytes < 300; max_bytes += 7) {
      CAPTURE(max_bytes);
      const Snippet snippet = make_snippet(article({text}, "ja"), forms, max_bytes);
      std::size_t last_end = 0;
      for (const Snippet::Mark& mark : snippet.marks) {
        CHECK(mark.begin >= last_end);
        CHECK(mark.begin < mark.end);
        CHECK(mark.end <= snippet.text.size());
        CHECK((static_cast<unsigned char>(snippet.text[mark.begin]) & 0xC0) != 0x80);
        last_end = mark.end;
      }
      CHECK(snippet.text.size() <= max_bytes + 40);
      if (is_valid) CHECK(is_utf8(snippet.text));
    }
  }
}

}  // namespace broadsheet
