// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv_header.h"

#include <algorithm>
#include <tuple>

#include "indexer/readers/csv_row.h"
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

}  // namespace

CsvHeader read_csv_header(std::string_view head, bool head_is_all, const FieldMap& field_map) {
  if (const std::size_t skipped = delimiter_line_length(head)) {
    CsvHeader header = header_with(head.substr(skipped), head[4], head_is_all, field_map);
    header.length += skipped;
    return header;
  }
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
