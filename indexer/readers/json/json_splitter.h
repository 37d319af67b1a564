// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/input_buffer.h"
#include "indexer/readers/json/json_scan.h"

namespace broadsheet {

/// One value of a JSON dump, or a piece of it that is none.
struct JsonPiece {
  std::string_view
      bytes;  // holds until the next piece is asked for; of something broken at least the first 80
  std::uint64_t offset = 0;
  std::string broken;   // why it is no value; empty if it may be one
  bool at_end = false;  // the dump ends with it, and may be cut off there
};

/// Cuts a JSON dump into values without holding more than one: the elements of an array (RFC 8259), also of
/// an array inside an object (json_layout.h), lines (https://jsonlines.org; RFC 7464), or values one after
/// the other, over several lines each or not.
class JsonSplitter {
 public:
  explicit JsonSplitter(InputBuffer& input) : input_(input) {}
  std::optional<JsonPiece> next();

  /// What stood before the list in the objects around it, the list's "[" and all; empty without such objects.
  const std::string& around_list() const { return around_text_; }

 private:
  void begin();
  bool first_lines_are_values();
  std::optional<JsonPiece> next_line();
  std::optional<JsonPiece> next_value();
  bool enter_or_leave_list();
  void leave_list();
  bool skip_space();
  std::optional<JsonPiece> end_of_values();
  JsonPiece nested_value();
  JsonPiece token();
  JsonPiece too_large(JsonScan& scan);
  JsonPiece too_long_line();
  JsonPiece not_json();
  JsonPiece keep(std::size_t bytes, std::string broken);

  InputBuffer& input_;
  std::size_t used_ = 0;  // bytes of the piece given last
  bool begun_ = false;
  bool by_line_ = false;
  bool in_list_ = false;
  std::size_t around_list_ = 0;  // objects open around the list
  std::string around_text_;
  std::string indent_;  // white space before the value on its line
  std::string kept_;
};

}  // namespace broadsheet
