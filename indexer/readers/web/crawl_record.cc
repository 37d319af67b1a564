// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/crawl_record.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/http_message.h"

namespace broadsheet {

namespace {

std::optional<std::uint64_t> parse_length(std::string_view text) {
  std::uint64_t length = 0;
  text = trim(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

std::string_view field(const HeaderFields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view without_brackets(std::string_view url) {
  url = trim(url);
  return url.size() > 1 && url[0] == '<' && url.back() == '>' ? url.substr(1, url.size() - 2) : url;
}

bool is_arc_date(std::string_view text) {
  return text.size() >= 12 && text.size() <= 18 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_url(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 1 &&
         std::all_of(text.begin(), text.begin() + static_cast<long>(colon), is_letter);
}

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  for (line = trim(line); !line.empty(); line = trim(line)) {
    words.push_back(line.substr(0, line.find(' ')));
    line.remove_prefix(words.back().size());
  }
  return words;
}

}  // namespace

std::optional<CrawlHeader> parse_warc_header(std::string_view text) {
  const std::size_t end = header_end(text);
  if (end == std::string_view::npos) return std::nullopt;
  const HeaderFields fields = parse_header_fields(after_first_line(text.substr(0, end)));
  CrawlHeader header;
  header.size = end;
  header.length = parse_length(field(fields, "content-length"));
  header.type = lower(field(fields, "warc-type"));
  header.url = without_brackets(field(fields, "warc-target-uri"));
  header.content_type = field(fields, "content-type");
  const std::string_view segment = field(fields, "warc-segment-number");
  header.is_continuation = header.type == "continuation" || (!segment.empty() && segment != "1");
  return header;
}

std::optional<CrawlHeader> parse_arc_header(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || !is_url(text.substr(0, end))) return std::nullopt;
  const std::string_view line = trim(text.substr(0, end));
  const std::vector<std::string_view> words = split_words(line);
  for (const std::size_t date_from_end : {3U, 8U}) {
    if (words.size() < date_from_end + 2 || !is_arc_date(words[words.size() - date_from_end])) continue;
    CrawlHeader header;
    header.size = end + 1;
    header.length = parse_length(words.back());
    const std::string_view address = words[words.size() - date_from_end - 1];
    header.url = trim(line.substr(0, static_cast<std::size_t>(address.data() - line.data())));
    header.content_type = words[words.size() - date_from_end + 1];
    header.type =
        begins_with(header.url, "filedesc:") || begins_with(header.url, "dns:") ? "warcinfo" : "response";
    return header;
  }
  return std::nullopt;
}

}  // namespace broadsheet
