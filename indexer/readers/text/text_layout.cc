// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/text_layout.h"

#include <algorithm>
#include <vector>

#include "common/moment.h"
#include "indexer/readers/fields/field_keys.h"
#include "indexer/readers/text/labels.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kFactivaTags[] = {"SE", "HD",  "BY",  "CR",  "WC", "PD", "ET",  "SN", "SC", "ED",
                                             "PG", "VOL", "LA",  "CY",  "LP", "TD", "RF",  "CO", "IN", "NS",
                                             "RE", "IPC", "IPD", "PUB", "AN", "CT", "ART", "CX", "CLM"};

bool is_rule(std::string_view line) {
  constexpr std::size_t shortest = 10;
  line = trim(line);
  return line.size() >= shortest && std::string_view("=*-_").find(line[0]) != std::string_view::npos &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool is_underscores(std::string_view line) {
  constexpr std::size_t shortest = 20;
  line = trim(line);
  return line.size() >= shortest && line.find_first_not_of('_') == std::string_view::npos;
}

bool is_title_label(std::string_view line) {
  const auto labelled = read_labelled(line);
  if (!labelled || labelled->value.empty()) return false;
  const auto match = recognise_key(labelled->label);
  return match && match->field == Field::Title;
}

bool is_known_label(std::string_view line) {
  const auto labelled = read_labelled(line);
  return labelled && recognise_key(labelled->label);
}

/// "5 March 2019", "Tuesday, March 5, 2019", "2019-03-05": a short line with a year and a day.
bool is_date_line(std::string_view line) {
  constexpr std::size_t longest = 40;
  if (parse_iso_moment(line)) return true;
  if (line.size() > longest || line.size() < 8 || line.ends_with('.')) return false;
  bool has_year = false;
  bool has_day = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find_first_of("0123456789", at), line.size());
    at = std::min(line.find_first_not_of("0123456789", begin), line.size());
    const std::string_view number = line.substr(begin, at - begin);
    has_year = has_year || (number.size() == 4 && (number[0] == '1' || number[0] == '2'));
    has_day = has_day || number.size() == 1 || number.size() == 2;
  }
  return has_year && has_day && std::count(line.begin(), line.end(), ' ') <= 5;
}

bool is_address(std::string_view line) {
  return (begins_with(line, "http://") || begins_with(line, "https://")) &&
         line.find(' ') == std::string_view::npos;
}

/// The first lines that are not empty.
std::vector<std::string_view> first_lines(std::string_view text, std::size_t count) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < count) {
    const std::string_view line = trim(first_line(text));
    text = after_first_line(text);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

bool begins_with_metadata(std::string_view piece) {
  constexpr std::size_t looked_at = 4;
  const auto lines = first_lines(piece, looked_at);
  return lines.size() > 1 && std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
           return is_title_label(line) || is_date_line(line) || is_address(line);
         });
}

/// True if every piece that is whole begins with metadata, and there are some. The last one may be cut.
bool all_have_metadata(std::string_view head, TextLayout layout) {
  constexpr int enough = 2;
  int pieces = 0;
  while (!head.empty()) {
    const std::size_t length = *PieceEnd(layout).find(head, true);
    const std::string_view piece = head.substr(0, length);
    head.remove_prefix(length);
    const bool is_nothing = first_lines(piece, 2).empty() || (pieces == 0 && is_rule(trim(piece)));
    if (is_nothing) continue;
    if (!begins_with_metadata(piece) && !head.empty()) return false;
    ++pieces;
  }
  return pieces >= enough;
}

bool is_factiva(std::string_view head) {
  constexpr std::size_t looked_at = 60;
  bool has_headline = false;
  bool has_words = false;
  bool has_date = false;
  bool has_source = false;
  for (std::size_t i = 0; i < looked_at && !head.empty(); ++i) {
    const std::string_view tag = factiva_tag(first_line(head));
    has_headline = has_headline || tag == "HD";
    has_words = has_words || tag == "WC" || tag == "LP" || tag == "TD";
    has_date = has_date || tag == "PD";
    has_source = has_source || tag == "SN" || tag == "SC";
    head = after_first_line(head);
  }
  return has_headline && has_words && has_date && has_source;
}

/// Underscores in the head, and the labels of ProQuest between them.
bool is_proquest(std::string_view head) {
  bool has_rule = false;
  bool has_label = false;
  while (!head.empty()) {
    const std::string_view line = first_line(head);
    has_rule = has_rule || is_underscores(line);
    has_label =
        has_label || begins_with(line, "publication title: ") || begins_with(line, "proquest document id: ");
    head = after_first_line(head);
  }
  return has_rule && has_label;
}

