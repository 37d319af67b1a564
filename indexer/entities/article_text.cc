// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/article_text.h"

namespace broadsheet {

namespace {

constexpr std::size_t kMostBytes = 256 * 1024;

/// The text or, if it is longer, as many of its words as fit; of one without spaces, as many characters.
std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = text.find_last_of(" \n", most);
  if (end == std::string_view::npos) {
    end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return text.substr(0, end);
}

}  // namespace

std::vector<TextPart> text_parts(const Article& article) {
  std::vector<TextPart> parts;
  parts.reserve(article.paragraphs.size() + 2);
  std::size_t left = kMostBytes;
  const auto add = [&](TextPlace place, std::string_view text) {
    const bool is_last = text.size() > left;
    text = cut(text, left);
    left = is_last ? 0 : left - text.size();
    if (!text.empty()) parts.push_back({place, text});
  };
  add(TextPlace::Title, article.title);
  add(TextPlace::Dateline, article.dateline_place);
  TextPlace place = TextPlace::Lead;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role != Role::Body || paragraph.text.empty()) continue;
    add(place, paragraph.text);
    place = TextPlace::Body;
  }
  return parts;
}

}  // namespace broadsheet
