// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/text_reader.h"

#include <algorithm>

#include "indexer/readers/text/text_record.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

class TextReader : public RecordReader {
 public:
  explicit TextReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "text"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (std::exchange(done_, true)) return std::nullopt;
    const std::uint64_t offset = input().offset();
    const std::string_view text = input().peek(kMaxTextBytes + 1);
    if (text.size() > kMaxTextBytes) return reject("the text is larger than 16 MiB", offset, text);
    if (failed()) return cut_off("", offset, text);
    if (trim(text).empty()) return reject("there is nothing but white space in it", offset, text);
    Record record = read_text_record(text, title_is_given(), source().field_map);
    record.charset = source().charset;
    record.offset = offset;
    return record;
  }

 private:
  bool title_is_given() const {
    const auto& fields = source().path_fields;
    return std::any_of(fields.begin(), fields.end(), [](const auto& f) { return f.first == Field::Title; });
  }

  bool done_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_text_reader(DumpSource source) {
  return std::make_unique<TextReader>(std::move(source));
}

}  // namespace broadsheet
