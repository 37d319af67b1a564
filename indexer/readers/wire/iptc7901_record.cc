// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/iptc7901_record.h"

#include <algorithm>
#include <utility>

#include "common/fold.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/wire_codes.h"
#include "indexer/readers/wire/wire_date.h"
#include "indexer/readers/wire/wire_notes.h"
#include "indexer/readers/wire/wire_story.h"

namespace broadsheet {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kLongestHead = 9;  // lines above the story

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  while (!(line = trim(line)).empty()) {
    const auto end = std::find_if(line.begin(), line.end(), is_space);
    const auto length = static_cast<std::size_t>(end - line.begin());
    words.push_back(line.substr(0, length));
    line.remove_prefix(length);
  }
  return words;
}

bool is_all(std::string_view text, bool (*is)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is);
}
bool all_digits(std::string_view text) {
  return is_all(text, [](char c) { return is_digit(c); });
}
bool all_letters(std::string_view text) {
  return is_all(text, [](char c) { return is_letter(c); });
}

/// "eca062 4 i 211 ccccb   dpa 061", also with a space between letters and number.
class Header {
 public:
  explicit Header(std::string_view line) : words_(split_words(line)) {
    if (words_.size() > 1 && all_letters(words_[0]) && words_[1].size() > 1 && all_digits(words_[1])) {
      number_ = std::string(words_[0]).append(words_[1]);
      next_ = 2;
    } else if (!words_.empty()) {
      number_ = words_[0];
      next_ = 1;
    }
    if (next_ < words_.size() && words_[next_].size() == 1 && is_digit(words_[next_][0])) ++next_;
    if (next_ < words_.size() && words_[next_].size() <= 3 && all_letters(words_[next_]))
      category_ = words_[next_++];
    if (next_ < words_.size() && all_digits(words_[next_])) ++next_;
  }

  const std::string& number() const { return number_; }
  std::string_view category() const { return category_; }

  /// By a code in the free part, else by the letters of the number; else the last word before a number in the
  /// free part ("xyz 061") as it stands.
  std::string_view agency() const {
    for (std::size_t i = next_; i < words_.size(); ++i) {
      std::string_view word = words_[i];
      if (word.starts_with('/')) word.remove_prefix(1);
      const auto name = agency_of_code(word.substr(0, word.find_first_of("-/0123456789")));
      if (!name.empty()) return name;
    }
    const std::size_t letters = std::min(number_.find_first_of("0123456789"), number_.size());
    const auto known = agency_of_code(std::string_view(number_).substr(0, letters));
    const bool is_counted = words_.size() >= next_ + 2 && all_digits(words_.back());
    const auto counted = is_counted ? words_[words_.size() - 2] : std::string_view();
    return known.empty() && all_letters(counted) && counted.size() <= 5 ? counted : known;
  }

 private:
  std::vector<std::string_view> words_;
  std::string number_;
  std::string_view category_;
  std::size_t next_ = 0;
};

