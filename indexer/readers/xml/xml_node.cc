// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_node.h"

#include <libxml/parser.h>

#include <algorithm>
#include <utility>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

// The namespaces of what feeds add, and the prefix that everyone gives them.
constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
    {"http://purl.org/dc/elements/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content", "content"},
    {"http://purl.org/rss/1.0/modules/prism", "prism"},
    {"http://prismstandard.org/namespaces/", "prism"},
    {"http://wordpress.org/export/", "wp"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.itunes.com/dtds/podcast", "itunes"},
    {"http://rssnamespace.org/feedburner", "feedburner"},
    {"http://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/atom/", "atom"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string take(xmlChar* text) {
  std::string copy(view(text));
  xmlFree(text);
  return copy;
}

std::string usual_prefix(const xmlNs& name_space) {
  const std::string_view uri = view(name_space.href);
  if (uri.starts_with("http://wordpress.org/export/") && uri.ends_with("/excerpt/")) return "excerpt";
  if (uri == "http://purl.org/rss/1.0/" || uri == "http://purl.org/rss/1.0") return "";
  for (const auto& [beginning, prefix] : kPrefixes) {
    if (uri.starts_with(beginning)) return std::string(prefix);
  }
  return std::string(view(name_space.prefix));
}

void collect(xmlNode* below, std::string_view name, std::vector<XmlNode>& found) {
  for (xmlNode* child = below == nullptr ? nullptr : below->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (XmlNode(child).is(name)) found.emplace_back(child);
    collect(child, name, found);
  }
}

}  // namespace

std::string_view XmlNode::name() const {
  const std::string_view whole = node_ == nullptr ? std::string_view() : view(node_->name);
  const std::size_t colon = whole.find(':');  // of a prefix that was not declared
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

bool XmlNode::is(std::string_view wanted) const {
  const std::string_view own = name();
  return own.size() == wanted.size() && std::equal(own.begin(), own.end(), wanted.begin(),
                                                   [](char a, char b) { return to_lower(a) == to_lower(b); });
}

std::string_view XmlNode::name_space() const {
  return node_ == nullptr || node_->ns == nullptr ? std::string_view() : view(node_->ns->href);
}

std::string XmlNode::key() const {
  if (node_ == nullptr) return "";
  if (node_->ns == nullptr) return std::string(view(node_->name));
  const std::string prefix = usual_prefix(*node_->ns);
  return prefix.empty() ? std::string(name()) : prefix + ":" + std::string(name());
}

std::string XmlNode::attribute(std::string_view wanted) const {
  for (xmlAttr* at = node_ == nullptr ? nullptr : node_->properties; at != nullptr; at = at->next) {
    const std::string_view whole = view(at->name);
    const std::size_t colon = whole.find(':');
    const std::string_view own = colon == std::string_view::npos ? whole : whole.substr(colon + 1);
    if (lower(own) != lower(wanted)) continue;
    return squeezed_line(take(xmlNodeListGetString(node_->doc, at->children, 1)));
  }
  return "";
}

std::string XmlNode::language() const {
  if (node_ == nullptr) return "";
  return squeezed_line(take(xmlNodeGetLang(node_)));
}

std::string XmlNode::text() const {
  return node_ == nullptr ? std::string() : take(xmlNodeGetContent(node_));
}

std::string XmlNode::line() const {
  return squeezed_line(text());
}

XmlNode XmlNode::parent() const {
  const bool has_parent =
      node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
  return XmlNode(has_parent ? node_->parent : nullptr);
}

std::vector<XmlNode> XmlNode::children() const {
  std::vector<XmlNode> found;
  for (xmlNode* child = node_ == nullptr ? nullptr : node_->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) found.emplace_back(child);
  }
  return found;
}

std::vector<XmlNode> XmlNode::all(std::string_view path) const {
  const std::size_t slash = path.find('/');
  std::vector<XmlNode> found;
  for (const XmlNode& child : children()) {
    if (!child.is(path.substr(0, slash))) continue;
    if (slash == std::string_view::npos) {
      found.push_back(child);
      continue;
    }
    const auto below = child.all(path.substr(slash + 1));
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

XmlNode XmlNode::first(std::string_view path) const {
  const auto found = all(path);
  return found.empty() ? XmlNode() : found.front();
}

std::vector<XmlNode> XmlNode::descendants(std::string_view wanted) const {
  std::vector<XmlNode> found;
  collect(node_, wanted, found);
  return found;
}

XmlNode XmlNode::descendant(std::string_view wanted) const {
  const auto found = descendants(wanted);
  return found.empty() ? XmlNode() : found.front();
}

XmlDocument::XmlDocument(std::string_view text) : document_(nullptr, &xmlFreeDoc) {
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlNewParserCtxt(),
                                                                            &xmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  document_.reset(
      xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE));
  if (document_ && parser->wellFormed == 1) return;
  const char* message = parser->lastError.message;
  problem_ = "its XML is malformed: " + one_line(squeezed_line(message == nullptr ? "" : message), 120);
  document_.reset();
}

XmlNode XmlDocument::root() const {
  return XmlNode(document_ ? xmlDocGetRootElement(document_.get()) : nullptr);
}

}  // namespace broadsheet
