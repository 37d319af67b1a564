// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv/csv_header.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "indexer/readers/csv/csv_row.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr char kDelimiters[] = {',', ';', '\t', '|'};

CsvHeader header_with(std::string_view head, char delimiter, bool head_is_all, const FieldMap& field_map) {
  CsvHeader header;
  header.delimiter = delimiter;
  const CsvRow row = parse_csv_row(head, delimiter, head_is_all);
  header.length = row.length;
  const FieldCollector fields(field_map);
  for (const std::string& cell : row.cells) {
    header.cells.emplace_back(trim(cell));
    const auto match = fields.match(header.cells.back());
    if (!match) continue;
    ++header.known;
    header.has_text = header.has_text || match->field == Field::Title || match->field == Field::Body ||
                      match->field == Field::Summary;
  }
  return header;
}

/// Excel's "sep=;" before the header.
std::size_t delimiter_line_length(std::string_view head) {
  const std::string_view line = first_line(head);
  if (!begins_with(line, "sep=") || line.size() != 5) return 0;
  return head.size() - after_first_line(head).size();
}

/// MIND (Microsoft's news data set, https://msnews.github.io) has no header: its rows are an id, category,
/// subcategory, title, abstract, URL and two lists of entities.
bool is_mind_row(const CsvRow& row) {
  if (row.cells.size() != 8 || row.cells[0].size() < 2 || row.cells[0][0] != 'N') return false;
  return std::all_of(row.cells[0].begin() + 1, row.cells[0].end(), is_digit) &&
         row.cells[5].starts_with("http") && (row.cells[6].empty() || row.cells[6].starts_with('['));
}

std::optional<CsvHeader> known_without_header(std::string_view head, bool head_is_all) {
  if (!is_mind_row(parse_csv_row(head, '\t', head_is_all))) return std::nullopt;
  CsvHeader header;
  header.delimiter = '\t';
  header.cells = {"id", "category", "topic", "title", "abstract", "url", "", ""};
  header.known = 6;
  header.has_text = true;
  return header;
}

}  // namespace

CsvHeader read_csv_header(std::string_view head, bool head_is_all, const FieldMap& field_map) {
  if (const std::size_t skipped = delimiter_line_length(head)) {
    CsvHeader header = header_with(head.substr(skipped), head[4], head_is_all, field_map);
    header.length += skipped;
    return header;
  }
  if (auto known = known_without_header(head, head_is_all)) return *known;
  CsvHeader best;
  for (const char delimiter : kDelimiters) {
    CsvHeader header = header_with(head, delimiter, head_is_all, field_map);
    const auto goodness = [](const CsvHeader& h) { return std::tuple(h.known, h.cells.size()); };
    if (best.cells.empty() || goodness(header) > goodness(best)) best = std::move(header);
  }
  return best;
}

bool is_table(const CsvHeader& header) {
  constexpr std::size_t longest_name = 60;
  return header.known >= 2 && header.has_text &&
         std::all_of(header.cells.begin(), header.cells.end(),
                     [](const std::string& cell) { return cell.size() <= longest_name; });
}

}  // namespace broadsheet
