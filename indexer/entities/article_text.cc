// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/article_text.h"

namespace broadsheet {

std::vector<TextPart> text_parts(const Article& article) {
  std::vector<TextPart> parts;
  parts.reserve(article.paragraphs.size() + 2);
  const auto add = [&parts](TextPlace place, std::string_view text) {
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
