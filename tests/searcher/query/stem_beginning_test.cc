// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/stem_beginning.h"

#include <doctest/doctest.h>

#include "common/stems.h"

using namespace broadsheet;

TEST_CASE("words begin with what is said of their stem") {
  const struct {
    std::string word;
    std::string language;
    std::string beginning;
  } cases[] = {{"signs", "en", "sign"},
               {"paying", "en", "pay"},
               {"happiness", "en", "happ"},
               {"happy", "en", "happ"},
               {"hoping", "en", "hop"},
               {"capability", "en", "capab"},
               {"dying", "en", "d"},
               {"lying", "en", "l"},
               {"skies", "en", "s"},
               {"flies", "en", "fl"},
               {"possibly", "en", "possib"},
               {"frequency", "en", "frequenc"},
               {"relational", "en", "relat"},
               {"h\u00e4user", "de", "ha"},
               {"maisons", "fr", "mais"},
               {"bassiouni", "fi", "bas"},
               {"\u0434\u043e\u043c\u0430", "ru", "\u0434"},
               {"memakan", "id", ""},
               {"x", "en", ""}};
  for (const auto& c : cases) {
    CAPTURE(c.word);
    CHECK(stem_beginning(stem(c.word, c.language), c.language) == c.beginning);
  }
}
