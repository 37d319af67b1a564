// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

constexpr std::size_t kMostHtmlNodes = 2'000'000;
constexpr std::size_t kDeepestHtml = 2'000;  // libxml2 looks through all open elements at many tags

/// One element or text of a page. An element's descendants are the nodes between it and its end, so that a
/// subtree is walked in document order without recursion.
struct HtmlNode {
  std::string name;  // in lower case; empty: a text
  std::string text;  // of a text
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // one past the last descendant

  /// Empty if there is no such attribute.
  std::string_view attribute(std::string_view attribute_name) const;
};

/// A page in document order; the first node is a nameless root. Immutable once parsed.
struct HtmlTree {
  std::vector<HtmlNode> nodes;
  bool too_large = false;  // over kMostHtmlNodes or kDeepestHtml: nodes are those before

  /// The text of a subtree, white space squeezed, without scripts and styles; of no more than its first
  /// most_nodes nodes.
  std::string text_of(std::size_t node, std::size_t most_nodes = kMostHtmlNodes) const;
};

/// Parses a page in UTF-8 with libxml2's HTML parser, which mends what is not well-formed and fetches
/// nothing. Never fails: what is no HTML is a text.
HtmlTree parse_html(std::string_view utf8);

/// Text that may hold tags and character references as plain text, white space squeezed.
std::string plain_text_of(std::string_view maybe_html);

/// Appends a text with its runs of white space squeezed to one space, as a browser shows it.
void append_squeezed(std::string& out, std::string_view text);

/// True for elements whose content is no text to be read: script, style, form controls and the like.
bool is_unread_element(std::string_view name);

}  // namespace broadsheet
