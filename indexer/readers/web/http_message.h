// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// Header fields, names in lower case; of several of a name the first.
using HeaderFields = std::map<std::string, std::string, std::less<>>;

/// A response as a crawler stored it. body is of the bytes that were parsed.
struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string_view body;

  std::string_view field(std::string_view name) const;
};

/// Lines "Name: value", line ends of either kind, folded lines joined.
HeaderFields parse_header_fields(std::string_view lines);

/// Where the header that text begins with ends, with its empty line; npos if it does not end in text.
std::size_t header_end(std::string_view text);

/// Nothing if the bytes are no HTTP response. Source: RFC 9112.
std::optional<HttpResponse> parse_http_response(std::string_view bytes);

/// The body as the page that was sent: without chunks (RFC 9112, 7.1) and unpacked (gzip, deflate, brotli).
/// Crawlers store bodies decoded under the header of the encoded one: what is not encoded stays as it is, and
/// so does what follows a broken chunk. At most kMaxRecordBytes + 1 bytes.
std::string decoded_body(const HttpResponse& response);

}  // namespace broadsheet
