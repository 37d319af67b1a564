// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/mail_text.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kMailHeaders[] = {"from",         "to",           "subject",       "date",
                                             "message-id",   "received",     "return-path",   "delivered-to",
                                             "mime-version", "content-type", "reply-to",      "list-id",
                                             "newsgroups",   "path",         "x-original-to", "sender"};

bool is_mail_header(std::string_view name) {
  const std::string lowered = lower(name);
  return std::find(std::begin(kMailHeaders), std::end(kMailHeaders), lowered) != std::end(kMailHeaders);
}

/// RFC 5322: printable characters but the colon.
std::string_view header_name(std::string_view line) {
  const std::string_view name = line.substr(0, std::min(line.find(':'), line.size()));
  const bool is_name = !name.empty() && name.size() < line.size() &&
                       std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  return is_name ? name : std::string_view();
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return is_letter(c) || (c & 0x80) != 0; }));
}

std::size_t letters_of_plain(std::string_view text) {
  std::size_t letters = count_letters(text);
  for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_space);
    letters -= count_letters(text.substr(at, static_cast<std::size_t>(end - text.begin()) - at));
    at = static_cast<std::size_t>(end - text.begin());
    if (at >= text.size()) break;
  }
  return letters;
}

std::size_t end_of_tag(std::string_view html, std::size_t at) {
  for (const std::string_view name : {"style", "script", "head", "title"}) {
    if (!begins_with(html.substr(at + 1), name)) continue;
    const std::size_t end = html.find("</" + std::string(name), at);
    if (end != std::string_view::npos) at = end;
  }
  return std::min(html.find('>', at), html.size());
}

std::size_t letters_of_html(std::string_view html) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < html.size(); ++at) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    letters += count_letters(html.substr(at, tag - at));
    at = tag == html.size() ? tag : end_of_tag(html, tag);
  }
  return letters;
}

}  // namespace

std::string unflow(std::string_view text, bool delete_space) {
  std::string result;
  while (!text.empty()) {
    std::string_view line = first_line(text);
    text = after_first_line(text);
    if (line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    const bool is_soft = line.ends_with(' ') && line != "-- " && !text.empty();
    if (is_soft && delete_space) line.remove_suffix(1);
    result.append(line).append(is_soft ? "" : "\n");
  }
  return result;
}

std::string_view without_signature(std::string_view text) {
  for (std::size_t at = text.find("\n-- "); at != std::string_view::npos; at = text.find("\n-- ", at + 1)) {
    if (first_line(text.substr(at + 1)) == "-- ") return text.substr(0, at + 1);
  }
  return text;
}

bool is_real_text(std::string_view plain, std::string_view html) {
  constexpr std::size_t share = 3;
  return letters_of_plain(plain) * share >= letters_of_html(html);
}

std::string escape_markup(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<') {
      result += "&lt;";
    } else if (c == '&') {
      result += "&amp;";
    } else {
      result += c;
    }
  }
  return result;
}

bool is_from_line(std::string_view line) {
  constexpr std::size_t longest = 300;
  if (!line.starts_with("From ") || line.size() > longest) return false;
  const std::size_t clock = line.find(':', 5);
  const bool has_time = clock != std::string_view::npos && clock + 2 < line.size() &&
                        is_digit(line[clock - 1]) && is_digit(line[clock + 1]) && is_digit(line[clock + 2]);
  return has_time && std::count(line.begin(), line.end(), ' ') >= 4;
}

bool looks_like_mail(std::string_view head) {
  constexpr int enough = 2;
  constexpr int most_lines = 40;
  head.remove_prefix(space_length(head));
  if (is_from_line(first_line(head))) head = after_first_line(head);
  int known = 0;
  for (int lines = 0; lines < most_lines && known < enough && !head.empty(); ++lines) {
    const std::string_view line = first_line(head);
    head = after_first_line(head);
    const bool is_folded = lines > 0 && (line.starts_with(' ') || line.starts_with('\t'));
    if (is_folded && !trim(line).empty()) continue;
    const std::string_view name = header_name(line);
    if (name.empty()) return false;
    known += is_mail_header(name) ? 1 : 0;
  }
  return known >= enough;
}

}  // namespace broadsheet
