// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace broadsheet {

/// Where in an article a text stands; salience depends on it.
enum class TextPlace : std::uint8_t { Title, Dateline, Lead, Body };

/// A stretch of an article's text that entities are looked for in. The view is into the article.
struct TextPart {
  TextPlace place = TextPlace::Body;
  std::string_view text;
};

/// Title, dateline, then the body's paragraphs (the first is the lead), in this order, empty ones left out.
/// At most 256 KiB in all, cut at a space if there is one: what is larger is a book or a table, and to weigh
/// all its names against each other would take hours.
std::vector<TextPart> text_parts(const Article& article);

/// Bytes [begin, end) of parts[part].
struct Span {
  std::uint32_t part = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

}  // namespace broadsheet
