// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/warc_reader.h"

#include <algorithm>
#include <deque>
#include <limits>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/crawl_record.h"
#include "indexer/readers/web/payload.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLongestHeader = 256 * 1024;
// A Content-Length that is off by no more than this is a slip that leaves the page whole.
constexpr std::size_t kSlip = 16;

class WarcReader : public RecordReader {
 public:
  explicit WarcReader(DumpSource source) : RecordReader(std::move(source)) {
    is_arc_ = begins_with(input().peek(kSlip), "filedesc:");
  }
  std::string_view format() const override { return "warc"; }

 protected:
  std::optional<DumpItem> read_item() override {
    while (items_.empty() && read_record()) {
    }
    if (items_.empty()) return std::nullopt;
    DumpItem item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

 private:
  /// Puts the items of the next record into items_; false at the end.
  bool read_record() {
    skip_space();
    const std::string_view text = input().peek(kSlip);
    if (text.empty()) return false;
    const std::uint64_t offset = input().offset();
    const auto header = read_header();
    if (!header) return resynchronise(offset, "it is no record of a crawl archive");
    if (!header->length) return resynchronise(offset, "the length of the record is missing or no number");
    if (*header->length > kMaxRecordBytes) {
      pass_large(*header, offset, text);
    } else {
      read_block(*header, offset);
    }
    return true;
  }

  void pass_large(const CrawlHeader& header, std::uint64_t offset, std::string_view text) {
    std::string reason = skip_reason(header);
    if (reason.empty()) {
      items_.push_back(reject("the record is larger than 64 MiB", offset, text));
    } else {
      items_.push_back(Skip{std::move(reason), 0});
    }
    input().take(header.size);
    pass_to_record(*header.length);
  }

  std::optional<CrawlHeader> read_header() {
    while (true) {
      const std::string_view text = input().pending();
      if (!begins_record(text)) return std::nullopt;
      auto header = is_arc_ ? parse_arc_header(text) : parse_warc_header(text);
      if (header || text.size() > kLongestHeader || !input().grow()) return header;
    }
  }

  bool begins_record(std::string_view text) const {
    return is_arc_ ? !text.empty() && is_letter(text[0]) : begins_with(text, "warc/");
  }

  static std::string skip_reason(const CrawlHeader& header) {
    if (header.is_continuation) return "it is a further segment of a record";
    for (const std::string_view wanted : {"response", "resource", "conversion"}) {
      if (header.type == wanted) return {};
    }
    return "it is a record of type " + one_line(header.type.empty() ? "none" : header.type, 40) +
           ", not a page";
  }

  void read_block(const CrawlHeader& header, std::uint64_t offset) {
    const auto length = static_cast<std::size_t>(*header.length);
    const std::string_view text = input().peek(header.size + length + kSlip);
    const std::string_view rest = text.substr(header.size);
    std::string_view block = rest.substr(0, length);
    const bool is_cut = block.size() < length;
    if (is_cut || !ends_well(rest.substr(length))) {
      // A length that is too long hides the records behind.
      block = block.substr(0, find_record(rest.substr(0, length + kSlip)));
    }
    add_items(header, block, offset, text);
    input().take(header.size + block.size());
    skip_slip();
  }

  void add_items(const CrawlHeader& header, std::string_view block, std::uint64_t offset,
                 std::string_view text) {
    std::string reason = skip_reason(header);
    if (!reason.empty()) {
      items_.push_back(Skip{std::move(reason), 0});
    } else if (block.size() < *header.length && !is_whole_page(block)) {
      const bool is_last = header.size + block.size() == text.size();
      items_.push_back(is_last ? cut_off("the record is cut off at the end of the dump", offset, text)
                               : reject("the record is shorter than it says", offset, text));
    } else {
      for (DumpItem& item : read_crawled_block(block, header.url, header.content_type)) {
        items_.push_back(placed(std::move(item), offset, text));
      }
    }
  }

  DumpItem placed(DumpItem item, std::uint64_t offset, std::string_view text) {
    if (auto* record = std::get_if<Record>(&item)) record->offset = offset;
    if (const auto* bad = std::get_if<Reject>(&item)) return reject(bad->reason, offset, text);
    return item;
  }

  /// True if what stands behind a block is the end or, after white space, the next record.
  bool ends_well(std::string_view behind) const {
    behind = behind.substr(space_length(behind));
    return behind.empty() || begins_record(behind);
  }

  /// Where the next record begins, at the beginning of a line; npos if there is none.
  std::size_t find_record(std::string_view text) const {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      const std::string_view line = text.substr(at + 1);
      const bool is_record = is_arc_ ? parse_arc_header(line.substr(0, kLongestHeader)).has_value()
                                     : begins_with(line, "warc/0.") || begins_with(line, "warc/1.");
      if (is_record) return at + 1;
    }
    return std::string_view::npos;
  }

  /// Past a few bytes that a slip in the length left over.
  void skip_slip() {
    skip_space();
    const std::string_view text = input().peek(2 * kSlip);
    if (text.empty() || begins_record(text)) return;
    const std::size_t next = find_record(text.substr(0, 2 * kSlip));
    if (next != std::string_view::npos && next <= kSlip + 4) input().take(next);
  }

  bool resynchronise(std::uint64_t offset, std::string reason) {
    items_.push_back(reject(std::move(reason), offset, input().pending()));
    pass_to_record(std::numeric_limits<std::uint64_t>::max());
    return true;
  }

  /// Past as many bytes, or to the next record if one begins within them: a length may be wrong.
  void pass_to_record(std::uint64_t most) {
    while (true) {
      const std::string_view text = input().pending().substr(0, most);
      const std::size_t next = find_record(text);
      if (next != std::string_view::npos) return input().take(next);
      const bool is_all = text.size() == most || input().ended();
      const std::size_t passed = is_all ? text.size() : without_last_line(text);
      input().take(passed);
      most -= passed;
      if (is_all) return;
      input().grow();
    }
  }

  /// The last line may be the beginning of a record.
  static std::size_t without_last_line(std::string_view text) {
    const std::size_t line = text.rfind('\n');
    const bool keeps_it = line != std::string_view::npos && text.size() - line <= kLongestHeader;
    return keeps_it ? line : text.size();
  }

  void skip_space() {
    while (true) {
      input().take(space_length(input().pending()));
      if (!input().pending().empty() || !input().grow()) return;
    }
  }

  bool is_arc_ = false;
  std::deque<DumpItem> items_;
};

}  // namespace

std::unique_ptr<DumpReader> make_warc_reader(DumpSource source) {
  return std::make_unique<WarcReader>(std::move(source));
}

}  // namespace broadsheet
