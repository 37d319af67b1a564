// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_splitter.h"

#include <algorithm>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/json/json_layout.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLookAhead = 64 * 1024;
constexpr std::size_t kKeptBytes = 80;
constexpr char kRecordSeparator = '\x1E';

const char* const kTooLarge = "the record is larger than 64 MiB";
const char* const kCutOff = "the record is cut off at the end of the dump";

bool is_between_values(char c) {
  return is_space(c) || c == ',' || c == kRecordSeparator;
}

bool is_token(std::string_view text) {
  if (text == "true" || text == "false" || text == "null") return true;
  return text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

bool is_whole_value(std::string_view line) {
  line = trim(line);
  if (line.ends_with(',')) line.remove_suffix(1);
  if (line.empty() || line[0] != '{') return false;
  JsonScan scan("");
  return scan.advance(line) == JsonScan::State::Complete && trim(line.substr(scan.position())).empty();
}

/// Where the line that pending() begins with ends; reads on as far as needed and allowed.
std::size_t line_end(InputBuffer& input, std::size_t from) {
  std::size_t end = input.pending().find('\n', from);
  while (end == std::string_view::npos && input.pending().size() <= kMaxRecordBytes) {
    from = input.pending().size();
    if (!input.grow()) return input.pending().size();
    end = input.pending().find('\n', from);
  }
  return end;
}

}  // namespace

std::optional<JsonPiece> JsonSplitter::next() {
  if (!begun_) begin();
  input_.take(used_);
  used_ = 0;
  return by_line_ ? next_line() : next_value();
}

void JsonSplitter::begin() {
  begun_ = true;
  if (!skip_space() || input_.pending()[0] != '{') return;
  by_line_ = !find_wrapped_list(input_.peek(kLookAhead)) && first_lines_are_values();
}

/// The first line may be damaged: then the second tells.
bool JsonSplitter::first_lines_are_values() {
  const std::size_t first = line_end(input_, 0);
  if (first == std::string_view::npos) return false;
  if (is_whole_value(input_.pending().substr(0, first))) return true;
  if (first == input_.pending().size()) return false;
  const std::size_t second = line_end(input_, first + 1);
  if (second == std::string_view::npos) return false;
  return is_whole_value(input_.pending().substr(first, second - first));
}

std::optional<JsonPiece> JsonSplitter::next_line() {
  while (true) {
    const std::size_t end = line_end(input_, 0);
    if (end == std::string_view::npos) return too_long_line();
    const std::string_view line = input_.pending().substr(0, end);
    std::string_view value = trim(line);
    while (!value.empty() && is_between_values(value.back())) value.remove_suffix(1);
    while (!value.empty() && is_between_values(value.front())) value.remove_prefix(1);
    const bool is_last = end == input_.pending().size();
    if (value.empty() || value == "[" || value == "]") {
      input_.take(is_last ? end : end + 1);
      if (is_last) return std::nullopt;
      continue;
    }
    used_ = is_last ? end : end + 1;
    const auto skipped = static_cast<std::size_t>(value.data() - line.data());
    return JsonPiece{value, input_.offset() + skipped, "", is_last};
  }
}

JsonPiece JsonSplitter::too_long_line() {
  JsonPiece piece = keep(0, kTooLarge);
  std::size_t end = std::string_view::npos;
  do {
    input_.take(input_.pending().size());
    if (!input_.grow()) return piece;
    end = input_.pending().find('\n');
  } while (end == std::string_view::npos);
  input_.take(end + 1);
  return piece;
}

std::optional<JsonPiece> JsonSplitter::next_value() {
  while (skip_space()) {
    if (enter_or_leave_list()) continue;
    const char c = input_.pending()[0];
    if (c == '{' || c == '[' || c == '"') return nested_value();
    return token();
  }
  return end_of_values();
}

std::optional<JsonPiece> JsonSplitter::end_of_values() {
  if (!in_list_) return std::nullopt;
  in_list_ = false;
  return JsonPiece{"", input_.offset(), "the list of records is not closed: the dump may have been cut off",
                   true};
}

