// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/texts_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/recognise.h"
#include "indexer/readers/text/export_record.h"
#include "indexer/readers/text/text_layout.h"
#include "indexer/readers/text/text_record.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

bool is_only_rules(std::string_view text) {
  return text.find_first_not_of("=*-_ \t\r\n\f\v") == std::string_view::npos;
}

/// Without the line or form feed that parts a piece from the next.
std::string_view without_rule(std::string_view piece) {
  while (!piece.empty() && is_space(piece.back())) piece.remove_suffix(1);
  const std::size_t last = piece.find_last_of("\r\n");
  const std::string_view line = piece.substr(last == std::string_view::npos ? 0 : last + 1);
  constexpr std::size_t shortest = 10;
  const bool is_rule = line.size() >= shortest && is_only_rules(line);
  return is_rule ? piece.substr(0, piece.size() - line.size()) : piece;
}

class TextsReader : public RecordReader {
 public:
  explicit TextsReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "texts"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!std::exchange(begun_, true)) layout_ = recognise_text_layout(input().peek(kRecogniseBytes));
    while (!input().peek(1).empty()) {
      const std::size_t length = piece_length();
      auto item = item_of(input().pending().substr(0, length));
      input().take(length);
      if (item) return item;
    }
    return std::nullopt;
  }

 private:
  std::size_t piece_length() {
    PieceEnd end(layout_.value_or(TextLayout::Blocks));
    if (!layout_) return input().peek(kMaxTextBytes + 1).size();
    while (true) {
      const auto found = end.find(input().pending(), input().ended());
      if (found) return *found;
      if (input().pending().size() > kMaxTextBytes || !input().grow()) {
        return end.find(input().pending(), true).value_or(input().pending().size());
      }
    }
  }

  std::optional<DumpItem> item_of(std::string_view piece) {
    const std::uint64_t offset = input().offset();
    if (piece.size() > kMaxTextBytes) return reject("the text is larger than 16 MiB", offset, piece);
    if (piece.size() == input().pending().size() && failed()) return cut_off("", offset, piece);
    if (is_only_rules(piece)) return std::nullopt;
    auto record = record_of(piece);
    if (!record) return Skip{"no article: a cover page, a list of contents or a notice of the export"};
    record->charset = source().charset;
    record->offset = offset;
    return std::move(*record);
  }

  std::optional<Record> record_of(std::string_view piece) const {
    if (layout_ == TextLayout::Lexis) return read_lexis(piece);
    if (layout_ == TextLayout::Factiva) return read_factiva(piece);
    if (layout_ == TextLayout::ProQuest) return read_proquest(piece);
    return read_text_record(layout_ ? without_rule(piece) : piece, false, source().field_map);
  }

  std::optional<TextLayout> layout_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_texts_reader(DumpSource source) {
  return std::make_unique<TextsReader>(std::move(source));
}

}  // namespace broadsheet
