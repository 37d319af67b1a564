// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/clock_time.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace broadsheet {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

struct Zone {
  std::string_view name;
  int minutes;
  std::string_view region = {};
};

constexpr std::array<Zone, 39> zones = {{
    {"z", 0},       {"gmt", 0},    {"utc", 0},    {"ut", 0},     {"wet", 0},    {"est", -300}, {"edt", -240},
    {"cst", -360},  {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540},
    {"akdt", -480}, {"hst", -600}, {"ast", -240}, {"adt", -180}, {"bst", 60},   {"cet", 60},   {"cest", 120},
    {"mez", 60},    {"mesz", 120}, {"west", 60},  {"eet", 120},  {"eest", 180}, {"msk", 180},  {"trt", 180},
    {"ist", 330},   {"wib", 420},  {"hkt", 480},  {"sgt", 480},  {"awst", 480}, {"jst", 540},  {"kst", 540},
    {"aest", 600},  {"aedt", 660}, {"nzst", 720}, {"nzdt", 780},
}};

constexpr std::array<Zone, 4> regional = {{{"et", 0, "America/New_York"},
                                           {"ct", 0, "America/Chicago"},
                                           {"mt", 0, "America/Denver"},
                                           {"pt", 0, "America/Los_Angeles"}}};

constexpr std::array<std::string_view, 8> clock_words = {"uhr", "klo", "kl",   "ore",
                                                         "h",   "hrs", "godz", "ora"};
constexpr std::array<std::string_view, 4> hour_units = {"h", "时", "時", "시"};

template <typename Names>
bool is_one_of(const DateToken& token, const Names& names) {
  return token.kind == Kind::Word && std::find(names.begin(), names.end(), token.word) != names.end();
}

template <typename Table>
const Zone* find_zone(const Table& table, const DateToken& token) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const Zone& zone) { return token.is_word(zone.name); });
  return at == table.end() ? nullptr : &*at;
}

/// Reads forward from a place in the tokens; what it has read can be taken out.
class Cursor {
 public:
  Cursor(const Tokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  const DateToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool number(std::size_t ahead = 0, int most_digits = 2) const {
    const auto* token = peek(ahead);
    return token != nullptr && token->kind == Kind::Number && token->digits <= most_digits;
  }
  bool mark(char c, std::size_t ahead = 0) const { return peek(ahead) != nullptr && peek(ahead)->is_mark(c); }
  bool word(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead) != nullptr && peek(ahead)->is_word(text);
  }
  int take_number() { return static_cast<int>(tokens_[at_++].value); }
  void skip(std::size_t count = 1) { at_ += count; }
  std::size_t at() const { return at_; }

 private:
  const Tokens& tokens_;
  std::size_t at_;
};

bool is_wire_code(const DateToken* token) {
  return token != nullptr && token->kind == Kind::Word && token->word.size() <= 2 && token->word != "z" &&
         token->word != "am" && token->word != "pm" && find_zone(regional, *token) == nullptr;
}

// Wires glue codes of their own to the fraction: "00:02:59.13RM", "03:48:23.00F RM".
void skip_wire_codes(Cursor& cursor) {
  if (!is_wire_code(cursor.peek()) || cursor.peek()->after_space) return;
  while (is_wire_code(cursor.peek())) cursor.skip();
}

void read_seconds(Cursor& cursor, ClockTime& time) {
  if (!cursor.mark(':') || !cursor.number(1)) return;
  cursor.skip();
  time.second = cursor.take_number();
  time.precision = Precision::Second;
  if ((cursor.mark('.') || cursor.mark(',')) && cursor.number(1, 9) && !cursor.peek(1)->after_space) {
    cursor.skip(2);
    skip_wire_codes(cursor);
  }
}

// "p.m.", "PM", "上午" stands before the hour and is left to the caller.
std::optional<bool> read_half_of_day(Cursor& cursor) {
  for (const bool is_afternoon : {false, true}) {
    if (cursor.word(is_afternoon ? "pm" : "am")) {
      cursor.skip();
      return is_afternoon;
    }
    if (cursor.word(is_afternoon ? "p" : "a") && cursor.mark('.', 1) && cursor.word("m", 2)) {
      cursor.skip(cursor.mark('.', 3) ? 4 : 3);
      return is_afternoon;
    }
  }
  return std::nullopt;
}

void apply_half_of_day(ClockTime& time, bool is_afternoon) {
  time.is_valid = time.is_valid && time.hour >= 1 && time.hour <= 12;
  time.hour = time.hour % 12 + (is_afternoon ? 12 : 0);
}

void read_offset(Cursor& cursor, ClockTime& time) {
  const bool is_signed = cursor.mark('+') || cursor.mark('-');
  if (!is_signed || !cursor.number(1, 4)) return;
  const bool is_colon = cursor.mark(':', 2) && cursor.number(3);
  const int sign = cursor.mark('-') ? -1 : 1;
  const bool is_packed = cursor.peek(1)->digits > 2;
  cursor.skip();
  const int number = cursor.take_number();
  int minutes = is_packed ? number / 100 * 60 + number % 100 : number * 60;
  if (is_colon) {
    cursor.skip();
    minutes += cursor.take_number();
  }
  if (minutes >= 24 * 60) return;
  time.offset_minutes = sign * minutes;
}

