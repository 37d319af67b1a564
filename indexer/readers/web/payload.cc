// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/payload.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "common/printable.h"
#include "indexer/readers/json/json_reader.h"
#include "indexer/readers/text/text_reader.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/html_charset.h"
#include "indexer/readers/web/html_page.h"
#include "indexer/readers/web/http_message.h"
#include "indexer/readers/web/text_blocks.h"

namespace broadsheet {

namespace {

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override {
    const std::size_t n = std::min(buffer.size(), bytes_.size());
    std::memcpy(buffer.data(), bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

DumpItem skip_payload(std::string reason) {
  return Skip{std::move(reason), 0};
}

std::string media_type(const Payload& payload) {
  std::string type =
      lower(trim(std::string_view(payload.content_type).substr(0, payload.content_type.find(';'))));
  if (type.empty() || type == "unk" || type == "no-type" || type == "application/octet-stream") {
    return trim(payload.bytes.substr(0, 1000)).starts_with('<') ? "text/html" : type;
  }
  return type;
}

DumpSource memory_source(const Payload& payload) {
  return {InputBuffer(std::make_unique<MemoryStream>(payload.bytes)),
          payload.url,
          std::string(charset_parameter(payload.content_type)),
          {},
          {},
          {}};
}

std::vector<DumpItem> read_text_file(const Payload& payload) {
  constexpr std::size_t few = 30;
  constexpr std::size_t sample = 100000;
  if (payload.url.ends_with("/robots.txt") || count_words(payload.bytes.substr(0, sample)) < few) {
    return {skip_payload("it is a text of hardly any words, not an article")};
  }
  auto item = make_text_reader(memory_source(payload))->next();
  if (auto* record = item ? std::get_if<Record>(&*item) : nullptr) {
    record->url = payload.url;
    return {std::move(*record)};
  }
  return {skip_payload("it is plain text without an article")};
}

/// What of it is no article is none by mistake: sites send data of every kind.
std::vector<DumpItem> read_json_file(const Payload& payload) {
  std::vector<DumpItem> items;
  const auto reader = make_json_reader(memory_source(payload));
  while (auto item = reader->next()) {
    auto* record = std::get_if<Record>(&*item);
    if (record == nullptr || trim(record->title).empty() || trim(record->body).empty()) continue;
    if (record->url.empty()) record->url = payload.url;
    items.emplace_back(std::move(*record));
  }
  if (items.empty()) items.push_back(skip_payload("it is JSON without an article"));
  return items;
}

}  // namespace

std::vector<DumpItem> read_payload(const Payload& payload) {
  const std::string type = media_type(payload);
  const std::string scheme = lower(payload.url.substr(0, payload.url.find(':')));
  if (scheme == "metadata" || scheme == "urn" || scheme == "dns")
    return {skip_payload("it is a note on the crawl, not a page")};
  if (payload.bytes.size() > kMaxRecordBytes) return {Reject{"the page is larger than 64 MiB", 0, 0, ""}};
  if (trim(payload.bytes.substr(0, 1000)).empty()) return {skip_payload("its content is empty")};
  if (type == "text/html" || type == "application/xhtml+xml") {
    return {read_html_page(payload.bytes,
                           {.charset = charset_parameter(payload.content_type), .url = payload.url})};
  }
  if (type == "text/plain") return read_text_file(payload);
  if (type == "application/json" || type == "application/ld+json") return read_json_file(payload);
  return {skip_payload("its content is " + (type.empty() ? "of no known type" : one_line(type, 60)) +
                       ", not a page")};
}

bool is_whole_page(std::string_view block) {
  const std::string_view trimmed = trim(block);
  if (lower(trimmed.substr(trimmed.size() - std::min<std::size_t>(trimmed.size(), 7))) == "</html>")
    return true;
  const auto response = parse_http_response(block);
  const std::string_view length = response ? response->field("content-length") : std::string_view();
  std::size_t promised = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), promised);
  return !length.empty() && error == std::errc() && response->body.size() >= promised;
}

std::vector<DumpItem> read_crawled_block(std::string_view block, const std::string& url,
                                         const std::string& content_type) {
  const auto response = parse_http_response(block);
  if (!response && begins_with(content_type, "application/http")) {
    return {Reject{"its HTTP response cannot be read", 0, 0, ""}};
  }
  if (!response) return read_payload({url, content_type, block});
  constexpr int ok = 200;
  if (response->status != ok) return {skip_payload("its HTTP status is " + std::to_string(response->status))};
  const std::string body = decoded_body(*response);
  return read_payload({url, std::string(response->field("content-type")), body});
}

}  // namespace broadsheet
