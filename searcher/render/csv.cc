// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/csv.h"

#include <unicode/unistr.h>

#include "common/fold.h"

namespace broadsheet {
namespace {

std::string joined(const JsonValue& list) {
  std::string text;
  for (const JsonValue& item : list) {
    if (!text.empty()) text += "; ";
    text += item.get_ref<const std::string&>();
  }
  return text;
}

std::string well_formed(std::string_view text) {
  if (is_utf8(text)) return std::string(text);
  std::string repaired;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).toUTF8String(repaired);
  return repaired;
}

/// Semicolons and tabs, too: a spreadsheet may be set to divide cells there, and would find a formula behind
/// one.
bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n;\t") != std::string_view::npos;
}

std::string in_quotes(std::string_view cell) {
  std::string text = "\"";
  for (char c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

}  // namespace

std::string safe_cell(std::string_view text) {
  std::string cell = well_formed(text);
  if (!cell.empty() && std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos)
    cell.insert(0, 1, '\'');
  return cell;
}

std::string cell_text(const JsonValue& value) {
  if (value.is_null()) return "";
  if (value.is_array()) return safe_cell(joined(value));
  return value.is_string() ? safe_cell(value.get_ref<const std::string&>()) : to_line(value);
}

void write_csv_row(std::ostream& out, const std::vector<std::string>& cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out << ',';
    first = false;
    out << (needs_quotes(cell) ? in_quotes(cell) : cell);
  }
  out << '\n';
}

}  // namespace broadsheet
