// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/anpa_record.h"

#include <algorithm>
#include <utility>

#include "common/fold.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/anpa_category.h"
#include "indexer/readers/wire/anpa_text.h"
#include "indexer/readers/wire/wire_codes.h"
#include "indexer/readers/wire/wire_date.h"
#include "indexer/readers/wire/wire_notes.h"

namespace broadsheet {

namespace {

using Lines = std::vector<std::string_view>;

/// What the second line of the header says: "r a^S^Q BC-Slug 1stLd-Writethru   11-13 1049".
struct Routing {
  std::string category;
  std::string slug;
  std::string day;  // "11-13"
};

bool is_month_and_day(std::string_view word) {
  return word.size() == 5 && is_digit(word[0]) && is_digit(word[1]) && word[2] == '-' && is_digit(word[3]) &&
         is_digit(word[4]);
}

Routing read_routing(std::string_view header) {
  Routing routing;
  const Lines lines = wire_lines(header);
  if (lines.size() < 2) return routing;
  std::string_view line = lines[1];
  if (line.size() > 2 && line[1] == ' ' && is_letter(line[2])) routing.category = line.substr(2, 1);
  const std::size_t controls = line.find_last_of("\x11\x12\x13\x14");
  line.remove_prefix(controls == std::string_view::npos ? std::min<std::size_t>(3, line.size())
                                                        : controls + 1);
  while (!(line = trim(line)).empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    if (is_month_and_day(word)) {
      routing.day = word;
      break;
    }
    routing.slug.append(routing.slug.empty() ? "" : " ").append(word);
  }
  return routing;
}

/// The story's name, without its version and length.
class Slug {
 public:
  /// "BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140"
  explicit Slug(std::string_view line) {
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(','), line.size());
      part(trim(line.substr(0, end)));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }

  const std::string& name() const { return name_; }
  const DeskLabel& label() const { return label_; }

  /// "BC-US--Ethanol-Losing Grassland" is about "Ethanol-Losing Grassland".
  std::string_view keyword() const {
    std::string_view word = name_;
    for (const std::string_view cycle : {"bc-", "am-", "pm-", "ap-"}) {
      if (begins_with(word, cycle)) word.remove_prefix(cycle.size());
    }
    const std::size_t region = word.find("--");
    return trim(region == std::string_view::npos ? word : word.substr(region + 2));
  }

 private:
  void part(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") == std::string_view::npos) return;
    // A part behind the name may be a label; so may the end of the name ("BC-Storm-Kill").
    if (const auto found = name_.empty() ? std::nullopt : read_label(text)) return take(*found);
    name_.append(name_.empty() ? "" : ", ").append(text);
    const std::size_t dash = name_.rfind('-');
    if (dash == std::string::npos || dash == 0) return;
    const auto ending = read_label(std::string_view(name_).substr(dash + 1));
    if (!ending || !(ending->kills || ending->corrects)) return;
    take(*ending);
    name_.resize(dash);
  }

  void take(const DeskLabel& found) {
    if (!found.version.empty()) label_.version = found.version;
    label_.corrects = label_.corrects || found.corrects;
    label_.kills = label_.kills || found.kills;
  }

  std::string name_;
  DeskLabel label_;
};

bool is_photo_line(std::string_view line) {
  for (const std::string_view opening :
       {"ap photo", "ap graphic", "ap video", "with ap photo", "photo ", "photos "}) {
    if (begins_with(line, opening)) return true;
  }
  return false;
}

bool is_note(std::string_view line) {
  if (line.starts_with('(')) line.remove_prefix(1);
  for (const std::string_view opening :
       {"eds:", "eds.:", "editors", "editor's note", "attn", "note to ", "with ", "for use by ", "adds ",
        "updates ", "recasts ", "corrects "}) {
    if (begins_with(line, opening)) return true;
  }
  return false;
}

/// "Associated Press Writer", below a byline.
bool is_credit(std::string_view line) {
  const std::string lowered = lower(line);
  for (const std::string_view word :
       {"press", "writer", "correspondent", "news service", "times", "editor"}) {
    if (lowered.find(word) != std::string::npos) return line.size() < 60;
  }
  return false;
}

/// The set lines between slug and story.
class AnpaHead {
 public:
  explicit AnpaHead(Record& record) : record_(record) {}

  void line(std::string_view raw) {
    const std::string text = anpa_line(raw);
    const bool after_byline = std::exchange(after_byline_, false);
    if (text.empty() || is_photo_line(text)) return;
    if (is_rights(text)) return set_rights(text);
    if (auto embargo = read_embargo(text)) {
      if (record_.embargo.empty()) record_.embargo = std::move(*embargo);
      return body(text);
    }
    if (is_note(text)) return body(text);
    if (const auto label = read_label(text)) return apply_label(record_, *label);
    if (is_byline(text)) {
      record_.bylines.push_back(text);
      after_byline_ = true;
    } else if (!after_byline || !is_credit(text)) {
      title_or_text(raw, text);
    }
  }

