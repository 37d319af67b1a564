// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "searcher/render/display.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

constexpr std::size_t kShortBar = 9;   // columns of the longest bar where several rows share a line
constexpr std::size_t kMostRows = 24;  // that may share a line
constexpr std::string_view kTitle = "DATE  ";

/// At least one column for anything more than nothing.
std::string bar(std::uint64_t count, std::uint64_t highest, std::size_t columns) {
  if (count == 0) return "";
  const auto length = static_cast<std::size_t>(
      static_cast<double>(count) / static_cast<double>(highest) * static_cast<double>(columns) + 0.5);
  return std::string(std::clamp<std::size_t>(length, 1, columns), '#');
}

std::uint64_t highest_count(const FacetTable& timeline) {
  std::uint64_t highest = 0;
  for (const FacetRow& row : timeline.rows) highest = std::max(highest, row.count);
  return highest;
}

std::string on_one_line(const FacetTable& timeline, std::uint64_t highest) {
  std::string line;
  for (const FacetRow& row : timeline.rows) {
    const std::string filled = bar(row.count, highest, kShortBar);
    line += (line.empty() ? "" : "    ") + shown_label(timeline.facet, row) + ' ' + filled +
            (filled.empty() ? "" : " ") + std::to_string(row.count);
  }
  return line;
}

void write_one_per_line(const TextPage& page, const FacetTable& timeline, std::uint64_t highest) {
  const std::size_t digits = std::to_string(highest).size();
  std::size_t label_width = 0;
  for (const FacetRow& row : timeline.rows) {
    label_width = std::max(label_width, display_width(shown_label(timeline.facet, row)));
  }
  const std::size_t used = 2 + label_width + 2 + digits + 2;
  const std::size_t bar_width = page.columns > used ? page.columns - used : 1;
  page.out << bold(page, "DATE") << '\n';
  for (const FacetRow& row : timeline.rows) {
    const std::string filled = bar(row.count, highest, bar_width);
    page.out << "  " << pad_right(shown_label(timeline.facet, row), label_width) << "  "
             << pad_left(std::to_string(row.count), digits) << (filled.empty() ? "" : "  ") << filled << '\n';
  }
}

}  // namespace

void write_timeline(const TextPage& page, const FacetTable& whole) {
  if (whole.rows.empty()) return;
  const FacetTable timeline = condensed(whole);
  const std::uint64_t highest = std::max<std::uint64_t>(highest_count(timeline), 1);
  const std::string line = timeline.rows.size() <= kMostRows ? on_one_line(timeline, highest) : "";
  if (line.empty() || kTitle.size() + display_width(line) > page.columns) {
    write_one_per_line(page, timeline, highest);
  } else {
    page.out << bold(page, "DATE") << "  " << line << '\n';
  }
}

}  // namespace broadsheet
