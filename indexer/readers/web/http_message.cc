// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/http_message.h"

#include <algorithm>
#include <charconv>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/unpack.h"

namespace broadsheet {

namespace {

constexpr std::size_t kMostBytes = kMaxRecordBytes + 1;

struct Chunk {
  std::size_t begin = 0;  // of its data
  std::size_t size = 0;
};

/// The chunk that text begins with; nothing if it does not begin with the size of one.
std::optional<Chunk> read_chunk(std::string_view text) {
  constexpr std::size_t longest = 1000;
  const std::size_t line_end = text.substr(0, longest).find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view line = trim(text.substr(0, line_end));
  const std::string_view digits = trim(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return Chunk{line_end + 1, size};
}

std::string without_chunks(std::string_view body) {
  std::string out;
  while (const auto chunk = read_chunk(body)) {
    body.remove_prefix(chunk->begin);
    if (chunk->size == 0) return out;
    const std::size_t size = std::min(chunk->size, body.size());
    out += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return out.append(body);
}

}  // namespace

std::string_view HttpResponse::field(std::string_view name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

HeaderFields parse_header_fields(std::string_view lines) {
  HeaderFields fields;
  std::string* last = nullptr;
  while (!lines.empty()) {
    const std::string_view line = first_line(lines);
    const std::size_t colon = line.find(':');
    if (!line.empty() && is_space(line[0]) && last != nullptr) {
      last->append(" ").append(trim(line));
    } else if (colon != std::string_view::npos) {
      last =
          &fields.try_emplace(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1))).first->second;
    }
    lines = after_first_line(lines);
  }
  return fields;
}

std::size_t header_end(std::string_view text) {
  const std::size_t crlf = text.find("\r\n\r\n");
  const std::size_t lf = text.substr(0, crlf).find("\n\n");
  if (lf != std::string_view::npos) return lf + 2;
  return crlf == std::string_view::npos ? crlf : crlf + 4;
}

std::optional<HttpResponse> parse_http_response(std::string_view bytes) {
  if (!begins_with(bytes, "http/")) return std::nullopt;
  const std::string_view line = first_line(bytes);
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view code = trim(line.substr(space));
  HttpResponse response;
  const auto [end, error] =
      std::from_chars(code.data(), code.data() + std::min<std::size_t>(3, code.size()), response.status);
  if (error != std::errc()) return std::nullopt;
  const std::size_t body = std::min(header_end(bytes), bytes.size());
  response.fields = parse_header_fields(after_first_line(bytes.substr(0, body)));
  response.body = bytes.substr(body);
  return response;
}

std::string decoded_body(const HttpResponse& response) {
  const bool is_chunked = lower(response.field("transfer-encoding")).find("chunked") != std::string::npos;
  std::string body = is_chunked ? without_chunks(response.body) : std::string(response.body);
  const std::string encoding = lower(response.field("content-encoding"));
  std::optional<std::string> unpacked;
  if (encoding.find("gzip") != std::string::npos || encoding.find("deflate") != std::string::npos ||
      body.starts_with("\x1F\x8B")) {
    unpacked = inflate_bytes(body, kMostBytes);
  } else if (encoding == "br") {
    unpacked = unbrotli_bytes(body, kMostBytes);
  }
  return unpacked ? *std::move(unpacked) : body;
}

}  // namespace broadsheet
