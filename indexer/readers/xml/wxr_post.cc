// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/wxr_post.h"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/record_values.h"

namespace broadsheet {

namespace {

std::string value(const XmlNode& item, std::string_view key) {
  for (const XmlNode& child : item.children()) {
    if (child.key() == key) return child.line();
  }
  return "";
}

/// Minutes since 1970 of "2017-12-02 16:43:50"; nothing for zeros and other texts.
std::optional<long long> minutes_of(std::string_view text) {
  std::array<int, 5> parts{};
  std::size_t at = 0;
  for (int& part : parts) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), part);
    if (error != std::errc()) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data()) + 1;
    if (at > text.size()) return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(parts[2]))};
  if (!day.ok() || parts[0] < 1000) return std::nullopt;
  return std::chrono::sys_days(day).time_since_epoch().count() * 1440LL + parts[3] * 60 + parts[4];
}

std::string offset_text(long long minutes) {
  const long long size = minutes < 0 ? -minutes : minutes;
  const auto two = [](long long n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

std::string iso(std::string stamp, const std::string& zone) {
  if (stamp.size() > 10) stamp[10] = 'T';
  return stamp + zone;
}

bool is_shortcode_name(std::string_view name) {
  if (name.empty() || !is_letter(name[0])) return false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c) && c != '_' && c != '-') return false;
  }
  return true;
}

/// inside: what stands between "[" and "]". A word in brackets is an editor's; a shortcode has attributes, an
/// underscore, an end, or a name that WordPress itself gave.
bool is_shortcode(std::string_view inside, std::string_view content) {
  const bool is_end = inside.starts_with('/');
  if (is_end) inside.remove_prefix(1);
  const std::string_view name = inside.substr(0, std::min(inside.find_first_of(" \t\r\n/"), inside.size()));
  if (!is_shortcode_name(name)) return false;
  for (const std::string_view known : {"gallery", "caption", "embed", "audio", "video", "playlist", "more"}) {
    if (name == known) return true;
  }
  const bool is_closed = content.find("[/" + std::string(name) + "]") != std::string_view::npos;
  return is_end || is_closed || name.find('_') != std::string_view::npos ||
         inside.find("=\"") != std::string_view::npos;
}

std::string without_shortcodes(std::string_view content) {
  constexpr std::size_t longest = 2000;
  std::string out;
  for (std::size_t at = 0; at < content.size(); ++at) {
    const std::string_view rest = content.substr(at, longest);
    const std::size_t end = rest.starts_with('[') ? rest.find(']') : std::string_view::npos;
    if (end != std::string_view::npos && is_shortcode(rest.substr(1, end - 1), content)) {
      at += end;
    } else {
      out += content[at];
    }
  }
  return out;
}

}  // namespace

bool is_wxr_item(const XmlNode& item) {
  return !value(item, "wp:post_type").empty();
}

std::string wxr_skip_reason(const XmlNode& item) {
  const std::string type = value(item, "wp:post_type");
  const std::string status = value(item, "wp:status");
  if (type != "post") return "a WordPress " + one_line(type, 40) + ", no post";
  if (!status.empty() && status != "publish")
    return "a WordPress post that is not published: " + one_line(status, 40);
  return "";
}

std::string wxr_date(const XmlNode& item, std::string_view kind) {
  const std::string key = "wp:" + std::string(kind);
  const std::string local = value(item, key);
  const std::string gmt = value(item, key + "_gmt");
  const auto local_minutes = minutes_of(local);
  const auto gmt_minutes = minutes_of(gmt);
  constexpr long long furthest = 15 * 60;
  if (local_minutes && gmt_minutes && std::abs(*local_minutes - *gmt_minutes) <= furthest) {
    return iso(local, offset_text(*local_minutes - *gmt_minutes));
  }
  if (gmt_minutes) return iso(gmt, "Z");
  return local_minutes ? iso(local, "") : "";
}

std::map<std::string, std::string> wxr_authors(const XmlNode& head) {
  std::map<std::string, std::string> names;
  for (const XmlNode& author : head.descendants("author")) {
    const std::string login = value(author, "wp:author_login");
    std::string name = value(author, "wp:author_display_name");
    if (!login.empty() && !name.empty()) names.try_emplace(login, std::move(name));
  }
  return names;
}

std::string wxr_html(std::string_view content) {
  const std::string text = without_shortcodes(content);
  const bool has_paragraphs = contains_any(text, {"<!-- wp:", "<p>", "<p "});
  std::string html;
  bool is_blank = false;
  for (std::string_view rest = text; !rest.empty(); rest = after_first_line(rest)) {
    const std::string_view line = first_line(rest);
    const bool was_blank = std::exchange(is_blank, trim(line).empty());
    if (is_blank) continue;
    if (!html.empty()) html += was_blank ? "\n<p>" : has_paragraphs ? "\n" : "<br>\n";
    html += line;
  }
  return html;
}

}  // namespace broadsheet
