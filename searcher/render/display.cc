// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/display.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "common/printable.h"
#include "searcher/render/breaks.h"

namespace broadsheet {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

/// Vowels and finals of decomposed Hangul are drawn into the syllable that their initial began.
bool is_joining_jamo(UChar32 c) {
  return c >= 0x1160 && c <= 0x11FF;
}

std::size_t width_of(UChar32 c) {
  if (c < 0x300) return 1;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0 || is_joining_jamo(c)) return 0;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The bytes of the longest beginning that is no wider than columns.
std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::size_t width = 0;
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, size, c);
    width += width_of(c);
    if (width > columns) return static_cast<std::size_t>(begin);
  }
  return text.size();
}

std::size_t without_trailing_spaces(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  return end;
}

/// Lines being filled with stretches that must not be broken.
class Filler {
 public:
  Filler(std::string_view text, std::size_t columns)
      : text_(text), columns_(columns), graphemes_(Breaks::Of::Graphemes, text) {}

  void add(std::size_t begin, std::size_t end) {
    const std::size_t ink_end = without_trailing_spaces(text_, begin, end);
    if (ink_end == begin) return;
    if (!fits(line_.end, ink_end, columns_ - used_)) start_line(begin);
    while (!fits(line_.begin, ink_end, columns_)) start_line(forced_break());
    used_ += display_width(text_.substr(line_.end, ink_end - line_.end));
    line_.end = ink_end;
  }

  std::vector<TextRange> finish() {
    if (line_.end > line_.begin) lines_.push_back(line_);
    return std::move(lines_);
  }

 private:
  bool fits(std::size_t begin, std::size_t end, std::size_t columns) const {
    return fitting_bytes(text_.substr(begin, end - begin), columns) == end - begin;
  }

  void start_line(std::size_t begin) {
    if (line_.end > line_.begin) lines_.push_back(line_);
    line_ = {begin, begin};
    used_ = 0;
  }

  /// Where a stretch wider than a line is cut: at least one grapheme is taken.
  std::size_t forced_break() {
    const std::size_t limit = line_.begin + fitting_bytes(text_.substr(line_.begin), columns_);
    std::size_t at = graphemes_.at_or_before(limit);
    if (at <= line_.begin) at = graphemes_.after(line_.begin).value_or(text_.size());
    line_.end = at;
    return at;
  }

  std::string_view text_;
  std::size_t columns_;
  Breaks graphemes_;
  TextRange line_;        // ends with ink
  std::size_t used_ = 0;  // columns of line_
  std::vector<TextRange> lines_;
};

}  // namespace

std::size_t display_width(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::size_t width = 0;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, size, c);
    width += width_of(c);
  }
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return "";
  Breaks graphemes(Breaks::Of::Graphemes, text);
  const std::size_t end = graphemes.at_or_before(fitting_bytes(text, columns - 1));
  return std::string(text.substr(0, without_trailing_spaces(text, 0, end))).append(kEllipsis);
}

std::string pad_right(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return width < columns ? std::move(text.append(columns - width, ' ')) : std::move(text);
}

std::string pad_left(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return width < columns ? std::move(text.insert(0, columns - width, ' ')) : std::move(text);
}

std::vector<TextRange> wrap_ranges(std::string_view text, std::size_t columns) {
  Breaks line_breaks(Breaks::Of::Lines, text);
  Filler filler(text, std::max<std::size_t>(columns, 2));
  std::size_t begin = 0;
  while (const auto end = line_breaks.after(begin)) {
    filler.add(begin, *end);
    begin = *end;
  }
  return filler.finish();
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const TextRange& line : wrap_ranges(text, columns)) {
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  }
  return lines;
}

std::string single_line(std::string_view text) {
  std::string line = printable(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

std::string shell_word(const std::string& text) {
  if (text.find_first_of("\"$`\\!") == std::string::npos) return '"' + text + '"';
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

std::string counted(std::uint64_t number, std::string_view noun) {
  std::string text = std::to_string(number) + ' ';
  text += noun;
  return number == 1 ? text : text + 's';
}

std::string counted_stories(std::uint64_t number) {
  return std::to_string(number) + (number == 1 ? " story" : " stories");
}

}  // namespace broadsheet
