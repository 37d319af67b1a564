// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/render/sample.h"

#include <sstream>

namespace broadsheet::sample {

Hit tokyo() {
  Hit hit;
  hit.rank = 1;
  hit.score = 12.3456789012;
  hit.short_id = "a3f91c";
  hit.article.identity = "urn:example:1";
  hit.article.id = "urn:example:1";
  hit.article.title = "Tokyo shares slip as the yen firms";
  hit.article.paragraphs = {{Role::Byline, "By Jane Doe"},
                            {Role::Dateline, "TOKYO, April 2 (Example) -"},
                            {Role::Body, "The stock market fell 3 percent on Tuesday."},
                            {Role::Body, "Traders waited for the central bank."},
                            {Role::Note, "(Adds details)"}};
  hit.article.bylines = {"Jane Doe"};
  hit.article.topics = {"markets"};
  hit.article.language = "en";
  hit.article.source = "Example Wire";
  hit.article.section = "Business";
  hit.article.url = "https://example.org/tokyo";
  hit.article.published = make_moment({2019, 4, 2}, 9, 14, 0, 540, Precision::Minute);
  hit.article.date_from = DateFrom::Published;
  hit.article.corrected = true;
  hit.word_count = 412;
  hit.story = {"urn:example:1", 17, 9, {"urn:example:2", "urn:example:3"}};
  hit.persons = {"Haruhiko Kuroda", "Shinzo Abe"};
  hit.organisations = {"Bank of Japan"};
  hit.countries = {"JP", "US"};
  hit.about = {"JP"};
  hit.snippet.text = "the stock market fell 3 percent after Governor Haruhiko Kuroda spoke";
  hit.snippet.marks = {{4, 16}};
  hit.snippet.cut_before = hit.snippet.cut_after = true;
  return hit;
}

Hit hostile() {
  Hit hit;
  hit.rank = 2;
  hit.score = 7.5;
  hit.short_id = "0b55aa";
  hit.article.identity = hit.article.id = "a b\tc";
  hit.article.title = "=東京株式市場は円高を受けて大幅に反落し、半年ぶりの安値をつけた\u202Eevil\x1b[31m";
  hit.article.source = "Say \"hi\", now";
  hit.article.url = "https://example.org/\x1b\\ü";
  hit.article.published = make_moment({2019, 4, 1}, 0, 0, 0, 0, Precision::Month);
  hit.article.date_from = DateFrom::Path;
  hit.word_count = 1;
  hit.snippet.text = "円高で\x1b[2J株式は下落";
  hit.snippet.marks = {{13, 19}};
  return hit;
}

Hit bare() {
  Hit hit;
  hit.rank = 3;
  hit.score = 7.5;
  hit.short_id = "ffffff";
  hit.article.identity = hit.article.id = "3";
  return hit;
}

ResponseHead head() {
  ResponseHead head;
  head.query = "stock AND market";
  head.query_mode = "all words";
  head.filters = {"Dates  2019-03-01..2019-05-31"};
  head.matches = 412;
  head.stories = 287;
  head.folded = true;
  head.first = 1;
  head.last = 3;
  head.left_out_undated = 31;
  head.left_out_imprecise = 4;
  head.facets = {{Facet::Person,
                  {{"Haruhiko Kuroda", "Haruhiko Kuroda", 88, false, false},
                   {"Shinzo Abe", "Shinzo Abe", 61, false, true}},
                  214},
                 {Facet::Country,
                  {{"jp", "Japan", 301, true, false},
                   {"us", "United States", 190, false, false},
                   {"none", "none", 12, false, false}},
                  0},
                 {Facet::Source,
                  {{"Example Wire", "Example Wire", 240, false, false},
                   {"A Daily With A Long Name", "A Daily With A Long Name", 172, false, false}},
                  0}};
  head.timeline.emplace(FacetTable{Facet::Month,
                                   {{"2019-03", "2019-03", 160, false, false},
                                    {"2019-04", "2019-04", 181, false, false},
                                    {"2019-05", "2019-05", 71, false, false}},
                                   0});
  head.narrow_hint = "--person \"Shinzo Abe\"";
  return head;
}

std::string rendered(const RenderOptions& options, const ResponseHead& head, const std::vector<Hit>& hits) {
  std::ostringstream out;
  const auto renderer = make_renderer(options, out);
  renderer->begin(head);
  for (const Hit& hit : hits) renderer->hit(head, hit);
  renderer->end(head);
  return out.str();
}

std::string rendered(OutputFormat format, const ResponseHead& head, const std::vector<Hit>& hits) {
  RenderOptions options;
  options.format = format;
  return rendered(options, head, hits);
}

}  // namespace broadsheet::sample
