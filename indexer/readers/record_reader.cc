// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/record_reader.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::size_t kFirstBytes = 80;

std::size_t pieces_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '<'; }));
}

/// Why a record's text is none of an article; empty if it may be.
std::string no_article_reason(const Record& record) {
  // Each paragraph and tag costs some hundred bytes before it is written away.
  constexpr std::size_t most_pieces = 500'000;
  if (record.title.size() + record.body.size() + record.summary.size() > kMaxTextBytes)
    return "the text of the record is larger than 16 MiB, as no article's is";
  const bool may_have_as_many = record.body.size() + record.summary.size() > most_pieces;
  if (may_have_as_many && pieces_in(record.body) + pieces_in(record.summary) > most_pieces)
    return "the text of the record has more than 500,000 lines or tags, as no article has";
  return {};
}

class SingleItemReader : public DumpReader {
 public:
  SingleItemReader(DumpItem item, std::string_view format) : item_(std::move(item)), format_(format) {
    std::visit([](auto& any) { any.number = 1; }, *item_);
  }
  std::optional<DumpItem> next() override { return std::exchange(item_, std::nullopt); }
  std::string_view format() const override { return format_; }

 private:
  std::optional<DumpItem> item_;
  std::string format_;
};

}  // namespace

std::optional<DumpItem> RecordReader::next() {
  std::optional<DumpItem> item = read_item();
  if (!item && failed() && !failure_told_) item = cut_off("", input().offset(), input().pending());
  if (!item) return std::nullopt;
  ++number_;
  if (const auto* record = std::get_if<Record>(&*item)) {
    std::string reason = no_article_reason(*record);
    if (!reason.empty()) item = reject(std::move(reason), record->offset, record->title);
  }
  std::visit([this](auto& any) { any.number = number_; }, *item);
  if (auto* record = std::get_if<Record>(&*item)) complete(*record);
  return item;
}

void RecordReader::complete(Record& record) const {
  record.path = source_.name;
  if (number_ == 1 && !source_.path_problem.empty()) record.problems.push_back(source_.path_problem);
  for (const auto& [field, value] : source_.path_fields) {
    if (has_field(record, field)) continue;
    set_field(record, field, {value});
    if (field == Field::Date) record.date_is_from_path = true;
  }
}

Reject RecordReader::reject(std::string reason, std::uint64_t offset, std::string_view bytes) {
  return {std::move(reason), 0, offset, std::string(bytes.substr(0, kFirstBytes))};
}

Reject RecordReader::cut_off(std::string reason, std::uint64_t offset, std::string_view bytes) {
  if (!failed()) return reject(std::move(reason), offset, bytes);
  failure_told_ = true;
  return reject(input().failure(), offset, bytes);
}

std::unique_ptr<DumpReader> single_item_reader(DumpItem item, std::string_view format) {
  return std::make_unique<SingleItemReader>(std::move(item), format);
}

}  // namespace broadsheet
