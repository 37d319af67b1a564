// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "searcher/render/csv.h"
#include "searcher/render/display.h"
#include "searcher/render/formats.h"
#include "searcher/render/json_values.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

using Row = std::vector<std::string>;

std::string facet_name(Facet facet) {
  return std::string(info(facet).name);
}

Row header_row(const CountsTable& table) {
  Row row;
  for (Facet facet : table.facets) row.push_back(facet_name(facet));
  row.insert(row.end(), {"articles", "total"});
  return row;
}

Row cell_row(const CountsTable::Cell& cell) {
  Row row = cell.values;
  row.insert(row.end(), {std::to_string(cell.articles), std::to_string(cell.total)});
  return row;
}

/// The cell of a row of values that are no numbers of ours: they may be anything.
Row safe_cells(Row row, std::size_t values) {
  for (std::size_t i = 0; i < std::min(values, row.size()); ++i) row[i] = safe_cell(row[i]);
  return row;
}

JsonValue cell_object(const CountsTable& table, const CountsTable::Cell& cell, const ResponseHead& head) {
  JsonValue json = JsonValue::object();
  if (!head.query_id.empty()) json["query_id"] = head.query_id;
  for (std::size_t i = 0; i < table.facets.size() && i < cell.values.size(); ++i) {
    json[facet_name(table.facets[i])] = cell.values[i];
  }
  json["articles"] = cell.articles;
  json["total"] = cell.total;
  return json;
}

void write_json(const CountsTable& table, const ResponseHead& head, std::ostream& out) {
  JsonValue json = {{"version", kOutputVersion}, {"query", head.query}};
  if (!head.query_id.empty()) json["query_id"] = head.query_id;
  json["filters"] = head.filters;
  json["matches"] = head.matches;
  json["stories"] = head.stories;
  json["counts"] = JsonValue::array();
  for (const auto& cell : table.cells) json["counts"].push_back(cell_object(table, cell, ResponseHead{}));
  out << to_line(json) << '\n';
}

void write_csv(const CountsTable& table, const ResponseHead& head, const RenderOptions& options,
               std::ostream& out) {
  const Row query_id = head.query_id.empty() ? Row{} : Row{"query_id"};
  Row header = header_row(table);
  header.insert(header.begin(), query_id.begin(), query_id.end());
  if (options.byte_order_mark) out << "\xEF\xBB\xBF";
  write_csv_row(out, header);
  for (const auto& cell : table.cells) {
    Row row = safe_cells(cell_row(cell), table.facets.size());
    if (!head.query_id.empty()) row.insert(row.begin(), safe_cell(head.query_id));
    write_csv_row(out, row);
  }
}

std::vector<std::size_t> column_widths(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

/// Values to the left, numbers to the right, two spaces between.
void write_aligned(const TextPage& page, const std::vector<Row>& rows, std::size_t values) {
  const auto widths = column_widths(rows);
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line +=
          (i == 0 ? "" : "  ") + (i < values ? pad_right(row[i], widths[i]) : pad_left(row[i], widths[i]));
    }
    page.out << line << '\n';
  }
}

void write_text(const CountsTable& table, const ResponseHead& head, const RenderOptions& options,
                std::ostream& out) {
  const TextPage page(options, out);
  ResponseHead heading = head;
  heading.first = heading.last = 0;
  write_heading(page, heading);
  out << '\n';
  std::vector<Row> rows = {header_row(table)};
  for (const auto& cell : table.cells) {
    rows.push_back(cell_row(cell));
    for (std::string& text : rows.back()) text = single_line(text);
  }
  write_aligned(page, rows, table.facets.size());
}

std::string cell_name(const CountsTable::Cell& cell) {
  std::string name;
  for (const std::string& value : cell.values) name += (name.empty() ? "" : " / ") + value;
  return name;
}

void write_tabbed_row(std::ostream& out, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : "\t") << single_line(row[i]);
  out << '\n';
}

}  // namespace

void render_counts(const CountsTable& table, const ResponseHead& head, const RenderOptions& options,
                   std::ostream& out) {
  switch (options.format) {
    case OutputFormat::Text:
      return write_text(table, head, options, out);
    case OutputFormat::Json:
      return write_json(table, head, out);
    case OutputFormat::Csv:
      return write_csv(table, head, options, out);
    case OutputFormat::Jsonl:
      for (const auto& cell : table.cells) out << to_line(cell_object(table, cell, head)) << '\n';
      return;
    case OutputFormat::Trec:
      refuse_format("a table of counts", options.format, "text, json, jsonl or csv");
  }
}

void render_counts_row(const CountsTable& table, const ResponseHead& head, bool first_row,
                       const RenderOptions& options, std::ostream& out) {
  if (options.format == OutputFormat::Json || options.format == OutputFormat::Jsonl)
    return write_json(table, head, out);
  const bool csv = options.format == OutputFormat::Csv;
  if (!csv && options.format != OutputFormat::Text) render_counts(table, head, options, out);
  Row header = {"query"};
  Row row = {csv ? safe_cell(head.query_id) : head.query_id};
  for (const auto& cell : table.cells) {
    header.push_back(csv ? safe_cell(cell_name(cell)) : cell_name(cell));
    row.push_back(std::to_string(cell.articles));
  }
  if (first_row && csv && options.byte_order_mark) out << "\xEF\xBB\xBF";
  const auto write = csv ? write_csv_row : write_tabbed_row;
  if (first_row) write(out, header);
  write(out, row);
}

}  // namespace broadsheet
