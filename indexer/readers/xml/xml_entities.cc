// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestValue = 256;
constexpr std::size_t kMostExpanded = 1024 * 1024;

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t\r\n"), text.size()));
}

bool is_xml_character(std::uint32_t code) {
  return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF);
}

/// name is "#8217" or "#x2019".
std::optional<std::uint32_t> numbered(std::string_view name) {
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
  if (name.empty() || error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return code;
}

void append_number(std::string& out, std::uint32_t code) {
  if (is_xml_character(code)) out += "&#" + std::to_string(code) + ";";
}

bool is_predefined(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

std::string_view name_of_reference(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestName).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  return name.find_first_of("&<> \t\r\n\"'") == std::string_view::npos ? name : std::string_view();
}

/// Why a declared value cannot stand in for its name.
std::string refusal_of(std::string_view name, std::string_view kind, std::string_view value) {
  const std::string shown = "the entity &" + one_line(name, 40) + ";";
  if (kind == "SYSTEM" || kind == "PUBLIC") return shown + " is external, and nothing is fetched";
  const bool nests = value.find('&') != std::string_view::npos && value.find("&#") != value.find('&');
  if (nests) return shown + " is made of other entities, which are not expanded";
  if (value.find_first_of("<&%") != std::string_view::npos)
    return shown + " holds markup, which is not expanded";
  return value.size() > kLongestValue ? shown + " is too long to be expanded" : "";
}

}  // namespace

XmlEntities::XmlEntities(std::string_view declaration) {
  constexpr std::string_view opening = "<!ENTITY";
  for (std::size_t at = declaration.find(opening); at != std::string_view::npos;
       at = declaration.find(opening, at + 1)) {
    std::string_view rest = trim(declaration.substr(at + opening.size()));
    const std::string_view name = first_word(rest);
    rest = trim(rest.substr(name.size()));
    if (name.empty() || name == "%") continue;
    const bool is_literal = rest.starts_with('"') || rest.starts_with('\'');
    const std::string_view value =
        is_literal ? rest.substr(1, std::min(rest.find(rest[0], 1), rest.size()) - 1) : std::string_view();
    const std::string_view kind = is_literal ? std::string_view() : first_word(rest);
    entities_.try_emplace(std::string(name), Entity{std::string(value), refusal_of(name, kind, value)});
  }
}

bool XmlEntities::append_reference(std::string& out, std::string_view name) {
  if (name.starts_with('#')) {
    const auto code = numbered(name);
    if (code) append_number(out, *code);
    if (!code) out.append("&amp;").append(name).append(";");
    return true;
  }
  if (is_predefined(name)) {
    out.append("&").append(name).append(";");
    return true;
  }
  if (const auto found = entities_.find(name); found != entities_.end()) {
    if (found->second.refusal.empty()) append_xml_characters(out, found->second.value, true);
    expanded_ += found->second.value.size();
    why_ = expanded_ > kMostExpanded ? "its entities expand to more than 1 MiB" : found->second.refusal;
    return why_.empty();
  }
  const auto* html = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  if (html != nullptr) append_number(out, html->value);
  if (html == nullptr) out.append("&amp;").append(name).append(";");
  return true;
}

bool XmlEntities::append(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    append_xml_characters(out, text.substr(0, plain), true);
    text.remove_prefix(plain);
    if (text.empty()) return true;
    const std::string_view name = name_of_reference(text);
    if (name.empty()) out += "&amp;";
    if (!name.empty() && !append_reference(out, name)) return false;
    text.remove_prefix(name.empty() ? 1 : name.size() + 2);
  }
  return true;
}

void append_xml_characters(std::string& out, std::string_view text, bool escaped) {
  const auto is_plain = [escaped](char c) {
    const bool is_special = c == '\xEF' || (escaped && (c == '<' || c == '>'));
    return !is_special && (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t' || c == '\r');
  };
  while (!text.empty()) {
    const auto* end = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto plain = static_cast<std::size_t>(end - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const bool is_noncharacter = text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
    if (text[0] == '<' || text[0] == '>') out += text[0] == '<' ? "&lt;" : "&gt;";
    if (text[0] == '\xEF' && !is_noncharacter) out += text[0];
    text.remove_prefix(is_noncharacter ? 3 : 1);
  }
}

}  // namespace broadsheet
