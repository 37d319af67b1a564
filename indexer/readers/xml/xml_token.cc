// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_token.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool begins_name(char c) {
  return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool begins_markup(char c) {
  return begins_name(c) || c == '/' || c == '!' || c == '?';
}

std::string_view name_at(std::string_view text, std::size_t from) {
  return text.substr(from, std::min(text.find_first_of(" \t\r\n/>", from), text.size()) - from);
}

XmlToken text_token(std::string_view text) {
  std::size_t end = text.find('<', 1);
  while (end != kNone && end + 1 < text.size() && !begins_markup(text[end + 1]))
    end = text.find('<', end + 1);
  return {XmlKind::Text, text.substr(0, end), {}};
}

std::optional<XmlToken> ending_with(XmlKind kind, std::string_view text, std::size_t from,
                                    std::string_view end) {
  const std::size_t found = text.find(end, from);
  if (found == kNone) return std::nullopt;
  return XmlToken{kind, text.substr(0, found + end.size()), {}};
}

/// The quote that ends a value in which a "<" stands, from that on: one that a tag may go on behind. The size
/// of the text if it may yet come, nothing if there is none.
std::size_t closing_quote(std::string_view text, std::size_t from, char quote) {
  constexpr std::size_t furthest = 4096;
  const std::size_t found = text.find(quote, from);
  if (found >= from + furthest) return text.size() < from + furthest ? text.size() : kNone;
  if (found + 1 == text.size()) return text.size();
  return std::string_view(" \t\r\n/>?").find(text[found + 1]) == kNone ? kNone : found;
}

/// The ">" of a tag, or the "<" that shows that it is none, or nothing.
std::size_t end_of_tag(std::string_view text) {
  char quote = 0;
  char before = 0;  // the last character that is no white space
  std::size_t first_end = kNone;
  for (std::size_t i = 1; i < text.size(); ++i) {
    char c = text[i];
    if (c == '>' && first_end == kNone) first_end = i;
    if (c == '<') {
      const std::size_t closing = quote == 0 ? kNone : closing_quote(text, i, quote);
      if (closing == text.size()) return kNone;
      if (closing == kNone) return first_end == kNone ? i : first_end;
      i = closing;
      c = quote;
    }
    if (quote == 0 && c == '>') return i;
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && before == '=' && (c == '"' || c == '\'')) {
      quote = c;
    }
    if (!is_space(c)) before = c;
  }
  return kNone;
}

std::optional<XmlToken> tag_token(std::string_view text) {
  const std::size_t end = end_of_tag(text);
  if (end == kNone) return std::nullopt;
  if (text[end] == '<') return XmlToken{XmlKind::Text, text.substr(0, end), {}};
  const bool is_end = text[1] == '/';
  const XmlKind kind = is_end                 ? XmlKind::EndTag
                       : text[end - 1] == '/' ? XmlKind::EmptyTag
                                              : XmlKind::StartTag;
  return XmlToken{kind, text.substr(0, end + 1), name_at(text, is_end ? 2 : 1)};
}

/// <!DOCTYPE ... [ ... ]>, brackets and quotes heeded.
std::optional<XmlToken> declaration_token(std::string_view text) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 2; i < text.size(); ++i) {
    const char c = text[i];
    if (quote == 0 && text.substr(i).starts_with("<!--")) {
      i = std::min(text.find("-->", i), text.size());
      continue;
    }
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == ']') {
      depth += c == '[' ? 1 : -1;
    } else if (c == '>' && depth <= 0) {
      return XmlToken{XmlKind::Declaration, text.substr(0, i + 1), {}};
    }
  }
  return std::nullopt;
}

/// Takes "= value" off the text; nothing and an empty value where there is no "=".
std::string_view take_value(std::string_view& rest) {
  const std::string_view behind = trim(rest);
  if (!behind.starts_with('=')) return {};
  rest = trim(behind.substr(1));
  const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
  const std::size_t end = is_quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\r\n");
  const std::string_view value = rest.substr(0, end);
  rest.remove_prefix(end == kNone ? rest.size() : end + (is_quoted ? 1 : 0));
  return is_quoted ? value.substr(1) : value;
}

}  // namespace

std::optional<XmlToken> next_xml_token(std::string_view text) {
  constexpr std::string_view cdata = "<![CDATA[";
  if (text[0] != '<') return text_token(text);
  if (text.size() < 2) return std::nullopt;
  if (!begins_markup(text[1])) return text_token(text);
  if (text[1] == '?') {
    auto token = ending_with(XmlKind::Instruction, text, 2, "?>");
    if (token) token->name = name_at(text, 2);
    return token;
  }
  if (text[1] != '!') return tag_token(text);
  if (text.starts_with("<!--")) return ending_with(XmlKind::Comment, text, 4, "-->");
  if (text.starts_with(cdata)) return ending_with(XmlKind::Cdata, text, cdata.size(), "]]>");
  if (text.size() < cdata.size() && (cdata.starts_with(text) || text.starts_with("<!-"))) return std::nullopt;
  return declaration_token(text);
}

std::vector<XmlAttribute> xml_attributes(const XmlToken& tag) {
  constexpr std::size_t most = 256;
  std::vector<XmlAttribute> found;
  const std::size_t tail = tag.kind == XmlKind::StartTag ? 1 : 2;
  std::string_view rest = tag.text.substr(0, tag.text.size() - tail);
  rest.remove_prefix(std::min(rest.size(), tag.name.size() + (tag.kind == XmlKind::Instruction ? 2 : 1)));
  while (found.size() < most) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n/"), rest.size()));
    if (rest.empty()) break;
    const std::string_view name = rest.substr(0, std::min(rest.find_first_of("= \t\r\n"), rest.size()));
    rest.remove_prefix(name.size());
    const std::string_view value = take_value(rest);
    const auto is_same = [&](const XmlAttribute& known) { return known.first == name; };
    if (!name.empty() && std::none_of(found.begin(), found.end(), is_same)) found.emplace_back(name, value);
  }
  return found;
}

std::string_view xml_attribute(const XmlToken& tag, std::string_view name) {
  for (const auto& [key, value] : xml_attributes(tag)) {
    if (key == name) return value;
  }
  return {};
}

std::string_view local_xml_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace broadsheet
