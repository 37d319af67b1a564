// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/mail_message.h"

#include <gmime/gmime.h>

#include <memory>
#include <string>

#include "common/fold.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/mail_text.h"

namespace broadsheet {

namespace {

constexpr int kDeepest = 30;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_of(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

/// Headers that hold bytes above ASCII without saying in which charset are UTF-8 or windows-1252.
GMimeParserOptions* parser_options() {
  static GMimeParserOptions* const options = [] {
    g_mime_init();
    GMimeParserOptions* made = g_mime_parser_options_new();
    const char* charsets[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(made, charsets);
    return made;
  }();
  return options;
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  GMimeParserOptions* const options = parser_options();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), options));
}

std::string memory_of(GMimeStream* stream) {
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
  return bytes == nullptr ? std::string()
                          : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

/// Charsets whose bytes are all ASCII, so that they look like UTF-8.
bool is_stateful(const std::string& charset) {
  return charset.starts_with("iso-2022") || charset.starts_with("hz") || charset == "utf-7";
}

std::string converted(const std::string& bytes, const std::string& charset) {
  GMimeFilter* made = g_mime_filter_charset_new(charset.c_str(), "utf-8");
  if (made == nullptr) return repair_utf8(bytes);
  const Owned<GMimeFilter> filter(made);
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  const Owned<GMimeStream> stream(g_mime_stream_filter_new(memory.get()));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream.get()), filter.get());
  g_mime_stream_write(stream.get(), bytes.data(), bytes.size());
  g_mime_stream_flush(stream.get());
  return memory_of(memory.get());
}

std::string to_utf8(const std::string& bytes, std::string charset) {
  charset = lower(charset);
  if (is_utf8(bytes) && !is_stateful(charset)) return bytes;
  const bool is_latin =
      charset.empty() || charset == "us-ascii" || charset == "iso-8859-1" || charset == "utf-8";
  return is_latin ? repair_utf8(bytes) : converted(bytes, charset);
}

std::string decoded(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  return memory_of(memory.get());
}

std::string parameter(GMimeObject* part, const char* name) {
  return lower(text_of(g_mime_object_get_content_type_parameter(part, name)));
}

/// The text of a mail, as it comes together from the parts.
struct Body {
  std::string plain;
  std::string html;
};

void read_text(GMimeObject* part, Body& body) {
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool is_plain = type == nullptr || g_mime_content_type_is_type(type, "text", "plain") != 0;
  const bool is_html = type != nullptr && g_mime_content_type_is_type(type, "text", "html") != 0;
  if ((!is_plain && !is_html) || g_mime_part_is_attachment(GMIME_PART(part)) != 0) return;
  std::string text = to_utf8(decoded(GMIME_PART(part)), parameter(part, "charset"));
  if (is_html) {
    if (body.html.empty()) body.html = std::move(text);
    return;
  }
  if (parameter(part, "format") == "flowed") text = unflow(text, parameter(part, "delsp") == "yes");
  body.plain += without_signature(text);
}

void read_part(GMimeObject* part, Body& body, int depth) {
  if (part == nullptr || depth > kDeepest) return;
  if (GMIME_IS_MULTIPART(part)) {
    const int parts = g_mime_multipart_get_count(GMIME_MULTIPART(part));
    for (int i = 0; i < parts; ++i)
      read_part(g_mime_multipart_get_part(GMIME_MULTIPART(part), i), body, depth + 1);
  } else if (GMIME_IS_MESSAGE_PART(part)) {
    GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    const bool has_text = !trim(body.plain).empty() || !trim(body.html).empty();
    if (inner != nullptr && !has_text) read_part(g_mime_message_get_mime_part(inner), body, depth + 1);
  } else if (GMIME_IS_PART(part)) {
    read_text(part, body);
  }
}