 private:
  /// "c.2007 New York Times News Service"
  static bool is_rights(std::string_view text) {
    return begins_with(text, "c.19") || begins_with(text, "c.20") || begins_with(text, "(c) ") ||
           begins_with(text, "copyright ");
  }

  void set_rights(const std::string& text) {
    if (record_.rights.empty()) record_.rights = text;
  }

  /// "EDITOR'S NOTE _ ..." would else look like a dateline.
  void body(std::string text) {
    constexpr std::string_view dash = " \u2014 ";
    constexpr std::size_t longest_opening = 20;
    const std::size_t at = is_note(text) ? text.find(dash) : std::string::npos;
    if (at < longest_opening) text.replace(at, dash.size(), ": ");
    record_.body += text + "\n\n";
  }

  void title_or_text(std::string_view raw, const std::string& text) {
    const bool is_flush_left = trim(raw).ends_with('<');
    if (record_.title.empty()) {
      record_.title = text;
    } else if (is_flush_left && record_.summary.empty()) {
      record_.summary = text;
    } else {
      body(text);
    }
  }

  Record& record_;
  bool after_byline_ = false;
};

/// The slug's line may have the number of a library copy before it: "*9006< ^AP-Top-Headlines,0176<".
std::string_view slug_line(std::string_view line) {
  const std::size_t mark = line.rfind('^');
  if (mark != std::string_view::npos) line.remove_prefix(mark + 1);
  while (!line.empty() && (line.back() == '<' || line.back() == '=' || is_space(line.back())))
    line.remove_suffix(1);
  return trim(line);
}

void set_id(Record& record, const std::string& name, const std::string& day) {
  if (name.empty()) return;
  record.id = name;
  const std::string known = record.date.empty() ? day : record.date.substr(0, 10);
  if (!known.empty()) record.id += "/" + known;
}

/// "^Headline<"; some services leave the "^" out.
bool is_set_line(std::string_view line) {
  if (line.starts_with('^')) return true;
  const std::string_view text = trim(line);
  return !line.starts_with('\t') && (text.ends_with('<') || text.ends_with('='));
}

/// Where the story ends: before the sign-off, if that is its last line.
std::size_t story_end(const Lines& lines) {
  std::size_t last = lines.size();
  while (last > 0 && trim(lines[last - 1]).empty()) --last;
  return last > 0 && !anpa_date(lines[last - 1]).empty() ? last - 1 : lines.size();
}

void read_story(Record& record, const Lines& lines, std::size_t from) {
  AnpaHead head(record);
  std::size_t at = from;
  while (at < lines.size() && (trim(lines[at]).empty() || is_set_line(lines[at]))) head.line(lines[at++]);
  const std::size_t end = std::max(at, story_end(lines));
  record.body += anpa_body(Lines(lines.begin() + static_cast<std::ptrdiff_t>(at),
                                 lines.begin() + static_cast<std::ptrdiff_t>(end)));
}

/// "NYT-04-02-07 1912EDT" as the last line of the text.
void read_sign_off_in_text(Record& record, const Lines& lines) {
  constexpr std::size_t looked_at = 4;
  for (std::size_t i = lines.size(); i > 0 && i + looked_at > lines.size(); --i) {
    const std::string_view line = trim(lines[i - 1]);
    record.date = anpa_date(line);
    if (record.date.empty()) continue;
    if (record.source.empty()) record.source = agency_of_code(line.substr(0, line.find('-')));
    return;
  }
}

}  // namespace

Record read_anpa(const WireMessage& message) {
  Record record;
  record.charset = "utf-8";
  const std::string text = is_utf8(message.text) ? std::string(message.text) : repair_utf8(message.text);
  const Routing routing = read_routing(message.header);
  record.section = anpa_section(routing.category);
  record.date = anpa_date(message.trailer);
  const std::string_view sign = trim(message.trailer);
  record.source = agency_of_code(sign.substr(0, sign.find('-')));
  const Lines lines = wire_lines(text);
  if (record.date.empty()) read_sign_off_in_text(record, lines);
  std::size_t at = 0;
  while (at < lines.size() && trim(lines[at]).empty()) ++at;
  const bool has_slug = at < lines.size() && !lines[at].starts_with('\t');
  const Slug slug(has_slug ? slug_line(lines[at]) : std::string_view(routing.slug));
  apply_label(record, slug.label());
  set_id(record, slug.name(), routing.day);
  if (!slug.keyword().empty()) record.topics.emplace_back(slug.keyword());
  read_story(record, lines, has_slug ? at + 1 : at);
  if (const auto label = label_before(record.title)) apply_label(record, *label);
  return record;
}

}  // namespace broadsheet
