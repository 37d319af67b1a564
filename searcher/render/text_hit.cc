// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

#include "searcher/render/display.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

constexpr std::size_t kIndent = 5;  // a rank of three figures and two spaces
constexpr std::size_t kMostLines = 2;
constexpr std::size_t kEllipsisColumns = 4;  // "... " or " ..."

void write_title(const TextPage& page, const Hit& hit) {
  const std::string rank = pad_left(std::to_string(hit.rank), kIndent - 2) + "  ";
  const std::string id = single_line(hit.short_id);
  const std::size_t used = rank.size() + 2 + display_width(id);
  const std::size_t room = page.columns > used ? page.columns - used : 0;
  const std::string whole = single_line(hit.article.title);
  const std::string title = cut_to_width(whole.empty() ? "(no title)" : whole, room);
  const std::string gap(room + 2 - display_width(title), ' ');
  page.out << rank << linked(page, hit.article.url, bold(page, title)) << gap << id << '\n';
}

std::string copies_part(const HitStory& story) {
  if (story.copies == 0) return "";
  const std::string text = "  +" + std::to_string(story.copies) + (story.copies == 1 ? " copy" : " copies");
  return story.sources > 1 ? text + ", " + counted(story.sources, "source") : text;
}

/// Date, source, words and section; where they leave too little room for what follows, the section goes.
void write_particulars(const TextPage& page, const Hit& hit) {
  constexpr std::size_t kWidestSource = 24;
  const std::string tail = (hit.article.corrected ? "  CORRECTED" : "") + copies_part(hit.story);
  const std::size_t columns = page.columns - kIndent;
  const std::size_t room = columns - std::min(tail.size(), columns);
  std::string line = to_display(hit.article.published);
  const auto append = [&](const std::string& part) { line += part.empty() ? "" : "  " + part; };
  append(cut_to_width(single_line(hit.article.source), kWidestSource));
  append(counted(hit.word_count, "word"));
  const std::string section = cut_to_width(single_line(hit.article.section), kWidestSource);
  if (hit.story.copies == 0 || display_width(line) + 2 + display_width(section) <= room) append(section);
  page.out << std::string(kIndent, ' ') << cut_to_width(line, room) << tail << '\n';
}

/// A passage as a page shows it: safe, with its marks in brackets; on a terminal they are coloured instead.
Snippet decorated(const TextPage& page, const Snippet& snippet) {
  Snippet shown;
  std::size_t at = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    shown.text += single_line(std::string_view(snippet.text).substr(at, mark.begin - at));
    const std::size_t begin = shown.text.size();
    const std::string marked =
        single_line(std::string_view(snippet.text).substr(mark.begin, mark.end - mark.begin));
    shown.text += page.terminal ? marked : "[" + marked + "]";
    shown.marks.push_back({begin, shown.text.size()});
    at = mark.end;
  }
  shown.text += single_line(std::string_view(snippet.text).substr(at));
  return shown;
}

std::string line_text(const TextPage& page, const Snippet& shown, const TextRange& line) {
  std::string text;
  std::size_t at = line.begin;
  for (const Snippet::Mark& mark : shown.marks) {
    if (mark.end <= at || mark.begin >= line.end) continue;
    const std::size_t begin = std::max(mark.begin, at);
    const std::size_t end = std::min(mark.end, line.end);
    text.append(shown.text, at, begin - at);
    text += highlighted(page, shown.text.substr(begin, end - begin));
    at = end;
  }
  return text.append(shown.text, at, line.end - at);
}

std::size_t marked_between(const Snippet& shown, std::size_t begin, std::size_t end) {
  std::size_t bytes = 0;
  for (const Snippet::Mark& mark : shown.marks) {
    const std::size_t from = std::max(mark.begin, begin);
    const std::size_t to = std::min(mark.end, end);
    bytes += to > from ? to - from : 0;
  }
  return bytes;
}

/// The first of the lines shown, such that most of what is marked is.
std::size_t best_first_line(const Snippet& shown, const std::vector<TextRange>& lines) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t first = 0; first + kMostLines <= lines.size(); ++first) {
    const std::size_t marks = marked_between(shown, lines[first].begin, lines[first + kMostLines - 1].end);
    if (marks > most) best = first;
    most = std::max(most, marks);
  }
  return best;
}

std::vector<TextRange> passage_lines(const TextPage& page, const Snippet& shown) {
  const std::size_t columns = page.columns - kIndent;
  auto lines = wrap_ranges(shown.text, columns - kEllipsisColumns);
  // A single line may get an ellipsis at both ends.
  return lines.size() == 1 ? wrap_ranges(shown.text, columns - 2 * kEllipsisColumns) : lines;
}

void write_passage(const TextPage& page, const Snippet& snippet) {
  if (snippet.text.empty()) return;
  const Snippet shown = decorated(page, snippet);
  const std::vector<TextRange> lines = passage_lines(page, shown);
  const std::size_t first = best_first_line(shown, lines);
  const std::size_t end = std::min(first + kMostLines, lines.size());
  for (std::size_t i = first; i < end; ++i) {
    const bool cut_before = i == first && (first > 0 || snippet.cut_before);
    const bool cut_after = i + 1 == end && (end < lines.size() || snippet.cut_after);
    page.out << std::string(kIndent, ' ') << (cut_before ? "... " : "") << line_text(page, shown, lines[i])
             << (cut_after ? " ..." : "") << '\n';
  }
}

std::string two_decimals(double number) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.2f", number);
  return text.data();
}

void write_score(const TextPage& page, const Hit& hit) {
  if (hit.score_parts.empty()) return;
  std::string sum;
  for (const ScorePart& part : hit.score_parts)
    sum += (sum.empty() ? "" : " + ") + single_line(part.part) + ' ' + two_decimals(part.score);
  const std::string label = std::string(kIndent, ' ') + "Score " + two_decimals(hit.score) + " = ";
  write_hanging(page, label, sum);
}

}  // namespace

void write_hit(const TextPage& page, const Hit& hit) {
  write_title(page, hit);
  write_particulars(page, hit);
  write_score(page, hit);
  write_passage(page, hit.snippet);
}

}  // namespace broadsheet
