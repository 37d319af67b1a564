// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/sgml_text.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <utility>

namespace broadsheet {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

/// Where the next start tag of that name is, or npos.
std::size_t find_tag(std::string_view text, std::string_view tag, std::size_t from) {
  const std::string opening = std::string("<").append(tag);
  for (std::size_t i = text.find(opening, from); i != std::string_view::npos; i = text.find(opening, i + 1)) {
    const std::size_t end = i + opening.size();
    if (end < text.size() && (text[end] == '>' || text[end] == ' ')) return i;
  }
  return std::string_view::npos;
}

std::optional<std::string> code_point(std::uint32_t code, bool utf8) {
  if (code == 0) return "";
  if (code < 0x80 || (!utf8 && code < 0x100)) return std::string(1, static_cast<char>(code));
  if (!utf8 || code > 0x10FFFF || U_IS_SURROGATE(code)) return std::nullopt;
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t n = 0;
  U8_APPEND_UNSAFE(bytes.data(), n, code);
  return std::string(bytes.data(), n);
}

/// name is what stands between "&" and ";".
std::optional<std::string> reference(std::string_view name, bool utf8) {
  if (name.starts_with('#')) {
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), code);
    if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
    return code_point(code, utf8);
  }
  for (const auto& [known, character] : kNamed) {
    if (name == known) return std::string(1, character);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> sgml_element(std::string_view text, std::string_view tag) {
  const std::size_t start = find_tag(text, tag, 0);
  if (start == std::string_view::npos) return std::nullopt;
  const std::size_t content = text.find('>', start);
  if (content == std::string_view::npos) return std::nullopt;
  text.remove_prefix(content + 1);
  return text.substr(0, text.find(std::string("</").append(tag).append(">")));
}

std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view tag) {
  std::vector<std::string_view> elements;
  while (const auto element = sgml_element(text, tag)) {
    elements.push_back(*element);
    text.remove_prefix(static_cast<std::size_t>(element->data() + element->size() - text.data()));
  }
  return elements;
}

std::string_view sgml_attribute(std::string_view start_tag, std::string_view name) {
  const std::string opening = std::string(" ").append(name).append("=\"");
  const std::size_t begin = start_tag.find(opening);
  if (begin == std::string_view::npos) return {};
  start_tag.remove_prefix(begin + opening.size());
  return start_tag.substr(0, start_tag.find('"'));
}

std::string decode_sgml(std::string_view text, bool utf8) {
  constexpr std::size_t longest = 12;
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    decoded += text.substr(0, plain);
    text.remove_prefix(plain);
    const std::size_t end = text.substr(0, longest).find(';');
    const auto replaced =
        end == std::string_view::npos ? std::nullopt : reference(text.substr(1, end - 1), utf8);
    decoded += replaced ? std::string_view(*replaced) : text.substr(0, 1);
    text.remove_prefix(replaced ? end + 1 : std::min<std::size_t>(1, text.size()));
  }
  return decoded;
}

}  // namespace broadsheet
