// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/anpa_record.h"
#include "indexer/readers/wire/iptc7901_record.h"
#include "indexer/readers/wire/wire_message.h"

namespace broadsheet {

namespace {

class WireReader : public RecordReader {
 public:
  WireReader(DumpSource source, std::string_view format) : RecordReader(std::move(source)), format_(format) {}
  std::string_view format() const override { return format_; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!skip_to_message()) return end_of_dump();
    begun_ = true;
    const std::size_t end = find_end();
    DumpItem item = item_of(input().pending().substr(0, end));
    input().take(end);
    return item;
  }

 private:
  DumpItem item_of(std::string_view bytes) {
    const std::uint64_t offset = input().offset();
    if (bytes.size() > kMaxRecordBytes) return reject("the message is larger than 64 MiB", offset, bytes);
    const bool is_last = bytes.size() == input().pending().size();
    if (is_last && failed()) return cut_off("", offset, bytes);
    const WireMessage message = split_message(bytes);
    if (!message.has_text) return reject("the message has a header and no text (STX)", offset, bytes);
    Record record = is_anpa_header(message.header) ? read_anpa(message) : read_iptc7901(message);
    if (trim(record.title).empty() && trim(record.body).empty()) {
      return reject("the message's text is empty", offset, bytes);
    }
    if (!source().charset.empty()) record.charset = source().charset;
    record.offset = offset;
    return record;
  }

  std::optional<DumpItem> end_of_dump() {
    if (std::exchange(begun_, true) || failed()) return std::nullopt;
    return reject("no message begins in it: there is no SOH", 0, first_bytes_);
  }

  bool skip_to_message() {
    if (!begun_) first_bytes_ = input().peek(80).substr(0, 80);
    std::size_t at = input().pending().find(kStartOfHeader);
    while (at == std::string_view::npos) {
      input().take(input().pending().size());
      if (!input().grow()) return false;
      at = input().pending().find(kStartOfHeader);
    }
    input().take(at);
    return true;
  }

  std::size_t find_end() {
    constexpr char ends[] = {kEndOfTransmission, kStartOfHeader};
    std::size_t from = 1;
    while (true) {
      const std::string_view text = input().pending();
      const std::size_t end = text.find_first_of(std::string_view(ends, 2), from);
      if (end != std::string_view::npos) return text[end] == kStartOfHeader ? end : end + 1;
      from = text.size();
      if (from > kMaxRecordBytes || !input().grow()) return input().pending().size();
    }
  }

  std::string_view format_;
  std::string first_bytes_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_iptc7901_reader(DumpSource source) {
  return std::make_unique<WireReader>(std::move(source), "iptc-7901");
}

std::unique_ptr<DumpReader> make_anpa_reader(DumpSource source) {
  return std::make_unique<WireReader>(std::move(source), "anpa");
}

}  // namespace broadsheet