bool is_lexis(std::string_view head) {
  constexpr std::size_t looked_at = 80;
  bool has_length = false;
  bool has_body = false;
  for (const std::string_view line : first_lines(head, looked_at)) {
    if (is_document_count(line)) return true;
    has_length = has_length || (begins_with(line, "length: ") && line.ends_with("words"));
    has_body = has_body || (has_length && line == "Body");
  }
  return has_body;  // a single document of Nexis Uni is not counted
}

bool is_header(std::string_view text) {
  return is_title_label(first_line(text)) && is_known_label(first_line(after_first_line(text)));
}

bool has_repeated_header(std::string_view head) {
  head.remove_prefix(space_length(head));
  return is_header(head) && *PieceEnd(TextLayout::Blocks).find(head, true) < head.size();
}

}  // namespace

bool is_document_count(std::string_view line) {
  constexpr std::size_t longest = 60;
  line = trim(line);
  if (line.size() > longest) return false;
  std::string words = lower(line);
  for (const std::string_view word :
       {"documents", "document", "dokumente", "dokument", "documenten", "documentos"}) {
    const std::size_t at = words.find(word);
    if (at == std::string::npos) continue;
    words.erase(at, word.size());
    const std::string_view rest = trim(words);
    for (const std::string_view of : {" of ", " von ", " van ", " de ", " sur "}) {
      const std::size_t split = rest.find(of);
      if (split == std::string_view::npos || split == 0) continue;
      return (std::string(rest.substr(0, split)).append(rest.substr(split + of.size())))
                 .find_first_not_of("0123456789,") == std::string::npos;
    }
  }
  return false;
}

std::string_view factiva_tag(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && line[length] >= 'A' && line[length] <= 'Z') ++length;
  const std::string_view tag = line.substr(0, length);
  const bool is_apart = length == line.size() || is_space(line[length]);
  const bool is_known =
      std::find(std::begin(kFactivaTags), std::end(kFactivaTags), tag) != std::end(kFactivaTags);
  return is_apart && is_known ? tag : std::string_view();
}

std::optional<TextLayout> recognise_text_layout(std::string_view head) {
  if (is_proquest(head)) return TextLayout::ProQuest;  // it counts documents too
  if (is_lexis(head)) return TextLayout::Lexis;
  if (is_factiva(head)) return TextLayout::Factiva;
  const bool is_front_matter = trim(first_line(head)) == "---";
  if (!is_front_matter && all_have_metadata(head, TextLayout::Ruled)) return TextLayout::Ruled;
  if (head.find('\f') != std::string_view::npos && all_have_metadata(head, TextLayout::Pages))
    return TextLayout::Pages;
  if (has_repeated_header(head)) return TextLayout::Blocks;
  return std::nullopt;
}

bool PieceEnd::ends_before_tag(std::string_view line) {
  const std::string_view tag = factiva_tag(line);
  const bool ends = has_headline_ && (tag == "HD" || tag == "SE" || tag == "CLM");
  has_headline_ = has_headline_ || tag == "HD";
  return ends;
}

bool PieceEnd::ends_before(std::string_view line, std::string_view below) {
  switch (layout_) {
    case TextLayout::Lexis:
      return has_text_ && is_document_count(line);
    case TextLayout::Factiva:
      return ends_before_tag(line);
    case TextLayout::Blocks:
      return has_text_ && before_is_blank_ && is_title_label(line) && is_known_label(first_line(below));
    default:
      return false;
  }
}

bool PieceEnd::ends_after(std::string_view line) const {
  if (layout_ == TextLayout::ProQuest) return is_underscores(line);
  if (layout_ == TextLayout::Ruled) return is_rule(line);
  if (layout_ == TextLayout::Lexis) return trim(line) == "End of Document";
  return layout_ == TextLayout::Factiva && factiva_tag(line) == "AN";
}

std::optional<std::size_t> PieceEnd::find(std::string_view text, bool text_is_all) {
  constexpr std::size_t look_ahead = 1024;
  if (layout_ == TextLayout::Pages) {
    const std::size_t at = text.find('\f', position_);
    if (at != std::string_view::npos) return at + 1;
    position_ = text.size();
    return text_is_all ? std::optional(text.size()) : std::nullopt;
  }
  while (position_ < text.size()) {
    const std::string_view rest = text.substr(position_);
    const std::string_view line = first_line(rest);
    const std::string_view below = after_first_line(rest);
    if (!text_is_all && below.size() < look_ahead) return std::nullopt;
    if (ends_before(line, below)) return position_;
    position_ = text.size() - below.size();
    if (ends_after(line)) return position_;
    before_is_blank_ = trim(line).empty();
    has_text_ = has_text_ || !before_is_blank_;
  }
  return text_is_all ? std::optional(text.size()) : std::nullopt;
}

}  // namespace broadsheet
