// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_scan.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {
constexpr std::size_t kLongestIndent = 256;

// Deeper than any parser goes; below, brackets are only counted.
constexpr std::size_t kDeepestScan = 64 * 1024;

/// How far a string goes on without a character that means something, within the next 4 KiB.
std::size_t plain_length(std::string_view text) {
  constexpr std::size_t window = 4096;
  text = text.substr(0, window);
  for (const char end : {'"', '\\', '\n'}) text = text.substr(0, text.find(end));
  return text.size();
}
}  // namespace

JsonScan::State JsonScan::advance(std::string_view text) {
  while (position_ < text.size()) {
    const char c = text[position_];
    if (begins_record(c)) return State::Broken;
    follow_line(c);
    if (!step(c)) return State::Broken;
    ++position_;
    if (open_.empty() && !in_string_) return State::Complete;
    if (!in_string_ || escaped_ || line_is_blank_) continue;
    position_ += plain_length(text.substr(position_));
  }
  return State::Open;
}

bool JsonScan::step(char c) {
  if (in_string_) {
    in_string_ = escaped_ || c != '"';
    escaped_ = !escaped_ && c == '\\';
    return true;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') open(c);
  if ((c == '}' || c == ']') && !close(c)) return false;
  if (!is_space(c)) before_ = c;
  return true;
}

void JsonScan::open(char bracket) {
  if (open_.size() < kDeepestScan) {
    open_ += bracket;
  } else {
    ++deeper_;
  }
}

/// A bracket that closes an outer one closes what is inside too; one that closes nothing belongs to what is
/// around.
bool JsonScan::close(char bracket) {
  if (deeper_ > 0) return deeper_-- > 0;
  const std::size_t opening = open_.rfind(bracket == '}' ? '{' : '[');
  if (opening == std::string::npos) return false;
  open_.resize(opening);
  return true;
}

bool JsonScan::may_open() const {
  if (open_.empty()) return true;
  return open_.back() == '{' ? before_ == ':' : before_ == '[' || before_ == ',';
}

bool JsonScan::begins_record(char c) const {
  return c == '{' && line_is_blank_ && line_indent_ == indent_ && (in_string_ || !may_open());
}

void JsonScan::follow_line(char c) {
  if (c == '\n') {
    line_is_blank_ = true;
    line_indent_.clear();
  } else if (line_is_blank_) {
    line_is_blank_ = is_space(c) && line_indent_.size() < kLongestIndent;
    line_indent_ += c;
  }
}

bool JsonMembers::next() {
  if (at_value_ && !skip_value()) return false;
  at_value_ = false;
  skip_to_token();
  if (position_ < text_.size() && text_[position_] == ',') ++position_;
  skip_to_token();
  if (!read_key()) return false;
  skip_to_token();
  if (position_ >= text_.size() || text_[position_] != ':') return false;
  ++position_;
  skip_to_token();
  at_value_ = position_ < text_.size();
  return at_value_;
}

void JsonMembers::skip_to_token() {
  position_ += space_length(text_.substr(position_));
}

bool JsonMembers::read_key() {
  if (position_ >= text_.size() || text_[position_] != '"') return false;
  JsonScan scan("");
  if (scan.advance(text_.substr(position_)) != JsonScan::State::Complete) return false;
  key_ = text_.substr(position_ + 1, scan.position() - 2);
  position_ += scan.position();
  return true;
}

bool JsonMembers::skip_value() {
  const std::string_view rest = value();
  if (rest[0] != '{' && rest[0] != '[' && rest[0] != '"') {
    position_ += std::min(rest.find_first_of(",}"), rest.size());
    return true;
  }
  JsonScan scan("");
  const bool complete = scan.advance(rest) == JsonScan::State::Complete;
  position_ += scan.position();
  return complete;
}

}  // namespace broadsheet
