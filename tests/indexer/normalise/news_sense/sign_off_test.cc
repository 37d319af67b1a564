// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/sign_off.h"

#include <doctest/doctest.h>

namespace broadsheet {

TEST_CASE("a sign-off below a story names its agency and its author, if it has them") {
  struct Case {
    std::string input;
    std::string agency;
    std::string author = "";
  };
  const std::vector<Case> cases = {{"jpd/cbn/dla", ""},
                                   {"AAP rl/kj", "AAP"},
                                   {"(Hina) xkt yln", "HINA"},
                                   {"1011024 jlg/mcs", ""},
                                   {"RMR // JPF", ""},
                                   {"(Schluss) ehe/mmu", ""},
                                   {"/ritzau/", "Ritzau"},
                                   {"(SPA, BELGA)", "Belga"},
                                   {"(\u00a9NTB)", "NTB"},
                                   {"(END) Dow Jones Newswires", "Dow Jones"},
                                   {"Stina Wallgren/TT", "TT", "Stina Wallgren"}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto found = read_sign_off(c.input);
    REQUIRE(found.has_value());
    CHECK(found->agency == c.agency);
    CHECK((found->authors.empty() ? "" : found->authors.front()) == c.author);
  }
  for (const std::string input : {"km/h", "AT/de", "He left.", "", "-", "/", "(", "12/13", "AB 1/2",
                                  "Reuters said no", "Gas/Oil", "(END) of story"}) {
    CAPTURE(input);
    CHECK_FALSE(read_sign_off(input).has_value());
  }
  CHECK(find_trailing_sign_off("It closed. PTI DJI SKL") == 11);
  CHECK(find_trailing_sign_off("It closed. (ANSA).") == 11);
  for (const std::string input :
       {"It closed. He read AFP", "It closed. It was reported by (AP) men", "AFP", ""}) {
    CAPTURE(input);
    CHECK(find_trailing_sign_off(input) == std::string::npos);
  }
}

}  // namespace broadsheet
