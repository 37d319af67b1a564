// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_reader.h"

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/newsml_item.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

class NewsmlReader : public XmlReader {
 public:
  explicit NewsmlReader(DumpSource source) : XmlReader(std::move(source), {{"newsitem"}, true}) {}
  std::string_view format() const override { return "newsml"; }

 protected:
  std::vector<DumpItem> items_of(const XmlNode& item) override {
    const std::string_view name_space = item.name_space();
    if (!name_space.empty() && !contains_any(name_space, {"newsml", "iptc"})) {
      return {refusal("its namespace " + one_line(name_space, 80) + " is not that of NewsML")};
    }
    return newsml_items(item, head());
  }
};

}  // namespace

std::unique_ptr<DumpReader> make_newsml_reader(DumpSource source) {
  return std::make_unique<NewsmlReader>(std::move(source));
}

}  // namespace broadsheet
