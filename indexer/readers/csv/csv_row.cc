// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv/csv_row.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

class RowParser {
 public:
  RowParser(std::string_view text, char delimiter, bool text_is_all)
      : text_(text), delimiter_(delimiter), text_is_all_(text_is_all) {}

  CsvRow parse() {
    while (true) {
      row_.cells.emplace_back();
      skip_spaces_before_quote();
      if (!(at('"') ? quoted_cell() : plain_cell())) return std::move(row_);
      if (!at(delimiter_)) break;
      ++position_;
    }
    end_line();
    row_.length = position_;
    return std::move(row_);
  }

 private:
  bool at(char c) const { return position_ < text_.size() && text_[position_] == c; }
  bool at_end() const { return position_ >= text_.size(); }

  bool stop(CsvRow::State state) {
    row_.state = state;
    return false;
  }

  /// At the end of the text: it ends the cell if nothing follows.
  bool may_end() { return text_is_all_ || stop(CsvRow::State::Open); }

  void skip_spaces_before_quote() {
    const std::size_t next = text_.find_first_not_of(' ', position_);
    if (next != std::string_view::npos && text_[next] == '"') position_ = next;
  }

  bool plain_cell() {
    const std::size_t begin = position_;
    const auto ends_cell = [this](char c) { return c == delimiter_ || c == '\n' || c == '\r'; };
    const auto end = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), ends_cell);
    position_ = static_cast<std::size_t>(end - text_.begin());
    return finish_cell(begin);
  }

  bool finish_cell(std::size_t begin) {
    row_.cells.back().append(text_.substr(begin, position_ - begin));
    if (at_end()) return may_end();
    if (at('\r') && position_ + 1 == text_.size() && !text_is_all_) return stop(CsvRow::State::Open);
    return true;
  }

  bool quoted_cell() {
    const std::size_t opening = position_++;
    row_.resume = opening + (text_.substr(opening).size() - after_first_line(text_.substr(opening)).size());
    while (true) {
      const std::size_t quote = std::min(text_.find('"', position_), text_.size());
      row_.cells.back().append(text_.substr(position_, quote - position_));
      position_ = quote;
      if (at_end()) return stop(CsvRow::State::Open);
      ++position_;
      if (at_end() && !text_is_all_) return stop(CsvRow::State::Open);
      if (closes(quote)) return finish_cell(position_);
      if (!inner_quote(quote)) return stop(CsvRow::State::BadQuote);
    }
  }

  /// Past a quote: what follows ends the cell, spaces left aside.
  bool closes(std::size_t quote) {
    if (at('"')) return false;
    const std::size_t next = std::min(text_.find_first_not_of(' ', quote + 1), text_.size());
    const bool ends = next == text_.size()
                          ? text_is_all_ || next == quote + 1
                          : text_[next] == delimiter_ || text_[next] == '\n' || text_[next] == '\r';
    if (ends) position_ = next;
    return ends;
  }

  bool inner_quote(std::size_t quote) {
    std::string& cell = row_.cells.back();
    const bool is_escaped = !cell.empty() && cell.back() == '\\';
    if (at('"')) {
      ++position_;
    } else if (is_escaped) {
      cell.pop_back();
    } else if (quote >= row_.resume) {
      return false;
    }
    cell += '"';
    return true;
  }

  void end_line() {
    if (at('\r')) ++position_;
    if (at('\n')) ++position_;
  }

  std::string_view text_;
  char delimiter_;
  bool text_is_all_;
  std::size_t position_ = 0;
  CsvRow row_;
};

}  // namespace

CsvRow parse_csv_row(std::string_view text, char delimiter, bool text_is_all) {
  return RowParser(text, delimiter, text_is_all).parse();
}

}  // namespace broadsheet
