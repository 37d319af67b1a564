// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

/// Finds where a JSON object, array or string ends (RFC 8259) without building it, byte by byte as the text
/// grows. It also notices that a value was never closed, where another record can be seen to begin: a "{" at
/// the beginning of a line, indented as records are, in a place where no value may stand. So one broken
/// record costs one record.
class JsonScan {
 public:
  enum class State { Open, Complete, Broken };

  /// indent: the white space before records. open: brackets that stand open before the text ("{", "{{").
  explicit JsonScan(std::string indent, std::string open = "")
      : indent_(std::move(indent)), open_(std::move(open)) {}

  /// Goes on through text, which begins where it did before and may be longer.
  State advance(std::string_view text);

  /// Bytes of text gone through: up to the end of a Complete value, up to where reading may go on after a
  /// Broken one.
  std::size_t position() const { return position_; }

  /// The first bytes of the text were dropped. Requires bytes <= position().
  void drop(std::size_t bytes) { position_ -= bytes; }

 private:
  bool step(char c);
  void open(char bracket);
  bool close(char bracket);
  bool may_open() const;
  bool begins_record(char c) const;
  void follow_line(char c);

  std::string indent_;
  std::string open_;        // the outer brackets that stand open
  std::size_t deeper_ = 0;  // how many more stand open inside them
  std::string line_indent_;
  std::size_t position_ = 0;
  char before_ = 0;  // the last character outside strings that is not white space
  bool line_is_blank_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// The members of a JSON object as far as a piece of text shows them; for a look at what a dump is.
class JsonMembers {
 public:
  /// text begins with the "{" of the object.
  explicit JsonMembers(std::string_view text) : text_(text), position_(text.empty() ? 0 : 1) {}

  /// Steps to the next member. False at the end of the object or of what can be seen.
  bool next();
  std::string_view key() const { return key_; }  // escapes as written
  /// The text from the member's value on; not empty.
  std::string_view value() const { return text_.substr(position_); }
  std::size_t value_position() const { return position_; }

 private:
  bool skip_value();
  bool read_key();
  void skip_to_token();

  std::string_view text_;
  std::string_view key_;
  std::size_t position_;
  bool at_value_ = false;
};

}  // namespace broadsheet
