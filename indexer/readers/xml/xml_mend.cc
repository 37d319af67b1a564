// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_mend.h"

#include <algorithm>
#include <vector>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/xml_token.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDeepest = 200;
constexpr std::size_t kMostElements = 500'000;

constexpr std::string_view kVoid[] = {"br", "hr", "img", "wbr"};

constexpr std::string_view kNeverNested[] = {"p", "li", "tr", "td", "th", "dt", "dd"};

constexpr std::string_view kHtml[] = {
    "a",   "abbr",  "b",     "big",   "blockquote", "center", "cite", "code", "dd",    "del",
    "div", "dl",    "dt",    "em",    "figcaption", "figure", "font", "h1",   "h2",    "h3",
    "h4",  "h5",    "h6",    "i",     "iframe",     "ins",    "li",   "ol",   "p",     "pre",
    "q",   "s",     "small", "span",  "strike",     "strong", "sub",  "sup",  "table", "tbody",
    "td",  "tfoot", "th",    "thead", "tr",         "tt",     "u",    "ul"};

template <std::size_t N>
bool is_tag(std::string_view name, const std::string_view (&names)[N]) {
  return is_one_of(lower(local_xml_name(name)), names);
}

class Mender {
 public:
  explicit Mender(XmlEntities entities) : entities_(std::move(entities)) {}

  MendedXml mend(std::string_view text) {
    out_.reserve(text.size() + text.size() / 16);
    while (!text.empty() && problem_.empty()) {
      const auto token = next_xml_token(text);
      if (!token) problem_ = "its markup ends inside a tag, comment or CDATA section";
      if (!token) break;
      add(*token);
      text.remove_prefix(token->text.size());
    }
    if (problem_.empty()) close_down_to(0, 0);
    return {std::move(out_), std::move(problem_)};
  }

 private:
  void add(const XmlToken& token) {
    switch (token.kind) {
      case XmlKind::Text:
        return add_text(token.text);
      case XmlKind::Cdata:
        return add_cdata(token.text);
      case XmlKind::StartTag:
      case XmlKind::EmptyTag:
        return add_start(token);
      case XmlKind::EndTag:
        return add_end(token.name);
      case XmlKind::Comment:
      case XmlKind::Instruction:
      case XmlKind::Declaration:
        return;
    }
  }

  void add_text(std::string_view text) {
    if (!entities_.append(out_, text)) problem_ = entities_.why();
  }

  void add_cdata(std::string_view section) {
    constexpr std::size_t opening = 9;
    constexpr std::size_t closing = 3;
    out_ += section.substr(0, opening);
    append_xml_characters(out_, section.substr(opening, section.size() - opening - closing), false);
    out_ += "]]>";
  }

  void add_start(const XmlToken& tag) {
    const bool is_empty = tag.kind == XmlKind::EmptyTag || is_tag(tag.name, kVoid);
    if (++elements_ > kMostElements) problem_ = "it has more than 500,000 elements, as no article has";
    if (open_.size() >= kDeepest) problem_ = "its elements are nested more than 200 deep";
    if (!open_.empty() && open_.back() == tag.name && is_tag(tag.name, kNeverNested)) {
      close_down_to(open_.size() - 1, 1);
    }
    out_.append("<").append(tag.name);
    for (const auto& [name, value] : xml_attributes(tag)) add_attribute(name, value);
    out_ += is_empty ? "/>" : ">";
    if (!is_empty) open_.push_back(tag.name);
  }

  void add_attribute(std::string_view name, std::string_view value) {
    if (name.find_first_of("\"'<>&;,()[]{}!@#$%^*+?/\\|~`") != std::string_view::npos) return;
    if (is_digit(name[0]) || name[0] == '-' || name[0] == '.') return;
    std::string quoted;
    if (!entities_.append(quoted, value)) problem_ = entities_.why();
    out_.append(" ").append(name).append("=\"");
    for (const char c : quoted) c == '"' ? out_.append("&quot;") : out_.append(1, c);
    out_ += '"';
  }

  void add_end(std::string_view name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    const auto above = static_cast<std::size_t>(found - open_.rbegin());
    // A stray </p> must not close what it was not meant for.
    const bool is_stray =
        is_tag(name, kHtml) &&
        std::any_of(open_.rbegin(), found, [](std::string_view open) { return !is_tag(open, kHtml); });
    if (!is_stray) close_down_to(open_.size() - above - 1, 1);
  }

  /// Closes what is open above depth; what was not meant to be closed is a problem, unless HTML.
  void close_down_to(std::size_t depth, std::size_t meant) {
    while (open_.size() > depth) {
      if (open_.size() > depth + meant && !is_tag(open_.back(), kHtml)) {
        problem_ = "its <" + one_line(open_.back(), 40) + "> is not closed";
      }
      out_.append("</").append(open_.back()).append(">");
      open_.pop_back();
    }
  }

  XmlEntities entities_;
  std::string out_;
  std::string problem_;
  std::size_t elements_ = 0;
  std::vector<std::string_view> open_;
};

}  // namespace

MendedXml mend_xml(std::string_view text, XmlEntities entities) {
  return Mender(std::move(entities)).mend(text);
}

}  // namespace broadsheet
