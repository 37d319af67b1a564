// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/html_reader.h"

#include "indexer/readers/web/html_page.h"

namespace broadsheet {

namespace {

class HtmlReader : public RecordReader {
 public:
  explicit HtmlReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "html"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (std::exchange(done_, true)) return std::nullopt;
    const std::string_view page = input().peek(kMaxRecordBytes + 1);
    if (failed()) return cut_off("", 0, page);
    DumpItem item = read_html_page(page, {.charset = source().charset});
    if (const auto* bad = std::get_if<Reject>(&item)) return reject(bad->reason, 0, page);
    return item;
  }

 private:
  bool done_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_html_reader(DumpSource source) {
  return std::make_unique<HtmlReader>(std::move(source));
}

}  // namespace broadsheet
