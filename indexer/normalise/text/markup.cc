// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_markup = std::size_t{64} << 20;
constexpr std::size_t max_reference = 32;

constexpr std::array<std::string_view, 46> blocks = {
    "address", "article", "aside",  "blockquote", "body", "caption", "center",   "dd",
    "details", "dialog",  "dir",    "div",        "dl",   "dt",      "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",   "h3",      "h4",       "h5",
    "h6",      "header",  "hgroup", "hr",         "html", "legend",  "li",       "main",
    "menu",    "nav",     "ol",     "p",          "pre",  "section", "summary",  "table",
    "tbody",   "tfoot",   "thead",  "ul",         "hl2",  "media"};

constexpr std::array<std::string_view, 14> unread = {"script", "style",    "head",   "noscript", "template",
                                                     "iframe", "object",   "svg",    "button",   "select",
                                                     "input",  "textarea", "applet", "math"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What the parser's events make: text whose white space is what a reader sees.
class TextBuilder {
 public:
  explicit TextBuilder(bool blank_lines_matter) : blank_lines_matter_(blank_lines_matter) {}

  void open(std::string_view name) {
    if (has(unread, name)) ++unread_depth_;
    if (name == "pre") ++pre_depth_;
    if (name == "br" || name == "tr") out_ += '\n';
    if (name == "td" || name == "th") cell();
    if (has(blocks, name)) paragraph();
  }

  void close(std::string_view name) {
    if (has(unread, name) && unread_depth_ > 0) --unread_depth_;
    if (name == "pre" && pre_depth_ > 0) --pre_depth_;
    if (has(blocks, name)) paragraph();
  }

  void text(std::string_view text) {
    if (unread_depth_ > 0) return;
    if (pre_depth_ > 0) {
      out_ += text;
      return;
    }
    for (const char c : text) is_ascii_space(c) ? space(c) : character(c);
  }

  std::string take() { return std::move(out_); }

 private:
  void character(char c) {
    newlines_ = 0;
    out_ += c;
  }

  void space(char c) {
    if (blank_lines_matter_ && c == '\n' && ++newlines_ == 2) paragraph();
    if (!out_.empty() && !is_ascii_space(out_.back())) out_ += ' ';
  }

  void cell() {
    if (!out_.empty() && out_.back() != '\n') out_ += "  ";
  }

  void paragraph() {
    while (!out_.empty() && is_ascii_space(out_.back())) out_.pop_back();
    if (!out_.empty()) out_ += "\n\n";
  }

  std::string out_;
  bool blank_lines_matter_;
  int unread_depth_ = 0;
  int pre_depth_ = 0;
  int newlines_ = 0;
};

std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}
TextBuilder& builder(void* context) {
  return *static_cast<TextBuilder*>(context);
}

void on_open(void* context, const xmlChar* name, const xmlChar**) {
  builder(context).open(view(name));
}
void on_close(void* context, const xmlChar* name) {
  builder(context).close(view(name));
}
void on_text(void* context, const xmlChar* text, int length) {
  builder(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

htmlSAXHandler text_events() {
  htmlSAXHandler events{};
  events.startElement = on_open;
  events.endElement = on_close;
  events.characters = on_text;
  events.ignorableWhitespace = on_text;
  return events;
}

bool contains_tag(std::string_view text, std::string_view tag) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (!starts_with_nocase(text.substr(at + 1), tag)) continue;
    const char next = at + 1 + tag.size() < text.size() ? text[at + 1 + tag.size()] : '\0';
    if (next == '>' || next == '/' || is_ascii_space(next)) return true;
  }
  return false;
}

std::optional<char32_t> numeric_reference(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hex ? 16 : 10);
  const bool is_scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (error != std::errc() || end != digits.data() + digits.size() || !is_scalar) return std::nullopt;
  return value;
}

std::optional<char32_t> reference(std::string_view name) {
  if (name.starts_with('#')) return numeric_reference(name.substr(1));
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  if (entity == nullptr) return std::nullopt;
  return entity->value;
}

}  // namespace

bool has_markup(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return false;
  return contains_tag(text, "/p") || contains_tag(text, "br") || contains_tag(text, "/div") ||
         (contains_tag(text, "p") && contains_tag(text, "/a"));
}

std::optional<std::string> markup_to_text(std::string_view html, bool blank_lines_separate) {
  if (html.size() > max_markup) return std::nullopt;
  TextBuilder text(blank_lines_separate || !contains_tag(html, "p"));
  auto events = text_events();
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&events, &text, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
      htmlFreeParserCtxt);
  if (!parser) return std::nullopt;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlParseChunk(parser.get(), html.data(), static_cast<int>(html.size()), 0);
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  return text.take();
}

std::string decode_references(std::string_view text) {
  std::string out;
  for (;;) {
    const auto start = text.find('&');
    out += text.substr(0, start);
    if (start == std::string_view::npos) return out;
    text.remove_prefix(start);
    const auto end = text.substr(0, max_reference).find(';');
    const auto found = end == std::string_view::npos ? std::nullopt : reference(text.substr(1, end - 1));
    found ? append_utf8(out, *found) : void(out += '&');
    text.remove_prefix(found ? end + 1 : 1);
  }
}

}  // namespace broadsheet
