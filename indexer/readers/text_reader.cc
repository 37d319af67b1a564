// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_reader.h"

#include <algorithm>

#include "common/moment.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

bool is_url(std::string_view line) {
  return (begins_with(line, "http://") || begins_with(line, "https://")) &&
         std::none_of(line.begin(), line.end(), is_space);
}

std::string_view without_heading_mark(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  const bool is_heading = marks > 0 && marks <= 6 && line.size() > marks && line[marks] == ' ';
  return is_heading ? trim(line.substr(marks)) : line;
}

class TextReader : public RecordReader {
 public:
  explicit TextReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "text"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (std::exchange(done_, true)) return std::nullopt;
    const std::uint64_t offset = input().offset();
    const std::string_view text = input().peek(kMaxRecordBytes + 1);
    if (text.size() > kMaxRecordBytes) return reject("the text is larger than 64 MiB", offset, text);
    if (failed()) return cut_off("", offset, text);
    if (trim(text).empty()) return reject("there is nothing but white space in it", offset, text);
    Record record = read_text(text);
    record.charset = source().charset;
    record.offset = offset;
    return record;
  }

 private:
  static void next_line(std::string_view& text) { text.remove_prefix(space_length(text)); }

  Record read_text(std::string_view text) const {
    Record record;
    next_line(text);
    if (is_url(trim(first_line(text)))) {
      record.url = trim(first_line(text));
      text = after_first_line(text);
      next_line(text);
    }
    if (parse_iso_moment(trim(first_line(text)))) {
      record.date = trim(first_line(text));
      text = after_first_line(text);
      next_line(text);
    }
    if (!title_is_given()) {
      record.title = without_heading_mark(trim(first_line(text)));
      text = after_first_line(text);
    }
    record.body = text;
    return record;
  }

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
