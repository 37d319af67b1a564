// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <utility>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kKept[] = {
    "p",  "br",  "h1",         "h2",    "h3",     "h4",         "h5",      "h6",      "ul",   "ol", "li",
    "dl", "dt",  "dd",         "table", "tbody",  "thead",      "tfoot",   "tr",      "th",   "td", "caption",
    "hr", "pre", "blockquote", "div",   "figure", "figcaption", "section", "article", "aside"};

constexpr std::string_view kDropped[] = {
    "script",         "style",  "head", "media-reference", "media-object", "media-metadata",
    "media-producer", "iframe", "svg",  "object",          "noscript"};

constexpr std::pair<std::string_view, std::string_view> kRenamed[] = {
    {"hl1", "h1"},          {"hl2", "h2"},     {"block", "div"},      {"bq", "blockquote"},
    {"media-caption", "p"}, {"media", "div"},  {"note", "div"},       {"fn", "div"},
    {"tagline", "p"},       {"credit", "p"},   {"nitf-table", "div"}, {"address", "div"},
    {"header", "div"},      {"footer", "div"}, {"main", "div"},       {"body", "div"}};

/// The HTML element that an element becomes; empty if it leaves its content alone.
std::string_view html_name(std::string_view name) {
  for (const auto& [theirs, ours] : kRenamed) {
    if (name == theirs) return ours;
  }
  const auto* kept = std::find(std::begin(kKept), std::end(kKept), name);
  return kept == std::end(kKept) ? std::string_view() : *kept;
}

/// Wires put a whole story with its line breaks into one element: blank lines inside, or some lines indented
/// and some not, are no chance of a program that indents XML, which indents all lines alike.
bool is_preformatted(std::string_view text) {
  constexpr std::size_t fewest = 4;
  std::size_t lines = 0;
  std::size_t flush = 0;
  std::size_t blank = 0;
  text = text.substr(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++lines;
    const std::string_view line = first_line(text.substr(at + 1));
    blank += trim(line).empty() ? 1 : 0;
    flush += !line.empty() && !is_space(line[0]) ? 1 : 0;
  }
  const bool is_mixed = flush > 0 && flush + blank < lines;
  return lines + 1 >= fewest && (blank > 0 || is_mixed);
}

/// The length of the character reference that a text begins with, or 0.
std::size_t reference_length(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string name(text.substr(1, end - 1));
  const bool is_number = name[0] == '#' && name.size() > 1 &&
                         name.find_first_not_of("0123456789abcdefABCDEFxX", 1) == std::string::npos;
  const auto* bytes = reinterpret_cast<const xmlChar*>(name.c_str());
  return is_number || htmlEntityLookup(bytes) != nullptr ? end + 1 : 0;
}

/// A story's text as HTML. A reference that is left in it was escaped twice: it is read as one.
std::string escape_story(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out += escape_html(text.substr(0, plain));
    text.remove_prefix(plain);
    const std::size_t length = text.empty() ? 0 : reference_length(text);
    if (length == 0 && !text.empty()) out += "&amp;";
    out += text.substr(0, length);
    text.remove_prefix(std::min(text.size(), std::max<std::size_t>(length, 1)));
  }
  return out;
}

bool has_blocks(const XmlNode& element) {
  for (const XmlNode& child : element.children()) {
    if (!html_name(lower(child.name())).empty() || has_blocks(child)) return true;
  }
  return false;
}

bool is_preformatted(const XmlNode& element) {
  return !has_blocks(element) && is_preformatted(element.text());
}

void append_content(const xmlNode* element, std::string& out);

void append_node(const xmlNode* node, std::string& out) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    out += escape_story(reinterpret_cast<const char*>(node->content));
    return;
  }
  if (node->type != XML_ELEMENT_NODE) return;
  const XmlNode element(const_cast<xmlNode*>(node));
  const std::string name = lower(element.name());
  if (is_one_of(name, kDropped)) return;
  std::string_view html = html_name(name);
  if (html == "p" && is_preformatted(element)) html = "pre";
  if (html.empty()) return append_content(node, out);
  out.append("<").append(html).append(">");
  if (html == "br" || html == "hr") return;
  append_content(node, out);
  out.append("</").append(html).append(">");
}

void append_content(const xmlNode* element, std::string& out) {
  for (const xmlNode* child = element->children; child != nullptr; child = child->next)
    append_node(child, out);
}

}  // namespace

std::string html_of(const XmlNode& element) {
  std::string out;
  if (!element) return out;
  if (is_preformatted(element)) return html_of_plain(element.text());
  append_content(element.raw(), out);
  return out;
}

std::string html_paragraph(std::string_view text) {
  text = trim(text);
  return text.empty() ? std::string() : "<p>" + escape_html(text) + "</p>\n";
}

std::string html_of_plain(std::string_view text) {
  return trim(text).empty() ? std::string() : "<pre>\n" + escape_html(text) + "</pre>";
}

bool seems_html(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    std::string_view rest = text.substr(at + 1);
    if (text[at] == '&') {
      const std::size_t end = rest.substr(0, 12).find(';');
      const std::string_view name = rest.substr(0, end == std::string_view::npos ? 0 : end);
      if (!name.empty() && name.find_first_of(" \n&<") == std::string_view::npos) return true;
      continue;
    }
    if (rest.starts_with("!--")) return true;
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const std::string name = lower(rest.substr(0, std::min(rest.find_first_of(" \t\r\n/>"), rest.size())));
    constexpr std::string_view inlines[] = {"a",    "b",      "i",    "em",    "strong", "span",
                                            "img",  "u",      "font", "small", "sup",    "sub",
                                            "code", "center", "q",    "cite",  "abbr"};
    if (rest.find('>') != std::string_view::npos && (is_one_of(name, kKept) || is_one_of(name, inlines)))
      return true;
  }
  return false;
}

}  // namespace broadsheet
