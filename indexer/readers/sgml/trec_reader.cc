// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/trec_reader.h"

#include "indexer/readers/sgml/element_cutter.h"
#include "indexer/readers/sgml/trec_record.h"

namespace broadsheet {

namespace {

class TrecReader : public RecordReader {
 public:
  explicit TrecReader(DumpSource source) : RecordReader(std::move(source)), documents_(input(), "doc") {}
  std::string_view format() const override { return "trec"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!documents_.find()) return end_of_dump();
    begun_ = true;
    const std::size_t length = documents_.length();
    DumpItem item = item_of(input().pending().substr(0, length));
    input().take(length);
    return item;
  }

 private:
  DumpItem item_of(std::string_view document) {
    const std::uint64_t offset = input().offset();
    if (document.size() > kMaxRecordBytes)
      return reject("the document is larger than 64 MiB", offset, document);
    if (!documents_.is_closed()) {
      if (document.size() < input().pending().size()) {
        return reject("the document is not closed with </DOC>", offset, document);
      }
      return cut_off("the document is cut off at the end of the dump", offset, document);
    }
    DumpItem item = read_trec_document(document, source().charset);
    if (auto* record = std::get_if<Record>(&item)) record->offset = offset;
    if (auto* bad = std::get_if<Reject>(&item)) *bad = reject(bad->reason, offset, document);
    return item;
  }

  std::optional<DumpItem> end_of_dump() {
    if (std::exchange(begun_, true) || failed()) return std::nullopt;
    return reject("there is no <DOC> in it", 0, input().pending());
  }

  ElementCutter documents_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_trec_reader(DumpSource source) {
  return std::make_unique<TrecReader>(std::move(source));
}

}  // namespace broadsheet