/// "XCI58743", "R CRO S0A QBXB": what ANSA and others route a message by.
bool is_routing(std::string_view line) {
  const bool has_capital = std::any_of(line.begin(), line.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool has_digit = std::any_of(line.begin(), line.end(), is_digit);
  const bool is_code = std::all_of(line.begin(), line.end(),
                                   [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == ' '; });
  return has_capital && has_digit && is_code;
}

void add_keywords(Record& record, std::string_view line) {
  line = trim(line);
  if (is_routing(line)) return;
  const char separator = line.find('/') != std::string_view::npos ? '/' : '-';
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(separator), line.size());
    const std::string_view keyword = trim(line.substr(0, end));
    if (!keyword.empty()) record.topics.emplace_back(keyword);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

/// A line that begins with a dateline, as far as any agency's name in brackets tells.
bool has_dateline(std::string_view line) {
  constexpr std::size_t farthest = 50;
  const std::size_t open = line.substr(0, farthest).find('(');
  if (open == std::string_view::npos) return false;
  const std::size_t end = std::min(line.find_first_of("/)", open), line.size());
  return !agency_of_code(line.substr(open + 1, end - open - 1)).empty();
}

/// Where the lines above the story end: with the last line that ends in "=", before a blank line, or before
/// the first line of a story that no line parts from its headline. 0: the story begins at once.
std::size_t head_length(const Lines& lines) {
  std::size_t begin = 0;
  while (begin < lines.size() && trim(lines[begin]).empty()) ++begin;
  std::size_t marked = 0;
  std::size_t blank = 0;
  std::size_t at = begin;
  for (; at < std::min(begin + kLongestHead, lines.size()); ++at) {
    if (has_dateline(lines[at])) break;
    if (lines[at].ends_with('=')) marked = at + 1;
    const bool is_break = lines[at].empty() || (at > begin && lines[at].starts_with("   "));
    if (is_break && blank == 0) blank = at;
  }
  if (marked != 0) return marked;
  if (blank != 0) return blank;
  const bool found_story = at < lines.size() && has_dateline(lines[at]);
  return found_story ? at : std::min(begin + 1, lines.size());
}

/// What stands above the story, line by line.
class Iptc7901Head {
 public:
  explicit Iptc7901Head(Record& record) : record_(record) {}

  void line(std::string_view line) {
    while (line.ends_with('=')) line.remove_suffix(1);
    line = trim(line);
    if (line.empty()) return;
    const bool is_note = line.front() == '(' && line.back() == ')';
    if (auto embargo = read_embargo(line)) {
      if (record_.embargo.empty()) record_.embargo = std::move(*embargo);
    } else if (const auto label = read_label(line)) {
      apply_label(record_, *label);
    } else if (!record_.title.empty() && is_byline(line)) {
      record_.bylines.emplace_back(line);
    } else if (is_note || begins_with(line, "utl.:") || begins_with(line, "embargo")) {
      note(line);
    } else {
      record_.title.append(record_.title.empty() ? "" : " ").append(line);
    }
  }

 private:
  /// APA's "Utl.:" is a headline below the headline: text. A note may say that the story is a correction.
  void note(std::string_view line) {
    if (begins_with(line, "utl.:")) line = trim(line.substr(5));
    if (line.starts_with('(')) {
      const auto label = label_before(std::string(line.substr(1, line.size() - 2)).append(": "));
      if (label) return apply_label(record_, *label);
    }
    record_.body.append(line).append("\n\n");
  }

  Record& record_;
};

/// The date-time group, which some agencies put below the text instead of behind it.
std::string date_of(const WireMessage& message, Lines& lines) {
  for (const std::string_view line : wire_lines(message.trailer)) {
    if (std::string date = wire_date(line); !date.empty()) return date;
  }
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  constexpr std::size_t longest = 40;
  if (lines.empty() || lines.back().size() > longest) return {};
  std::string date = wire_date(lines.back());
  if (!date.empty()) lines.pop_back();
  return date;
}

/// The lines of the header below the first: keywords, or a headline where the text has none.
std::string_view read_header(Record& record, std::string_view part) {
  std::string_view below;
  bool is_first = true;
  for (const std::string_view line : wire_lines(part)) {
    if (trim(line).empty()) continue;
    if (!std::exchange(is_first, false)) {
      below = trim(line);
      add_keywords(record, line);
      continue;
    }
    const Header header(line);
    record.id = header.number();
    record.source = header.agency();
    const std::string_view section = section_of_category(header.category());
    record.section = section.empty() && header.category().size() > 1 ? header.category() : section;
  }
  return below;
}

void take_title(Record& record, std::string_view below_header) {
  if (record.title.empty() && below_header.find(' ') != std::string_view::npos) {
    record.title = below_header;
    record.topics.clear();
  }
  if (const auto label = label_before(record.title)) apply_label(record, *label);
  const std::size_t open = record.title.ends_with(')') ? record.title.rfind('(') : std::string::npos;
  if (open == std::string::npos) return;
  const auto label = read_label(record.title.substr(open + 1, record.title.size() - open - 2));
  if (!label) return;
  apply_label(record, *label);
  record.title = trim(record.title.substr(0, open));
}

/// The messages of the same service that a correction or kill names by number: it stands in for them.
void read_replaced(Record& record) {
  const std::string number = record.id.substr(0, record.id.find('/'));
  const std::string day = record.id.substr(number.size());
  const std::string service = number.substr(0, number.find_first_of("0123456789"));
  if (service.empty() || (!record.corrected && record.status.empty())) return;
  const std::string text = record.title + "\n" + record.body;
  for (std::size_t at = text.find(service); at != std::string::npos; at = text.find(service, at + 1)) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at + service.size()), text.size());
    const std::string named = text.substr(at, end - at);
    if (named.size() == number.size() && named != number) set_field(record, Field::Replaces, {named + day});
  }
}

}  // namespace

Record read_iptc7901(const WireMessage& message) {
  Record record;
  const std::string_view below_header = read_header(record, message.header);
  Lines lines = wire_lines(message.text);
  record.date = date_of(message, lines);
  if (!record.id.empty() && !record.date.empty()) record.id += "/" + record.date.substr(0, 10);
  const std::size_t head_end = head_length(lines);
  Iptc7901Head head(record);
  for (std::size_t i = 0; i < head_end; ++i) head.line(lines[i]);
  take_title(record, below_header);
  read_story(record, Lines(lines.begin() + static_cast<std::ptrdiff_t>(head_end), lines.end()));
  read_replaced(record);
  record.charset = dos_charset(message.text);
  return record;
}

std::string dos_charset(std::string_view text) {
  // Letters in IBM850; in windows-1252 and ISO 8859 signs or nothing, which do not stand between letters.
  constexpr std::string_view dos_letters =
      "\x81\x82\x84\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x94\x95\x99\x9A"
      "\x9B\xA0\xA1\xA2\xA3\xA4";
  if (is_utf8(text)) return {};
  std::size_t dos = 0;
  std::size_t latin = 0;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!is_letter(text[i - 1]) || !is_letter(text[i + 1])) continue;
    dos += dos_letters.find(text[i]) != std::string_view::npos;
    latin += static_cast<unsigned char>(text[i]) >= 0xC0 && text[i] != '\xE1';
  }
  return dos >= 2 && dos > latin ? "IBM850" : "";
}

}  // namespace broadsheet
