// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_g2_reader.h"

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/g2_item.h"
#include "indexer/readers/xml/newsml_item.h"
#include "indexer/readers/xml/rcv1_item.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

class NewsmlG2Reader : public XmlReader {
 public:
  explicit NewsmlG2Reader(DumpSource source)
      : XmlReader(std::move(source), {{"newsitem", "packageitem", "conceptitem", "knowledgeitem",
                                       "planningitem", "catalogitem"}}) {}
  std::string_view format() const override { return "newsml-g2"; }

 protected:
  std::vector<DumpItem> items_of(const XmlNode& item) override {
    if (item.name() == "NewsItem") return newsml_items(item, head());
    if (item.name() == "newsitem") return {rcv1_record(item)};
    const std::string_view name_space = item.name_space();
    if (!name_space.empty() && !contains_any(name_space, {"iptc"})) {
      return {refusal("its namespace " + one_line(name_space, 80) + " is not that of NewsML-G2")};
    }
    if (item.is("newsItem")) return {g2_news_item(item, head().descendant("header"), source().field_map)};
    return {skip("a " + std::string(item.name()) + ", no news item")};
  }
};

}  // namespace

std::unique_ptr<DumpReader> make_newsml_g2_reader(DumpSource source) {
  return std::make_unique<NewsmlG2Reader>(std::move(source));
}

}  // namespace broadsheet
