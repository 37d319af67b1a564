// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kUnread[] = {
    "script", "style",  "noscript", "template", "iframe", "object", "embed",    "svg",    "math", "button",
    "input",  "select", "option",   "canvas",   "audio",  "video",  "textarea", "applet", "map",  "title"};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Makes nodes of the parser's events.
class TreeBuilder {
 public:
  TreeBuilder(HtmlTree& tree, htmlParserCtxt* parser) : tree_(tree), parser_(parser) {
    tree_.nodes.emplace_back();
    open_.push_back(0);
  }

  void open(std::string_view name, const xmlChar** attributes) {
    HtmlNode* node = add();
    if (node == nullptr) return xmlStopParser(parser_);
    node->name = lower(name);
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      node->attributes.emplace_back(lower(view(attributes[0])), view(attributes[1]));
    }
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1));
    tree_.too_large = tree_.too_large || open_.size() > kDeepestHtml;
  }

  void close(std::string_view name) {
    const std::string wanted = lower(name);
    const auto is_wanted = [&](std::uint32_t i) { return tree_.nodes[i].name == wanted; };
    const auto found = std::find_if(open_.rbegin(), open_.rend() - 1, is_wanted);
    if (found == open_.rend() - 1) return;
    const auto left_open = static_cast<std::size_t>(open_.rend() - found) - 1;
    while (open_.size() > left_open) pop();
  }

  void text(std::string_view text) {
    HtmlNode& last = tree_.nodes.back();
    if (tree_.nodes.size() > 1 && last.name.empty() && last.parent == open_.back()) {
      last.text += text;
    } else if (HtmlNode* node = add()) {
      node->text = text;
    }
  }

  void finish() {
    while (!open_.empty()) pop();
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      HtmlNode& node = tree_.nodes[i];
      if (node.end == 0) node.end = static_cast<std::uint32_t>(i + 1);
    }
  }

 private:
  HtmlNode* add() {
    tree_.too_large = tree_.too_large || tree_.nodes.size() >= kMostHtmlNodes;
    if (tree_.too_large) return nullptr;
    HtmlNode& node = tree_.nodes.emplace_back();
    node.parent = open_.back();
    return &node;
  }

  void pop() {
    tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  HtmlTree& tree_;
  htmlParserCtxt* parser_;
  std::vector<std::uint32_t> open_;
};

TreeBuilder& builder(void* context) {
  return *static_cast<TreeBuilder*>(context);
}
void on_open(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder(context).open(view(name), attributes);
}
void on_close(void* context, const xmlChar* name) {
  builder(context).close(view(name));
}
void on_text(void* context, const xmlChar* text, int length) {
  builder(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

htmlSAXHandler tree_events() {
  htmlSAXHandler events{};
  events.startElement = on_open;
  events.endElement = on_close;
  events.characters = on_text;
  events.ignorableWhitespace = on_text;
  events.cdataBlock = on_text;
  return events;
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

std::string HtmlTree::text_of(std::size_t node, std::size_t most_nodes) const {
  std::string text;
  const std::size_t end = std::min<std::size_t>(nodes[node].end, node + most_nodes);
  for (std::size_t i = node; i < end;) {
    if (i != node && is_unread_element(nodes[i].name)) {
      i = nodes[i].end;
      continue;
    }
    if (nodes[i].name == "br") text += ' ';
    append_squeezed(text, nodes[i].text);
    ++i;
  }
  return std::string(trim(text));
}

HtmlTree parse_html(std::string_view utf8) {
  HtmlTree tree;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                              htmlFreeParserCtxt);
  TreeBuilder nodes(tree, parser.get());
  constexpr std::size_t most = std::numeric_limits<int>::max();
  if (parser && parser->sax != nullptr && utf8.size() <= most && !utf8.empty()) {
    *parser->sax = tree_events();
    parser->userData = &nodes;
    htmlCtxtReadMemory(parser.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC);
  }
  nodes.finish();
  return tree;
}

std::string plain_text_of(std::string_view maybe_html) {
  std::string text;
  if (maybe_html.find_first_of("<&") == std::string_view::npos) {
    append_squeezed(text, maybe_html);
    return std::string(trim(text));
  }
  return parse_html(maybe_html).text_of(0);
}

void append_squeezed(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

bool is_unread_element(std::string_view name) {
  return std::find(std::begin(kUnread), std::end(kUnread), name) != std::end(kUnread);
}

}  // namespace broadsheet
