// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/nitf_reader.h"

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/nitf_record.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

class NitfReader : public XmlReader {
 public:
  explicit NitfReader(DumpSource source) : XmlReader(std::move(source), {{"nitf"}}) {}
  std::string_view format() const override { return "nitf"; }

 protected:
  std::vector<DumpItem> items_of(const XmlNode& nitf) override {
    const std::string_view name_space = nitf.name_space();
    if (!name_space.empty() && !contains_any(name_space, {"iptc", "nitf"})) {
      return {refusal("its namespace " + one_line(name_space, 80) + " is not that of NITF")};
    }
    Record record = nitf_record(nitf, source().field_map);
    if (record.title.empty() && record.body.empty() && record.summary.empty() && record.status.empty()) {
      return {skip("a NITF document without headline and text")};
    }
    return {std::move(record)};
  }
};

}  // namespace

std::unique_ptr<DumpReader> make_nitf_reader(DumpSource source) {
  return std::make_unique<NitfReader>(std::move(source));
}

}  // namespace broadsheet
