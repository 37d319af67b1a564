// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv/csv_columns.h"

#include <algorithm>
#include <vector>

#include "common/moment.h"
#include "indexer/readers/csv/csv_row.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kMostRows = 30;
constexpr std::size_t kFewestRows = 3;

using Rows = std::vector<CsvRow>;

/// The whole rows at the beginning, if they have as many cells each.
Rows even_rows(std::string_view head, char delimiter, bool head_is_all) {
  Rows rows;
  while (!head.empty() && rows.size() < kMostRows) {
    CsvRow row = parse_csv_row(head, delimiter, head_is_all);
    if (row.state != CsvRow::State::Complete || row.length == 0) break;
    head.remove_prefix(row.length);
    if (row.cells.size() == 1 && trim(row.cells[0]).empty()) continue;
    if (row.cells.size() < 2 || (!rows.empty() && row.cells.size() != rows[0].cells.size())) return {};
    rows.push_back(std::move(row));
  }
  return rows.size() >= kFewestRows ? rows : Rows();
}

std::size_t count_words(std::string_view cell) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : cell) {
    words += !is_space(c) && !in_word ? 1 : 0;
    in_word = !is_space(c);
  }
  return words;
}

bool is_web_address(std::string_view cell) {
  return begins_with(cell, "http://") || begins_with(cell, "https://");
}

bool is_date(std::string_view cell) {
  constexpr std::size_t shortest = 8;
  return cell.size() >= shortest && parse_iso_moment(cell).has_value();
}

/// What a header's names are not: sentences, dates, addresses.
bool is_data(std::string_view cell) {
  constexpr std::size_t most_words = 4;  // of a column's name
  return count_words(cell) > most_words || is_date(trim(cell)) || is_web_address(trim(cell));
}

template <typename Test>
bool all_cells(const Rows& rows, std::size_t column, Test test) {
  return std::all_of(rows.begin(), rows.end(), [&](const CsvRow& row) {
    const std::string_view cell = trim(row.cells[column]);
    return cell.empty() || test(cell);
  });
}

double mean_words(const Rows& rows, std::size_t column) {
  std::size_t words = 0;
  for (const CsvRow& row : rows) words += count_words(row.cells[column]);
  return static_cast<double>(words) / static_cast<double>(rows.size());
}

void name_columns(CsvHeader& header, const Rows& rows) {
  constexpr double fewest_words = 3;
  constexpr double fewest_text_words = 40;  // of a text without anything beside it
  constexpr double most_title_words = 30;
  const auto name = [&](std::size_t column, const char* field) { header.cells[column] = field; };
  std::vector<std::size_t> texts;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (all_cells(rows, i, is_date)) {
      name(i, "date");
    } else if (all_cells(rows, i, is_web_address)) {
      name(i, "url");
    } else if (mean_words(rows, i) >= fewest_words) {
      texts.push_back(i);
    }
  }
  if (texts.empty()) return;
  const auto longest = *std::max_element(texts.begin(), texts.end(), [&](std::size_t a, std::size_t b) {
    return mean_words(rows, a) < mean_words(rows, b);
  });
  const bool is_named = std::any_of(header.cells.begin(), header.cells.end(),
                                    [](const std::string& cell) { return !cell.empty(); });
  header.has_text = is_named || texts.size() > 1 || mean_words(rows, longest) >= fewest_text_words;
  const auto title = std::find_if(texts.begin(), texts.end(), [&](std::size_t column) {
    return mean_words(rows, column) <= most_title_words && (column != longest || texts.size() == 1);
  });
  if (title == texts.end() || *title != longest) name(longest, "text");
  if (title != texts.end()) name(*title, "title");
}

}  // namespace

std::optional<CsvHeader> columns_by_content(std::string_view head, bool head_is_all) {
  for (const char delimiter : {'\t', ',', ';', '|'}) {
    const Rows rows = even_rows(head, delimiter, head_is_all);
    if (rows.empty() || std::none_of(rows[0].cells.begin(), rows[0].cells.end(), is_data)) continue;
    CsvHeader header;
    header.delimiter = delimiter;
    header.cells.resize(rows[0].cells.size());
    name_columns(header, rows);
    if (header.has_text) return header;
  }
  return std::nullopt;
}

}  // namespace broadsheet
