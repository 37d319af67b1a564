// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/native_names.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace broadsheet;

namespace {

struct Case {
  std::string text;
  std::vector<std::string> persons;
  std::optional<int> year = {};
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> names;
    for (const auto& name : find_native_names({{TextPlace::Body, c.text}}, c.year))
      names.push_back(name.name);
    CHECK(names == c.persons);
  }
}

}  // namespace

TEST_CASE("an airport, a prize or a university is not the person whom it is called after in Arabic") {
  check({
      {"وصل الوفد إلى مطار الملك خالد الدولي مساء أمس.", {}},
      {"التقى الرئيس فلاديمير بوتين نظيره في موسكو.", {"Vladimir Putin"}},
      {"قال أطباء بمستشفى الملك فيصل التخصصي إن حالته مستقرة.", {}},
      {"زار تركي بن فيصل بن عبد العزيز المعرض.", {}},
      {"افتتحت جامعة الملك سعود معرضا.", {}},
      {"استقبل الملك سلمان بن عبدالعزيز الوفد.", {"Salman of Saudi Arabia"}},
  });
}

TEST_CASE("what Arabic writes together with a name does not hide it") {
  check({
      {"بحث الرئيسان ترامب وبوتين الملف.", {"Donald Trump", "Vladimir Putin"}},
      {"في رسالة لبوتين قال الوزير.", {"Vladimir Putin"}},
      {"في كتبوتين قال.", {}},
  });
}

TEST_CASE("two Chinese characters are a name only where nothing speaks against it") {
  check({
      {"俄罗斯总统普京表示欢迎。", {"Vladimir Putin"}, 2022},
      {"部队向克里沃罗格方向前进。", {}, 2005},  // Krivoy Rog
      {"国际奥委会主席罗格讲话。", {"Jacques Rogge"}, 2005},
      {"国务卿布林肯访问日本。", {"Antony Blinken"}, 2022},  // and not Brin
      {"万里长江滚滚东流。", {}, 2022},                      // ten thousand li
      {"委员长万里会见客人。", {"Wan Li"}, 1990},
      {"沙特王储访问中国。", {}, 2022},  // Saudi Arabia
  });
}