/// Encoded words hold no bytes above ASCII; where they do all the same, in well-formed UTF-8, their charset
/// is wrong.
std::string with_true_charset(std::string raw) {
  if (is_ascii(raw) || !is_utf8(raw)) return raw;
  for (std::size_t at = raw.find("=?"); at != std::string::npos; at = raw.find("=?", at + 2)) {
    const std::size_t end = raw.find('?', at + 2);
    if (end != std::string::npos) raw.replace(at + 2, end - at - 2, "utf-8");
  }
  return raw;
}

std::string header(GMimeObject* part, const char* name) {
  GMimeHeaderList* headers = g_mime_object_get_header_list(part);
  GMimeHeader* found = g_mime_header_list_get_header(headers, name);
  const char* raw = found == nullptr ? nullptr : g_mime_header_get_raw_value(found);
  if (raw == nullptr) return {};
  const std::unique_ptr<char, decltype(&g_free)> line(g_mime_utils_header_unfold(raw), g_free);
  const std::string value = with_true_charset(text_of(line.get()));
  const std::unique_ptr<char, decltype(&g_free)> text(
      g_mime_utils_header_decode_text(parser_options(), value.c_str()), g_free);
  return repair_utf8(trim(text_of(text.get())));
}

std::string without_brackets(std::string_view text) {
  const std::size_t open = text.find('<');
  if (open == std::string_view::npos) return std::string(trim(text));
  return std::string(trim(text.substr(open + 1, text.find('>', open) - open - 1)));
}

std::string header(GMimeMessage* message, const char* name) {
  return header(GMIME_OBJECT(message), name);
}

/// RFC 2919: a phrase and an identifier, "The Day <day.news.example>".
std::string list_name(GMimeMessage* message) {
  const std::string list = header(message, "List-Id");
  std::string_view phrase = trim(std::string_view(list).substr(0, list.find('<')));
  if (phrase.size() > 1 && phrase.front() == '"' && phrase.back() == '"')
    phrase = phrase.substr(1, phrase.size() - 2);
  return phrase.empty() ? without_brackets(list) : std::string(phrase);
}

std::string sender_name(GMimeMessage* message) {
  InternetAddressList* senders = g_mime_message_get_from(message);
  if (senders == nullptr || internet_address_list_length(senders) == 0) return {};
  InternetAddress* sender = internet_address_list_get_address(senders, 0);
  std::string name = text_of(internet_address_get_name(sender));
  if (!trim(name).empty() || !INTERNET_ADDRESS_IS_MAILBOX(sender)) return name;
  return text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
}

std::string date_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (date == nullptr) return {};
  const std::unique_ptr<char, decltype(&g_free)> text(g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z"),
                                                      g_free);
  return text_of(text.get());
}

void set_body(Record& record, Body body) {
  const bool has_plain = !trim(body.plain).empty();
  const bool has_html = !trim(body.html).empty();
  record.is_markup = has_html && (!has_plain || !is_real_text(body.plain, body.html));
  if (record.is_markup) record.title = escape_markup(record.title);
  record.body = record.is_markup ? std::move(body.html) : std::move(body.plain);
}

}  // namespace

std::optional<Record> read_mail(std::string_view bytes) {
  const Owned<GMimeMessage> owned = parse(bytes);
  GMimeMessage* message = owned.get();
  if (message == nullptr) return std::nullopt;
  Record record;
  record.charset = "utf-8";
  record.title = header(message, "Subject");
  record.date = date_of(message);
  record.id = repair_utf8(text_of(g_mime_message_get_message_id(message)));
  record.source = list_name(message);
  if (record.source.empty()) record.source = repair_utf8(sender_name(message));
  GMimeObject* content = g_mime_message_get_mime_part(message);
  if (content != nullptr) record.language = header(content, "Content-Language");
  record.url = without_brackets(header(message, "Archived-At"));
  set_field(record, Field::Topics, split_values(Field::Topics, header(message, "Keywords")));
  set_field(record, Field::Replaces,
            split_values(Field::Replaces, without_brackets(header(message, "Supersedes"))));
  Body body;
  read_part(content, body, 0);
  set_body(record, std::move(body));
  return record;
}

}  // namespace broadsheet
