// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv/csv_reader.h"

#include <algorithm>

#include "common/fold.h"
#include "common/printable.h"
#include "indexer/readers/csv/csv_columns.h"
#include "indexer/readers/csv/csv_header.h"
#include "indexer/readers/csv/csv_row.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLongestHeader = 64 * 1024;

class CsvReader : public RecordReader {
 public:
  explicit CsvReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "csv"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!std::exchange(begun_, true)) {
      if (auto bad_header = begin()) return bad_header;
    }
    skip_blank_lines();
    if (done_ || input().peek(1).empty()) return std::nullopt;
    const CsvRow row = read_row();
    if (row.state != CsvRow::State::Complete) return bad_row(row);
    if (failed() && row.length == input().pending().size()) {
      return take(row.length, cut_off("", input().offset(), input().pending()));
    }
    return take(row.length, read_cells(row));
  }

 private:
  std::optional<DumpItem> begin() {
    const std::string_view head = input().peek(kLongestHeader);
    header_ = read_csv_header(head, input().ended(), source().field_map);
    if (header_.has_text) {
      input().take(header_.length);
      return std::nullopt;
    }
    if (auto guessed = columns_by_content(head, input().ended()); guessed && source().field_map.empty()) {
      header_ = std::move(*guessed);
      return std::nullopt;
    }
    done_ = true;
    Reject no_header = reject(no_header_reason(first_line(head)), input().offset(), head);
    input().take(head.size());
    return no_header;
  }

  static std::string no_header_reason(std::string_view line) {
    return "the first row names no column for a title or text: " + one_line(line, 120) +
           "; if it is a header, say which is which with --map THEIRS=title and --map THEIRS=body";
  }

  void skip_blank_lines() {
    while (!input().peek(1).empty() && (input().pending()[0] == '\n' || input().pending()[0] == '\r'))
      input().take(1);
  }

  CsvRow read_row() {
    CsvRow row = parse_csv_row(input().pending(), header_.delimiter, input().ended());
    while (row.state == CsvRow::State::Open && input().pending().size() <= kMaxRecordBytes &&
           input().grow()) {
      row = parse_csv_row(input().pending(), header_.delimiter, input().ended());
    }
    if (row.state == CsvRow::State::Open && input().ended() && row.resume == 0) {
      row = parse_csv_row(input().pending(), header_.delimiter, true);
    }
    return row;
  }

  DumpItem bad_row(const CsvRow& row) {
    const std::string_view text = input().pending();
    if (failed()) return take(text.size(), cut_off("", input().offset(), text));
    const std::size_t next = row.resume != 0 ? row.resume : text.size();
    const bool too_large = row.state == CsvRow::State::Open && !input().ended() && row.resume == 0;
    return take(next, reject(too_large ? "the row is larger than 64 MiB"
                                       : "a quote is opened in this row and not closed: the row is left out",
                             input().offset(), text));
  }

  DumpItem read_cells(const CsvRow& row) {
    const std::string_view bytes = input().pending().substr(0, row.length);
    if (!has_right_size(row)) {
      return reject("the row has " + std::to_string(row.cells.size()) + " cells where the header has " +
                        std::to_string(header_.cells.size()),
                    input().offset(), bytes);
    }
    Record record = collect(row);
    if (!FieldCollector::has_text(record)) {
      return reject(FieldCollector::no_text_reason(header_.cells), input().offset(), bytes);
    }
    set_charset(record, bytes);
    record.offset = input().offset();
    return record;
  }

  bool has_right_size(const CsvRow& row) const {
    if (row.cells.size() < header_.cells.size()) return false;
    const auto extra = row.cells.begin() + static_cast<std::ptrdiff_t>(header_.cells.size());
    return std::all_of(extra, row.cells.end(), [](const std::string& cell) { return trim(cell).empty(); });
  }

  Record collect(const CsvRow& row) const {
    FieldCollector fields(source().field_map);
    for (std::size_t i = 0; i < header_.cells.size(); ++i) {
      const std::string& name = header_.cells[i];
      if (name.empty() || trim(row.cells[i]).empty()) continue;
      if (const auto match = fields.match(name)) {
        fields.offer(name, *match, split_values(match->field, row.cells[i]));
      } else {
        fields.leave(name);
      }
    }
    return fields.finish();
  }

  /// A column may name the charset of its row; what is UTF-8 is UTF-8 whatever it says.
  void set_charset(Record& record, std::string_view bytes) const {
    if (!source().charset.empty() || (!is_ascii(bytes) && is_utf8(bytes))) record.charset = "utf-8";
  }

  DumpItem take(std::size_t bytes, DumpItem item) {
    input().take(bytes);
    return item;
  }

  CsvHeader header_;
  bool begun_ = false;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_csv_reader(DumpSource source) {
  return std::make_unique<CsvReader>(std::move(source));
}

}  // namespace broadsheet