void skip_comment(Cursor& cursor) {
  if (!cursor.mark('(') && !cursor.mark('[')) return;
  const char closing = cursor.mark('(') ? ')' : ']';
  for (std::size_t ahead = 1; ahead <= 6 && cursor.peek(ahead) != nullptr; ++ahead) {
    if (cursor.mark(closing, ahead)) return cursor.skip(ahead + 1);
  }
}

void read_zone(Cursor& cursor, ClockTime& time) {
  const bool is_bracketed = cursor.mark('(');
  const auto* token = cursor.peek(is_bracketed ? 1 : 0);
  if (token == nullptr) return;
  const auto* zone = find_zone(zones, *token);
  if (const auto* region = find_zone(regional, *token)) {
    time.zone = region->region;
  } else if (zone == nullptr) {
    return read_offset(cursor, time);
  } else {
    time.offset_minutes = zone->minutes;
  }
  cursor.skip(is_bracketed ? 2 : 1);
  if (zone != nullptr && zone->minutes == 0) read_offset(cursor, time);
  if (is_bracketed && cursor.mark(')')) cursor.skip();
}

bool has_clock_word_near(const Tokens& tokens, std::size_t first, std::size_t last) {
  const bool before = first > 0 && is_one_of(tokens[first - 1], clock_words);
  return before || (last + 1 < tokens.size() && is_one_of(tokens[last + 1], clock_words));
}

bool is_half_of_day(const Tokens& tokens, std::size_t at) {
  Cursor cursor(tokens, at);
  return read_half_of_day(cursor).has_value();
}

/// "0001 GMT" where the year stands elsewhere.
bool is_packed_clock(const Tokens& tokens, std::size_t at) {
  constexpr int digits = 4;
  const auto is_number = [](const DateToken& token) {
    return token.kind == Kind::Number && token.digits == digits;
  };
  return is_number(tokens[at]) && at + 1 < tokens.size() && find_zone(zones, tokens[at + 1]) != nullptr &&
         std::count_if(tokens.begin(), tokens.end(), is_number) > 1;
}

/// Hours, minutes and seconds at the cursor, which then stands behind them.
std::optional<ClockTime> read_clock(Cursor& cursor, const Tokens& tokens) {
  ClockTime time;
  const auto first = cursor.at();
  if (is_packed_clock(tokens, first)) {
    const int number = cursor.take_number();
    time.hour = number / 100;
    time.minute = number % 100;
    return time;
  }
  if (!cursor.number()) return std::nullopt;
  const bool is_dotted = cursor.mark('.', 1) && cursor.number(2) &&
                         (has_clock_word_near(tokens, first, first + 2) || is_half_of_day(tokens, first + 3));
  if ((cursor.mark(':', 1) && cursor.number(2)) || is_dotted) {
    time.hour = cursor.take_number();
    cursor.skip();
    time.minute = cursor.take_number();
    read_seconds(cursor, time);
    return time;
  }
  if (cursor.peek(1) != nullptr && is_one_of(*cursor.peek(1), hour_units)) {
    time.hour = cursor.take_number();
    cursor.skip();
    if (cursor.number()) time.minute = cursor.take_number();
    if (cursor.word("分") || cursor.word("분")) cursor.skip();
    return time;
  }
  const bool is_hour = cursor.peek(1) != nullptr && is_one_of(*cursor.peek(1), clock_words);
  if (!is_hour && !is_half_of_day(tokens, first + 1)) return std::nullopt;
  time.hour = cursor.take_number();
  return time;
}

bool is_east_asian_afternoon(const DateToken& token) {
  return token.is_word("下午") || token.is_word("午後") || token.is_word("오후");
}

bool is_east_asian_morning(const DateToken& token) {
  return token.is_word("上午") || token.is_word("午前") || token.is_word("오전");
}

void check(ClockTime& time) {
  if (time.second == 60) time.second = 59;  // a leap second
  time.is_valid = time.is_valid && time.hour < 24 && time.minute < 60 && time.second < 60;
}

}  // namespace

std::optional<ClockTime> take_clock_time(Tokens& tokens) {
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    Cursor cursor(tokens, first);
    auto time = read_clock(cursor, tokens);
    if (!time) continue;
    auto from = first;
    if (const auto is_afternoon = read_half_of_day(cursor)) {
      apply_half_of_day(*time, *is_afternoon);
    } else if (first > 0 &&
               (is_east_asian_afternoon(tokens[first - 1]) || is_east_asian_morning(tokens[first - 1]))) {
      apply_half_of_day(*time, is_east_asian_afternoon(tokens[--from]));
    }
    if (cursor.peek() != nullptr && is_one_of(*cursor.peek(), clock_words)) cursor.skip();
    read_zone(cursor, *time);
    skip_comment(cursor);
    if (from == 0 && cursor.mark(',')) cursor.skip();
    check(*time);
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                 tokens.begin() + static_cast<std::ptrdiff_t>(cursor.at()));
    return time;
  }
  return std::nullopt;
}

}  // namespace broadsheet
