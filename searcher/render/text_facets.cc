// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "searcher/render/display.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostBeside = 3;
constexpr std::size_t kNarrowest = 24;
constexpr std::size_t kWidest = 36;
constexpr std::size_t kGap = 3;

/// One table as lines of at most width columns: "> Japan      301" with the mark of a chosen value.
std::vector<std::string> table_lines(const TextPage& page, const FacetTable& table, std::size_t width) {
  std::size_t digits = 1;
  for (const FacetRow& row : table.rows) digits = std::max(digits, std::to_string(row.count).size());
  const std::size_t label_width = width > digits + 3 ? width - digits - 3 : 1;
  const std::string sought = table.find.empty() ? "" : ", " + single_line(table.find) + "*";
  const std::string title = cut_to_width(std::string(info(table.facet).title) + sought, width);
  std::vector<std::string> lines = {bold(page, pad_right(title, width))};
  for (const FacetRow& row : table.rows) {
    lines.push_back((row.chosen ? "> " : "  ") +
                    pad_right(cut_to_width(shown_label(table.facet, row), label_width), label_width) + ' ' +
                    pad_left(std::to_string(row.count), digits));
  }
  if (table.rows.empty()) lines.emplace_back("  (no such value)");
  if (table.further_values > 0) lines.push_back("  +" + std::to_string(table.further_values) + " more");
  const bool joined =
      std::any_of(table.rows.begin(), table.rows.end(), [](const FacetRow& row) { return row.joined; });
  if (joined) lines.emplace_back("  * variants joined");
  return lines;
}

void write_beside(const TextPage& page, const std::vector<std::vector<std::string>>& tables,
                  std::size_t width) {
  std::size_t height = 0;
  for (const auto& lines : tables) height = std::max(height, lines.size());
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    std::size_t filled = 0;  // columns; colours take none
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (row >= tables[i].size()) continue;
      const std::size_t at = i * (width + kGap);
      line.append(at - filled, ' ') += tables[i][row];
      filled = at + (row == 0 ? width : display_width(tables[i][row]));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    page.out << line << '\n';
  }
}

}  // namespace

void write_facets(const TextPage& page, const std::vector<FacetTable>& tables) {
  std::vector<FacetTable> shown;
  for (const FacetTable& table : tables) {
    if (!table.rows.empty() || !table.find.empty()) shown.push_back(without_empty_runs(table));
  }
  if (shown.empty()) return;
  const std::size_t beside = std::clamp<std::size_t>((page.columns + kGap) / (kNarrowest + kGap), 1,
                                                     std::min(kMostBeside, shown.size()));
  const std::size_t width = std::min(kWidest, (page.columns - kGap * (beside - 1)) / beside);
  for (std::size_t first = 0; first < shown.size(); first += beside) {
    std::vector<std::vector<std::string>> lines;
    for (std::size_t i = first; i < std::min(first + beside, shown.size()); ++i) {
      lines.push_back(table_lines(page, shown[i], width));
    }
    if (first > 0) page.out << '\n';
    write_beside(page, lines, width);
  }
}

}  // namespace broadsheet
