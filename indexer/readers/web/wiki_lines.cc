// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/wiki_lines.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/wiki_words.h"

namespace broadsheet {

namespace {

/// How many "=" a heading has on either side; 0 if the line is none.
std::size_t heading_level(std::string_view line) {
  const std::size_t before = std::min(line.find_first_not_of('='), line.size());
  const std::size_t last = line.find_last_not_of('=');
  if (before == 0 || last == std::string_view::npos) return 0;
  return std::min({before, line.size() - last - 1, std::size_t{6}});
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

class LineReader {
 public:
  std::string read(std::string_view lines) {
    while (!lines.empty()) {
      line(first_line(lines));
      lines = after_first_line(lines);
    }
    end_paragraph();
    if (was_heading_) body_.resize(heading_start_);
    return std::move(body_);
  }

 private:
  void line(std::string_view text) {
    text = trim(text);
    if (const std::size_t level = heading_level(text))
      return heading(trim(text.substr(level, text.size() - 2 * level)), level);
    if (left_out_level_ != 0) return;
    if (text.empty() || text.starts_with("----")) return end_paragraph();
    const std::size_t marks = std::min(text.find_first_not_of("*#:;"), text.size());
    if (marks > 0) end_paragraph();
    text = trim(text.substr(marks));
    if (!has_letters(text)) return;
    paragraph_.append(paragraph_.empty() ? "" : " ").append(text);
    if (marks > 0) end_paragraph();
  }

  void heading(std::string_view text, std::size_t level) {
    end_paragraph();
    if (left_out_level_ != 0 && level > left_out_level_) return;
    left_out_level_ = is_back_matter(text) ? level : 0;
    if (was_heading_ && level <= heading_level_) body_.resize(heading_start_);
    was_heading_ = false;
    if (left_out_level_ != 0 || !has_letters(text)) return;
    const std::size_t start = body_.size();
    paragraph_ = text;
    end_paragraph();
    was_heading_ = true;
    heading_start_ = start;
    heading_level_ = level;
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    body_.append(body_.empty() ? "" : "\n\n").append(paragraph_);
    paragraph_.clear();
    was_heading_ = false;
  }

  std::string body_;
  std::string paragraph_;
  std::size_t left_out_level_ = 0;  // of the section that is left out; 0: none
  bool was_heading_ = false;        // a heading without text behind goes
  std::size_t heading_start_ = 0;
  std::size_t heading_level_ = 0;
};

}  // namespace

std::string wiki_paragraphs(std::string_view lines) {
  return LineReader().read(lines);
}

}  // namespace broadsheet
