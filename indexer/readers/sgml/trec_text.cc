// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/trec_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kReferences = {
    {{"AMP", "&amp;"}, {"LT", "&lt;"}, {"GT", "&gt;"},  {"QUOT", "\""}, {"LR", ""},
     {"UR", ""},       {"QL", ""},     {"QC", ""},      {"QR", ""},     {"TR", ""},
     {"HT", ""},       {"MD", " - "},  {"UL", ""},      {"hyph", "-"},  {"blank", " "},
     {"cir", ""},      {"apos", "'"},  {"equals", "="}, {"plus", "+"},  {"tab", " "}}};

/// The length of the tag that text begins with; 0 if it is none.
std::size_t tag_length(std::string_view text) {
  constexpr std::size_t longest = 300;
  const std::size_t name = text.size() > 1 && text[1] == '/' ? 2 : 1;
  if (text.starts_with("<!--")) {
    constexpr std::size_t longest_comment = 10000;
    const std::size_t end = text.substr(0, longest_comment).find("-->");
    return end == std::string_view::npos ? 0 : end + 3;
  }
  if (name >= text.size() || !is_letter(text[name])) return 0;
  const std::size_t end = text.substr(1, longest).find_first_of("<>");
  return end == std::string_view::npos || text[end + 1] == '<' ? 0 : end + 2;
}

std::string_view space_for_tag(std::string_view tag) {
  tag.remove_prefix(tag[1] == '/' ? 2 : 1);
  const std::string name = lower(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
  if (name == "p" || name == "div" || name == "headline" || name == "table") return "\n\n";
  if (name == "br" || name == "tablerow" || name == "tr" || name == "rowrule") return "\n";
  return name == "tablecell" || name == "td" ? "  " : "";
}

/// The length of the reference that text begins with, and what stands for it; 0 if it is none of ours.
std::pair<std::size_t, std::string_view> reference(std::string_view text) {
  const std::size_t end = text.substr(0, 10).find(';');
  if (end == std::string_view::npos) return {0, ""};
  const std::string_view name = text.substr(1, end - 1);
  for (const auto& [known, meaning] : kReferences) {
    if (name == known) return {end + 1, meaning};
  }
  return {0, ""};
}

std::string_view without_edition(std::string_view text) {
  const std::size_t first = text.find(',');
  const std::size_t second = first == std::string_view::npos ? first : text.find(',', first + 1);
  const std::string_view between = first == std::string_view::npos || second == std::string_view::npos
                                       ? std::string_view()
                                       : trim(text.substr(first + 1, second - first - 1));
  const bool is_year = between.size() == 4 && std::all_of(between.begin(), between.end(), is_digit);
  return is_year ? text.substr(0, second) : text;
}

struct Slashed {
  std::array<std::string_view, 3> parts;
  std::string_view rest;
};

/// "1/30/03 12:00"; parts are empty if it is something else.
Slashed split_slashed(std::string_view text) {
  Slashed date;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool is_closed = i == 2 || (end < text.size() && text[end] == '/');
    if (end == 0 || end > 4 || !is_closed) return {};
    date.parts[i] = text.substr(0, end);
    text.remove_prefix(i == 2 ? end : end + 1);
  }
  date.rest = text;
  return date;
}

std::string two_digits(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

}  // namespace

std::string trec_text(std::string_view markup) {
  std::string text;
  text.reserve(markup.size());
  while (!markup.empty()) {
    const std::size_t plain = std::min(markup.find_first_of("<&"), markup.size());
    text += markup.substr(0, plain);
    markup.remove_prefix(plain);
    if (markup.empty()) break;
    const std::size_t tag = markup[0] == '<' ? tag_length(markup) : 0;
    const auto [length, meaning] = markup[0] == '&' ? reference(markup) : std::pair{tag, std::string_view()};
    text += tag != 0 ? space_for_tag(markup.substr(0, tag)) : length != 0 ? meaning : markup.substr(0, 1);
    markup.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

std::string trec_line(std::string_view markup) {
  return squeezed_line(trec_text(markup));
}

std::string trec_date(std::string_view text) {
  text = trim(without_edition(trim(text)));
  auto [parts, rest] = split_slashed(text);
  if (parts[0].empty() || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() == 3) {
    return std::string(text);
  }
  if (two_digits(parts[0]) > "12") std::swap(parts[0], parts[1]);
  std::string year(parts[2]);
  if (year.size() == 2) year.insert(0, year < "40" ? "20" : "19");
  return year + "-" + two_digits(parts[0]) + "-" + two_digits(parts[1]) + std::string(rest);
}

}  // namespace broadsheet
