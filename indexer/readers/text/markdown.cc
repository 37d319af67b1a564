// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/markdown.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLongestSpan = 600;  // bytes of a link or comment
constexpr int kDeepestLink = 3;            // a picture in a link

bool is_thematic_break(std::string_view line) {
  line = trim(line);
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
         line.find_first_not_of(std::string{line[0], ' '}) == std::string_view::npos;
}

/// "[1]: https://paper.example"
bool is_reference(std::string_view line) {
  line = trim(line);
  return line.starts_with('[') && line.find("]: ") < line.find(' ');
}

std::string_view without_signs(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks > 0 && marks <= 6 && marks < line.size() && line[marks] == ' ') {
    line = trim(line.substr(marks));
    while (line.ends_with('#')) line = trim(line.substr(0, line.size() - 1));
  }
  while (line.starts_with("> ") || line == ">") line.remove_prefix(std::min<std::size_t>(2, line.size()));
  return line;
}

/// What stands between two signs at the beginning of the text; npos if the second is missing.
std::size_t find_closing(std::string_view text, char opening, char closing) {
  text = text.substr(0, kLongestSpan);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == opening) ++depth;
    if (text[i] == closing && --depth == 0) return i;
  }
  return std::string_view::npos;
}

/// The length of "(address)" or "[reference]" behind a link's words; 0 if there is none.
std::size_t target_length(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[')) return 0;
  const std::size_t closing = find_closing(text, text[0], text[0] == '(' ? ')' : ']');
  return closing == std::string_view::npos ? 0 : closing + 1;
}

class MarkdownLine {
 public:
  explicit MarkdownLine(std::string_view text, int depth = 0) : rest_(text), depth_(depth) {}

  std::string words() {
    while (!rest_.empty()) {
      if (!link() && !shortcode() && !emphasis()) plain(1);
    }
    return std::move(words_);
  }

 private:
  void plain(std::size_t count) {
    words_ += rest_.substr(0, count);
    rest_.remove_prefix(count);
  }

  bool link() {
    const bool is_picture = rest_.starts_with("![");
    if ((!is_picture && rest_[0] != '[') || depth_ > kDeepestLink) return false;
    const std::string_view link = rest_.substr(is_picture ? 1 : 0);
    const std::size_t closing = find_closing(link, '[', ']');
    if (closing == std::string_view::npos) return false;
    const std::size_t target = target_length(link.substr(closing + 1));
    const bool is_footnote = link.starts_with("[^");
    if (target == 0 && !is_footnote) return false;
    if (!is_picture && !is_footnote) words_ += MarkdownLine(link.substr(1, closing - 1), depth_ + 1).words();
    rest_ = link.substr(closing + 1 + target);
    return true;
  }

  /// "{{< figure >}}" of Hugo, "{% include x %}" of Jekyll, a comment.
  bool shortcode() {
    constexpr std::string_view pairs[][2] = {{"{{", "}}"}, {"{%", "%}"}, {"<!--", "-->"}};
    for (const auto& [opening, closing] : pairs) {
      if (!rest_.starts_with(opening)) continue;
      const std::size_t end = rest_.substr(0, kLongestSpan).find(closing);
      if (end == std::string_view::npos) return false;
      rest_.remove_prefix(end + closing.size());
      return true;
    }
    return false;
  }

  /// A run of "*", "_", "~~" or "`" that opens or closes something: it touches a word on one side only.
  bool emphasis() {
    const char sign = rest_[0];
    if (sign == '\\' && rest_.size() > 1 &&
        std::string_view("*_`[]#").find(rest_[1]) != std::string_view::npos) {
      rest_.remove_prefix(1);
      plain(1);
      return true;
    }
    if (sign != '*' && sign != '_' && sign != '`' && !rest_.starts_with("~~")) return false;
    const std::size_t run = std::min(rest_.find_first_not_of(sign), rest_.size());
    const bool opens = run < rest_.size() && !is_space(rest_[run]);
    const bool closes = !words_.empty() && !is_space(words_.back());
    if (run > 3 || (sign == '_' && opens == closes && is_inside_word(run)) || (!opens && !closes)) {
      plain(run);
    } else {
      rest_.remove_prefix(run);
    }
    return true;
  }

  bool is_inside_word(std::size_t run) const {
    const auto is_word = [](char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; };
    return !words_.empty() && is_word(words_.back()) && run < rest_.size() && is_word(rest_[run]);
  }

  std::string_view rest_;
  int depth_;
  std::string words_;
};

}  // namespace

std::string markdown_to_text(std::string_view markdown) {
  std::string text;
  bool in_code = false;
  for (std::string_view rest = markdown; !rest.empty(); rest = after_first_line(rest)) {
    const std::string_view line = first_line(rest);
    if (trim(line).starts_with("```")) {
      in_code = !in_code;
    } else if (in_code) {
      text.append(line).append("\n");
    } else if (is_thematic_break(line) || is_reference(line)) {
      text += "\n";
    } else {
      text.append(MarkdownLine(without_signs(line)).words()).append("\n");
    }
  }
  return text;
}

}  // namespace broadsheet
