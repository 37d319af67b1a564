// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// A line "Label: value", as exports and people write metadata above a text.
struct LabelledLine {
  std::string_view label;
  std::string_view value;
};

/// Nothing if the line is no such line: its label is at most four words that begin like words.
std::optional<LabelledLine> read_labelled(std::string_view line);

/// The metadata above a text, and how many bytes of it they are.
struct TextHeader {
  Record record;
  std::size_t length = 0;
  bool has_title = false;
  bool is_front_matter = false;  // what follows it is Markdown
};

/// Front matter in YAML (between lines "---"; keys with a value, a list or a text over several lines, no
/// nesting) or TOML (between lines "+++") as static-site generators and note books have it, or at least two
/// labelled lines of field_keys.h, one of them a title or a date. Nothing if a text begins with neither.
std::optional<TextHeader> read_text_header(std::string_view text, const FieldMap& field_map);

}  // namespace broadsheet
