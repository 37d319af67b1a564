// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace broadsheet {

/// A string or number as its text; empty for anything else.
std::string json_scalar(const simdjson::dom::element& value);

/// json_scalar of a member; empty if there is none.
std::string json_member(const simdjson::dom::object& object, std::string_view key);

/// The first of the members that is a string or number and not empty.
template <typename Keys>
std::string json_first_member(const simdjson::dom::object& object, const Keys& keys) {
  for (const std::string_view key : keys) {
    std::string text = json_member(object, key);
    if (!text.empty()) return text;
  }
  return {};
}

/// The member "label" that is an object of names by language ({"label": {"eng": "Oslo"}}): the English one,
/// else the first.
std::string json_label(const simdjson::dom::object& object);

/// The text of a body however it is nested: a string; a list of paragraphs, each a string or an object with
/// its text; a tree of blocks as editors keep them ({"type": "paragraph", "content": [...]}), inline pieces
/// run together, blocks parted by blank lines. What stands beside the text (title, picture, author) is left
/// out. Of renditions of one text ({"contenttype": ..., "value": ...}) the first that is plain text or HTML;
/// of NITF its body.
std::string json_body(const simdjson::dom::element& body);

}  // namespace broadsheet
