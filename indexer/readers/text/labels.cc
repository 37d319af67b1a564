// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/labels.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  const bool is_quoted =
      value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

/// "[a, b]" of YAML, with or without quotes.
std::vector<std::string> values_of(Field field, std::string_view value) {
  value = trim(value);
  const bool is_list = value.size() > 1 && value.front() == '[' && value.back() == ']';
  if (!is_list) return split_values(field, unquoted(value));
  std::vector<std::string> values;
  for (value = value.substr(1, value.size() - 2); !value.empty();) {
    const std::size_t end = std::min(value.find(','), value.size());
    const std::string_view part = unquoted(value.substr(0, end));
    if (!part.empty()) values.emplace_back(part);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return values;
}

/// Gathers labelled lines, and the lines of lists below them.
class Gatherer {
 public:
  explicit Gatherer(const FieldMap& field_map) : collector_(field_map) {}

  void labelled(const LabelledLine& line) {
    finish_list();
    label_ = line.label;
    const std::string_view value = trim(line.value);
    in_block_ = value == ">" || value == ">-" || value == "|" || value == "|-";
    if (value.empty() || in_block_) return;
    const auto match = collector_.match(label_);
    if (!match) return collector_.leave(label_);
    count(match->field);
    collector_.offer(label_, *match, values_of(match->field, line.value));
  }

  /// A line of a text over several lines (">-" of YAML): they are one.
  bool block_line(std::string_view line) {
    if (!in_block_) return false;
    if (items_.empty()) items_.emplace_back();
    items_.back().append(items_.back().empty() ? "" : " ").append(trim(line));
    return true;
  }

  void item(std::string_view value) { items_.emplace_back(unquoted(value)); }

  TextHeader finish(std::size_t length) {
    finish_list();
    TextHeader header{collector_.finish(), length, has_title_, false};
    header.record.is_markup = false;
    return header;
  }

  int known() const { return known_; }
  bool has_title_or_date() const { return has_title_ || has_date_; }

 private:
  void finish_list() {
    if (items_.empty()) return;
    if (const auto match = collector_.match(label_)) {
      count(match->field);
      collector_.offer(label_, *match, std::move(items_));
    }
    items_.clear();
  }

  void count(Field field) {
    ++known_;
    has_title_ = has_title_ || field == Field::Title;
    has_date_ = has_date_ || field == Field::Date;
  }

  FieldCollector collector_;
  std::string label_;
  std::vector<std::string> items_;
  bool in_block_ = false;
  int known_ = 0;
  bool has_title_ = false;
  bool has_date_ = false;
};

/// "key = value" of TOML.
std::optional<LabelledLine> read_assigned(std::string_view line) {
  const std::size_t sign = line.find('=');
  if (sign == 0 || sign == std::string_view::npos) return std::nullopt;
  return LabelledLine{trim(line.substr(0, sign)), trim(line.substr(sign + 1))};
}

std::optional<TextHeader> read_front_matter(std::string_view text, const FieldMap& field_map) {
  constexpr std::size_t longest = 64 * 1024;
  const std::string_view fence = trim(first_line(text));
  if (fence != "---" && fence != "+++") return std::nullopt;
  const bool is_toml = fence == "+++";
  Gatherer gatherer(field_map);
  for (std::string_view rest = after_first_line(text);
       !rest.empty() && text.size() - rest.size() < longest;) {
    const std::string_view line = first_line(rest);
    rest = after_first_line(rest);
    if (trim(line) == fence || trim(line) == "...") {
      if (gatherer.known() == 0) return std::nullopt;
      TextHeader header = gatherer.finish(text.size() - rest.size());
      header.is_front_matter = true;
      return header;
    }
    if (!line.empty() && is_space(line[0]) && gatherer.block_line(line)) continue;
    if (trim(line).starts_with("- ")) {
      gatherer.item(trim(line).substr(2));
    } else if (const auto labelled = is_toml ? read_assigned(line) : read_labelled(line)) {
      gatherer.labelled(*labelled);
    } else if (!trim(line).empty() && !is_space(line[0]) && line[0] != '#' && !is_toml) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

bool names_text(std::string_view label) {
  const auto match = recognise_key(label);
  return match && match->field == Field::Body;
}

std::optional<TextHeader> read_labelled_lines(std::string_view text, const FieldMap& field_map) {
  constexpr int enough = 2;
  constexpr int most = 40;
  Gatherer gatherer(field_map);
  std::string_view rest = text;
  int lines = 0;
  while (lines++ < most) {
    const auto line = read_labelled(first_line(rest));
    if (!line) break;
    if (names_text(line->label)) {  // "Text: ..." is the text itself
      rest.remove_prefix(static_cast<std::size_t>(line->value.data() - rest.data()));
      break;
    }
    gatherer.labelled(*line);
    rest = after_first_line(rest);
  }
  if (gatherer.known() < enough || !gatherer.has_title_or_date()) return std::nullopt;
  return gatherer.finish(text.size() - rest.size());
}

}  // namespace

std::optional<LabelledLine> read_labelled(std::string_view line) {
  constexpr std::size_t longest = 40;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > longest) return std::nullopt;
  const std::string_view label = line.substr(0, colon);
  const bool is_followed = colon + 1 == line.size() || is_space(line[colon + 1]);
  const bool is_words = std::all_of(label.begin(), label.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.' || (c & 0x80) != 0;
  });
  if (!is_followed || !is_words || is_space(label[0]) || std::count(label.begin(), label.end(), ' ') > 3)
    return std::nullopt;
  return LabelledLine{label, trim(line.substr(colon + 1))};
}

std::optional<TextHeader> read_text_header(std::string_view text, const FieldMap& field_map) {
  if (auto matter = read_front_matter(text, field_map)) return matter;
  return read_labelled_lines(text, field_map);
}

}  // namespace broadsheet
