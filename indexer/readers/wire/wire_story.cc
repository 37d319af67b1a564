// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_story.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/wire_codes.h"

namespace broadsheet {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kWrapped = 50;  // bytes; a shorter line ended by itself

bool begins_desk_part(const Lines& lines, std::size_t at) {
  const std::string line = lower(lines[at]);
  if (line.starts_with("# ") || line.starts_with("## ")) {
    return contains_any(line, {"notebook", "notizblock", "cuaderno", "bloc-notes", "bloc de notas"});
  }
  if (line != "* * * *" || at + 1 >= lines.size()) return false;
  return contains_any(lines[at + 1], {"not for publication", "not intended for publication", "nicht zur ver",
                                      "no est", "ne sont pas destin"});
}

bool is_initials(std::string_view text, bool (*is_initial)(char)) {
  constexpr std::size_t longest = 4;
  std::size_t run = 0;
  for (const char c : text) {
    if (c == ' ' || c == '/' || c == '-') {
      run = 0;
    } else if (!is_initial(c) || ++run > longest) {
      return false;
    }
  }
  return !text.empty();
}

/// "dpa wsz jln npr", "abc/def", "YYY-XXX": who wrote and edited it; "NNNN" ends a telex.
bool is_sign_off(std::string_view line, std::string_view agency) {
  constexpr std::size_t longest = 40;
  if (line.size() > longest) return false;
  if (line == "NNNN" || line == "nnnn" || begins_with(line, "(schluss)") || begins_with(line, "(forts"))
    return true;
  const auto is_small = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c); };
  const auto is_capital = [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); };
  const std::size_t first = std::min(line.find_first_of(" /"), line.size());
  const bool is_agency = line.substr(0, first) == agency || !agency_of_code(line.substr(0, first)).empty();
  if (first < line.size() && is_agency) return is_initials(line.substr(first), is_small);
  if (line.find(' ') != std::string_view::npos || line.find_first_of("/-") == std::string_view::npos)
    return false;
  return is_initials(line, is_small) || is_initials(line, is_capital);
}

/// "Anna Berg/TT"
std::string_view author_below(std::string_view line) {
  constexpr std::size_t longest = 60;
  const std::size_t slash = line.rfind('/');
  if (slash == std::string_view::npos || line.size() > longest) return {};
  const std::string_view name = trim(line.substr(0, slash));
  const auto spaces = std::count(name.begin(), name.end(), ' ');
  const bool is_name = spaces >= 1 && spaces <= 3 && name[0] >= 'A' && name[0] <= 'Z' && !name.ends_with('.');
  return is_name && !agency_of_code(trim(line.substr(slash + 1))).empty() ? name : std::string_view();
}

/// "Stockholm (TT)" on a line of its own.
bool is_dateline_alone(std::string_view line) {
  constexpr std::size_t longest = 50;
  const std::size_t open = line.find('(');
  if (open == std::string_view::npos || open == 0 || line.size() > longest || !line.ends_with(')'))
    return false;
  return !agency_of_code(line.substr(open + 1, line.size() - open - 2)).empty();
}

bool has_wide_gap(std::string_view line) {
  return trim(line).find("   ") != std::string_view::npos || line.find('\t', 1) != std::string_view::npos;
}

bool runs_on(std::string_view before, std::string_view line) {
  constexpr std::string_view openers = " \t-*#+";
  return before.size() >= kWrapped && !line.empty() && openers.find(line[0]) == std::string_view::npos &&
         !has_wide_gap(before) && !has_wide_gap(line);
}

void trim_lines(Lines& lines) {
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  const auto text = std::find_if(lines.begin(), lines.end(), [](auto line) { return !trim(line).empty(); });
  lines.erase(lines.begin(), text);
}

/// "APA0345 2012-11-12/15:06": the message's own number below the story.
bool is_number_line(std::string_view line, const std::string& id) {
  const std::string_view number = std::string_view(id).substr(0, id.find('/'));
  constexpr std::size_t longest = 40;
  return number.size() > 3 && line.size() <= longest && line.starts_with(number);
}

void drop_below(Record& record, Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (begins_desk_part(lines, i)) lines.resize(i);
  }
  for (trim_lines(lines); !lines.empty(); trim_lines(lines)) {
    const std::string_view last = trim(lines.back());
    const std::string_view author = author_below(last);
    const bool is_mark = is_sign_off(last, record.source) || is_number_line(last, record.id);
    if (author.empty() && !is_mark) return;
    if (!author.empty()) record.bylines.emplace_back(author);
    lines.pop_back();
    if (!author.empty()) return;
  }
}

}  // namespace

void read_story(Record& record, Lines lines) {
  drop_below(record, lines);
  if (!lines.empty() && is_dateline_alone(trim(lines[0]))) {
    record.dateline = trim(lines[0]);
    lines.erase(lines.begin());
  }
  std::string_view before;
  for (const std::string_view line : lines) {
    if (runs_on(before, line) && record.body.ends_with('\n')) record.body.back() = ' ';
    record.body.append(line).append("\n");
    before = line;
  }
}

}  // namespace broadsheet
