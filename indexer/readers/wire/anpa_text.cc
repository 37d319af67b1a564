// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/anpa_text.h"

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr char kTableRow = '\b';
constexpr char kFixedSpace = '\x10';
constexpr std::string_view kCellMarks = "\x1E\x1F";

bool is_row(std::string_view line) {
  return line.find(kTableRow) != std::string_view::npos ||
         line.find_first_of(kCellMarks) != std::string_view::npos;
}

bool is_cell_mark(char c, bool in_row) {
  return kCellMarks.find(c) != std::string_view::npos || (in_row && c == ';');
}

std::string_view without_marks(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line.front() == '^' || line.front() == kTableRow)) line.remove_prefix(1);
  while (!line.empty() &&
         (line.back() == '<' || line.back() == '=' || is_space(line.back()) || line.back() == kFixedSpace))
    line.remove_suffix(1);
  return trim(line);
}

/// Characters that stand for others; how many bytes of the line it took.
std::size_t append_sign(std::string& text, std::string_view rest) {
  if (rest.starts_with("``") || rest.starts_with("''")) {
    text += rest[0] == '`' ? "\u201C" : "\u201D";
    return 2;
  }
  const bool is_dash =
      rest.starts_with("_ ") && !text.ends_with('_') && (text.empty() || text.ends_with(' '));
  const bool is_half = rest[0] == '{' && (text.empty() || is_digit(text.back()) || text.back() == ' ');
  text += is_dash ? "\u2014" : is_half ? "\u00BD" : std::string(1, rest[0]);
  return 1;
}

void append_cell_gap(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
  if (!text.empty()) text += "  ";
}

bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == '\x7F';
}

}  // namespace

std::string anpa_line(std::string_view line) {
  const bool in_row = is_row(line);
  std::string text;
  for (line = without_marks(line); !line.empty();) {
    const char c = line[0];
    std::size_t taken = 1;
    if (is_cell_mark(c, in_row)) {
      append_cell_gap(text);
    } else if (c == '\t') {
      text += ' ';
    } else if (!is_control(c)) {
      taken = append_sign(text, line);
    }
    line.remove_prefix(taken);
  }
  return std::string(trim(text));
}

std::string anpa_body(const std::vector<std::string_view>& lines) {
  std::string body;
  bool before_is_row = false;
  for (const std::string_view line : lines) {
    const std::string text = anpa_line(line);
    const bool now_row = is_row(line);
    const bool is_set = line.starts_with('\t') || line.starts_with('^') || line.starts_with("   ");
    const bool runs_on = !is_set && !now_row && !before_is_row && !text.empty() && !body.ends_with("\n\n");
    if (text.empty() || is_set || now_row != before_is_row) body += "\n";
    if (runs_on && body.ends_with('\n')) body.back() = ' ';
    if (!text.empty()) body += text + "\n";
    before_is_row = now_row;
  }
  return body;
}

}  // namespace broadsheet