bool JsonSplitter::skip_space() {
  while (!input_.pending().empty() || input_.grow()) {
    const char c = input_.pending()[0];
    if (!is_between_values(c)) return true;
    if (c == '\n' || c == ',') {
      indent_.clear();
    } else if (indent_.size() < kKeptBytes) {
      indent_ += c;
    }
    input_.take(1);
  }
  return false;
}

bool JsonSplitter::enter_or_leave_list() {
  const char c = input_.pending()[0];
  if (in_list_) {
    if (c == ']') leave_list();
    return c == ']';
  }
  if (c == '[') {
    input_.take(1);
    return in_list_ = true;
  }
  if (c != '{') return false;
  const auto list = find_wrapped_list(input_.peek(kLookAhead));
  if (!list) return false;
  around_text_ = input_.pending().substr(0, list->length);
  input_.take(list->length);
  around_list_ = list->depth;
  return in_list_ = true;
}

/// What follows the list in the objects around it is not looked at.
void JsonSplitter::leave_list() {
  input_.take(1);
  if (around_list_ == 0) {
    in_list_ = false;
    return;
  }
  JsonScan scan("", std::string(around_list_, '{'));
  while (scan.advance(input_.pending()) == JsonScan::State::Open) {
    const std::size_t passed = scan.position();
    input_.take(passed);
    scan.drop(passed);
    if (!input_.grow()) return;
  }
  input_.take(scan.position());
  in_list_ = false;
  around_list_ = 0;
}

JsonPiece JsonSplitter::nested_value() {
  JsonScan scan(indent_);
  JsonScan::State state = scan.advance(input_.pending());
  while (state == JsonScan::State::Open) {
    if (scan.position() > kMaxRecordBytes) return too_large(scan);
    if (!input_.grow()) break;
    state = scan.advance(input_.pending());
  }
  used_ = scan.position();
  const std::string_view bytes = input_.pending().substr(0, used_);
  if (state == JsonScan::State::Open) {
    in_list_ = false;  // that the list is not closed either goes without saying
    return {bytes, input_.offset(), kCutOff, true};
  }
  if (state == JsonScan::State::Broken) return {bytes, input_.offset(), "the record is not closed", false};
  return {bytes, input_.offset(), "", false};
}

JsonPiece JsonSplitter::too_large(JsonScan& scan) {
  JsonPiece piece = keep(0, kTooLarge);
  do {
    const std::size_t passed = scan.position();
    input_.take(passed);
    scan.drop(passed);
    if (!input_.grow()) return piece;
  } while (scan.advance(input_.pending()) == JsonScan::State::Open);
  input_.take(scan.position());
  return piece;
}

JsonPiece JsonSplitter::token() {
  constexpr std::size_t longest = 400;
  const std::string_view bytes = input_.peek(longest).substr(0, longest);
  const std::string_view text = bytes.substr(0, bytes.find_first_of(" \t\r\n,]}{["));
  if (text.empty() || !is_token(text)) return not_json();
  used_ = text.size();
  return {text, input_.offset(), "", false};
}

/// Goes on at the next line that begins as records do. A bracket too many is alone to blame.
JsonPiece JsonSplitter::not_json() {
  const char c = input_.peek(kKeptBytes)[0];
  if (c == '}' || c == ']') return keep(1, "there is a bracket too many before or here");
  JsonPiece piece = keep(1, "this is not JSON");
  for (bool at_line_start = false; !input_.pending().empty() || input_.grow(); input_.take(1)) {
    const char next = input_.pending()[0];
    if (at_line_start && next == '{') break;
    if (in_list_ && at_line_start && next == ']') break;
    at_line_start = next == '\n' || (at_line_start && is_space(next));
  }
  return piece;
}

JsonPiece JsonSplitter::keep(std::size_t bytes, std::string broken) {
  kept_ = input_.peek(kKeptBytes).substr(0, kKeptBytes);
  JsonPiece piece{kept_, input_.offset(), std::move(broken), false};
  input_.take(bytes);
  return piece;
}

}  // namespace broadsheet
