// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// The header of one record of a crawl archive.
struct CrawlHeader {
  std::size_t size = 0;                 // of the header, with the empty line behind it
  std::optional<std::uint64_t> length;  // of the block behind; nothing if it is missing or no number
  std::string type;                     // "response", "warcinfo", ...; in lower case
  std::string url;                      // without angle brackets
  std::string content_type;             // of the block
  bool is_continuation = false;         // of a record that was cut into segments
};

/// The header that text begins with; nothing if it does not end in text. Source: ISO 28500:2017 (WARC 1.1),
/// clauses 4 and 5; WARC 0.17 to 1.0 differ in nothing that matters here.
std::optional<CrawlHeader> parse_warc_header(std::string_view text);

/// The same of a line of ARC 1.0 or 1.1 (Internet Archive, 1996): URL (it may have spaces), IP address, date,
/// content type, [four fields of version 2,] length. Nothing if the line is none, or text has no line end.
std::optional<CrawlHeader> parse_arc_header(std::string_view text);

}  // namespace broadsheet
