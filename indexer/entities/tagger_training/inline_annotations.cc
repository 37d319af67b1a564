// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/inline_annotations.h"

#include <utility>

#include "common/error.h"

namespace broadsheet {
namespace {

[[noreturn]] void refuse(std::size_t line, const std::string& why) {
  throw InputError("line " + std::to_string(line) + ": " + why);
}

NameType type_named(std::string_view name, std::size_t line) {
  if (name == "PER") return NameType::Person;
  if (name == "LOC") return NameType::Place;
  if (name == "ORG") return NameType::Body;
  refuse(line, "\"" + std::string(name) + "\" is no type of name: write PER, LOC or ORG");
}

/// Adds what stands between brackets: "PER Angela Merkel".
void add_name(std::string_view marked, std::size_t line, AnnotatedLine& out) {
  const auto space = marked.find(' ');
  const NameType type = type_named(marked.substr(0, space), line);
  const std::string_view name = space == std::string_view::npos ? "" : marked.substr(space + 1);
  if (name.empty() || name.front() == ' ' || name.back() == ' ')
    refuse(line, "a name is empty or has a space too many");
  const auto begin = static_cast<std::uint32_t>(out.text.size());
  out.text += name;
  out.names.push_back({begin, static_cast<std::uint32_t>(out.text.size()), type});
}

AnnotatedLine read_line(std::string_view text, std::size_t line) {
  AnnotatedLine out;
  while (!text.empty()) {
    const auto bracket = text.find_first_of("[]");
    out.text += text.substr(0, bracket);
    if (bracket == std::string_view::npos) break;
    if (text[bracket] == ']') refuse(line, "a ] has no [ before it");
    text.remove_prefix(bracket + 1);
    const auto close = text.find_first_of("[]");
    if (close == std::string_view::npos) refuse(line, "a [ has no ] after it");
    if (text[close] == '[') refuse(line, "a [ stands inside a name");
    add_name(text.substr(0, close), line, out);
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::vector<AnnotatedArticle> read_inline_annotations(std::string_view text) {
  std::vector<AnnotatedArticle> articles;
  AnnotatedArticle article;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    std::string_view content = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content.starts_with('#')) continue;
    if (!content.empty()) {
      article.push_back(read_line(content, line));
    } else if (!article.empty()) {
      articles.push_back(std::exchange(article, {}));
    }
  }
  if (!article.empty()) articles.push_back(std::move(article));
  return articles;
}

}  // namespace broadsheet
