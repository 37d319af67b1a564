// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_message.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLongestPadding = 512;

bool is_padding(char c) {
  return is_space(c) || c == '\x16' || c == '\0' || c == '\x7F' || c == kEndOfTransmission || c == '\x1A';
}

bool is_blank(char c) {
  return is_space(c) || c == '\0' || c == '\x7F';
}

std::string_view trim_end(std::string_view line) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

}  // namespace

WireMessage split_message(std::string_view bytes) {
  WireMessage message;
  if (bytes.starts_with(kStartOfHeader)) bytes.remove_prefix(1);
  const std::size_t text = bytes.find(kStartOfText);
  message.has_text = text != std::string_view::npos;
  message.header = bytes.substr(0, text);
  if (!message.has_text) return message;
  bytes.remove_prefix(text + 1);
  const std::size_t end = std::min(bytes.find(kEndOfText), bytes.size());
  message.text = bytes.substr(0, end);
  message.trailer = bytes.substr(std::min(end + 1, bytes.size()));
  return message;
}

bool is_anpa_header(std::string_view header) {
  return header.find_first_of("\x1F\x11\x12\x13\x14") != std::string_view::npos;
}

std::vector<std::string_view> wire_lines(std::string_view part) {
  std::vector<std::string_view> lines;
  while (!part.empty()) {
    const std::size_t end = std::min(part.find_first_of("\n\f\r"), part.size());
    lines.push_back(trim_end(part.substr(0, end)));
    part.remove_prefix(end);
    while (part.size() > 1 && part[0] == '\r' && (part[1] == '\r' || part[1] == '\n')) part.remove_prefix(1);
    if (!part.empty()) part.remove_prefix(1);
  }
  return lines;
}

std::size_t find_wire_start(std::string_view head) {
  head = head.substr(0, kLongestPadding);
  const auto begin = std::find_if_not(head.begin(), head.end(), is_padding);
  const bool is_start = begin != head.end() && *begin == kStartOfHeader;
  return is_start ? static_cast<std::size_t>(begin - head.begin()) : std::string_view::npos;
}

}  // namespace broadsheet
