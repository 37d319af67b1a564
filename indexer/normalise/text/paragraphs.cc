// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/paragraphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/byte_scan.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t widest_wrap = 120;
constexpr std::size_t narrowest_wrap = 24;
constexpr std::size_t slack = 10;                  // a line that had this much room left was ended on purpose
constexpr std::size_t shortest_running_line = 45;  // verses are shorter

struct Line {
  std::string_view text;  // trimmed
  std::size_t indent = 0;
  std::size_t width = 0;       // columns with the indent
  std::size_t first_word = 0;  // columns
  bool has_gap = false;        // two or more spaces inside, not behind a sentence
};

struct Layout {
  bool wrapped = false;
  bool ragged = false;      // wrapped too, but some lines were joined or cut afterwards
  bool hyphenated = false;  // words are broken where lines end
  std::size_t width = 0;
  std::size_t indent = 0;  // of the lines that start no paragraph
};

bool has_gap(std::string_view text) {
  for (auto at = find_double_space(text, 0); at != std::string_view::npos;
       at = find_double_space(text, at + 2)) {
    constexpr std::string_view sentence_ends = ".?!:;\"')";
    if (at > 0 && sentence_ends.find(text[at - 1]) == std::string_view::npos) return true;
  }
  return false;
}

std::size_t first_word_columns(std::string_view text) {
  return is_unspaced(first_code_point(text)) ? 2 : columns(text.substr(0, text.find(' ')));
}

std::size_t indent_of(std::string_view raw, std::string_view text) {
  std::size_t indent = 0;
  for (std::size_t at = 0; raw.data() + at < text.data();)
    indent += next_code_point(raw, at) == 0x3000 ? 2 : 1;
  return indent;
}

Line read_line(std::string_view raw) {
  Line line{.text = trimmed(raw)};
  if (line.text.empty()) return line;
  line.indent = indent_of(raw, line.text);
  line.width = line.indent + columns(line.text);
  line.first_word = first_word_columns(line.text);
  line.has_gap = has_gap(line.text);
  return line;
}

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  for (const auto raw : split_at(text, '\n')) lines.push_back(read_line(raw));
  return lines;
}

bool is_full(const Line& line, const Line& next, std::size_t width) {
  return line.width + 1 + next.first_word > width;
}

std::size_t typical_width(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines) {
    if (!line.text.empty() && !line.has_gap) widths.push_back(line.width);
  }
  if (widths.size() < 2) return 0;
  const auto nearly_widest = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 19 / 20);
  std::nth_element(widths.begin(), nearly_widest, widths.end());
  return *nearly_widest;
}

std::size_t common_indent(const std::vector<Line>& lines) {
  std::size_t indent = widest_wrap;
  for (const auto& line : lines) {
    if (!line.text.empty()) indent = std::min(indent, line.indent);
  }
  return indent;
}

/// True if a word may go on in the next line: "ordi-" and "nary", but not "Rot-" and "und Wei\u00dfwein".
bool is_broken(std::string_view line, std::string_view next) {
  constexpr std::array<std::string_view, 10> links = {"und", "oder", "and", "or", "et",
                                                      "ou",  "en",   "och", "og", "bis"};
  if (line.size() < 3 || !line.ends_with('-')) return false;
  const auto before = static_cast<UChar32>(last_code_point(line.substr(0, line.size() - 1)));
  if (u_isalpha(before) == 0 || u_islower(static_cast<UChar32>(first_code_point(next))) == 0) return false;
  const auto word = next.substr(0, next.find_first_of(" ,"));
  return std::find(links.begin(), links.end(), word) == links.end();
}

/// Typesetters break words wherever lines end; who types breaks lines where a hyphen happens to be, which is
/// rare.
bool is_hyphenated(const std::vector<Line>& lines) {
  constexpr std::size_t sparse = 15;  // lines per broken word
  std::size_t broken = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    broken += !lines[i].text.empty() && is_broken(lines[i - 1].text, lines[i].text) ? 1 : 0;
  }
  return broken > 1 && broken * sparse > lines.size();
}

/// True if a line breaks off in the middle of a sentence that the next line goes on with.
bool breaks_off(const Line& line, const Line& next) {
  return line.width >= shortest_running_line && !next.text.empty() && !ends_sentence(line.text) &&
         u_islower(static_cast<UChar32>(first_code_point(next.text))) != 0;
}

/// True if many lines of whatever width break off in the middle of a sentence.
bool is_ragged(const std::vector<Line>& lines) {
  constexpr std::size_t least = 3;
  std::size_t breaks = 0;
  std::size_t inside_sentence = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i - 1].text.empty() || lines[i].text.empty()) continue;
    ++breaks;
    inside_sentence += breaks_off(lines[i - 1], lines[i]) ? 1 : 0;
  }
  return inside_sentence >= least && inside_sentence * 5 >= breaks * 2;
}

Layout measure(const std::vector<Line>& lines) {
  Layout layout{.ragged = is_ragged(lines), .width = typical_width(lines), .indent = common_indent(lines)};
  if (layout.width < narrowest_wrap || layout.width > widest_wrap) return layout;
  std::size_t breaks = 0;
  std::size_t full = 0;
  std::size_t inside_sentence = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& line = lines[i - 1];
    const Line& next = lines[i];
    if (line.text.empty() || next.text.empty() || next.indent > layout.indent || line.has_gap) continue;
    ++breaks;
    if (!is_full(line, next, layout.width)) continue;
    ++full;
    if (!ends_sentence(line.text)) ++inside_sentence;
  }
  layout.hyphenated = is_hyphenated(lines);
  layout.wrapped = inside_sentence > 0 && full * 3 >= breaks * 2 && inside_sentence * 5 >= breaks * 2;
  return layout;
}

bool starts_paragraph(const Line& line, const Line& previous, const Layout& layout) {
  const bool runs_on = previous.width >= shortest_running_line && !ends_sentence(previous.text);
  if (layout.ragged && runs_on && line.indent <= layout.indent) return false;
  if (!layout.wrapped || line.indent > layout.indent) return true;
  if (is_full(previous, line, layout.width)) return false;
  return ends_sentence(previous.text) || previous.width + 1 + line.first_word + slack <= layout.width;
}

/// Puts a line behind what stands before it in the paragraph.
void append_line(std::string& paragraph, std::string_view next, const Layout& layout) {
  const bool is_unspaced_pair =
      is_unspaced(last_code_point(paragraph)) && is_unspaced(first_code_point(next));
  if (layout.hyphenated && is_broken(paragraph, next)) {
    paragraph.pop_back();
  } else if (!is_unspaced_pair) {
    paragraph += ' ';
  }
  paragraph += next;
}

}  // namespace

std::vector<std::string> split_paragraphs(std::string_view text, std::size_t room_taken) {
  auto lines = read_lines(text);
  lines.front().width += room_taken;
  const auto layout = measure(lines);
  std::vector<std::string> paragraphs;
  const Line* previous = nullptr;
  for (const auto& line : lines) {
    if (!line.text.empty()) {
      if (previous != nullptr && previous->has_gap && line.has_gap) {
        paragraphs.back().append("\n").append(line.text);
      } else if (previous == nullptr || starts_paragraph(line, *previous, layout)) {
        paragraphs.emplace_back(line.text);
      } else {
        append_line(paragraphs.back(), line.text, layout);
      }
    }
    previous = line.text.empty() ? nullptr : &line;
  }
  return paragraphs;
}

}  // namespace broadsheet
