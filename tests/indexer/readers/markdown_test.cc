// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/markdown.h"

#include <doctest/doctest.h>

using namespace broadsheet;

TEST_CASE("of Markdown the words are left") {
  struct Case {
    std::string_view markdown;
    std::string_view text;
  };
  constexpr Case cases[] = {
      {"A **bold** and *soft* and __loud__ and `plain` word.", "A bold and soft and loud and plain word.\n"},
      {"## Full by May ##", "Full by May\n"},
      {"> He said so.", "He said so.\n"},
      {"The [operator](https://example.org/a_(b)) said.", "The operator said.\n"},
      {"The [**operator**][1] said.[^2]", "The operator said.\n"},
      {"[1]: https://example.org", "\n"},
      {"![A dam](dam.jpg)It holds.", "It holds.\n"},
      {"Before <!--more--> after {{< figure src=\"x\" >}}end", "Before  after end\n"},
      {"---", "\n"},
      {"```\na *b*\n```", "a *b*\n"},
      {"a \\*star\\*", "a *star*\n"},
      // no signs of Markdown
      {"snake_case_name and 3 * 4 * 5", "snake_case_name and 3 * 4 * 5\n"},
      {"He was [sic] there (twice).", "He was [sic] there (twice).\n"},
      {"#1 in the list", "#1 in the list\n"},
      {"- one\n- two", "- one\n- two\n"},
      {"[not closed", "[not closed\n"},
      {"{{ not closed", "{{ not closed\n"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.markdown);
    CHECK(markdown_to_text(c.markdown) == c.text);
  }
}
