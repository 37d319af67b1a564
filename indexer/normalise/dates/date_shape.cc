// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/date_shape.h"

#include <algorithm>
#include <array>

#include "indexer/normalise/dates/month_names.h"

namespace broadsheet {
namespace {

using Kind = DateToken::Kind;

constexpr std::array<std::string_view, 76> small_words = {"a",
                                                          "al",
                                                          "alle",
                                                          "am",
                                                          "as",
                                                          "at",
                                                          "c",
                                                          "d",
                                                          "data",
                                                          "date",
                                                          "dated",
                                                          "datum",
                                                          "de",
                                                          "del",
                                                          "den",
                                                          "der",
                                                          "di",
                                                          "dia",
                                                          "dne",
                                                          "do",
                                                          "e",
                                                          "eia",
                                                          "el",
                                                          "em",
                                                          "en",
                                                          "er",
                                                          "fecha",
                                                          "g",
                                                          "god",
                                                          "goda",
                                                          "il",
                                                          "in",
                                                          "klo",
                                                          "kl",
                                                          "la",
                                                          "le",
                                                          "les",
                                                          "nd",
                                                          "o",
                                                          "of",
                                                          "on",
                                                          "os",
                                                          "ore",
                                                          "pada",
                                                          "posted",
                                                          "published",
                                                          "publicado",
                                                          "publie",
                                                          "pubblicato",
                                                          "publiziert",
                                                          "r",
                                                          "rd",
                                                          "roku",
                                                          "st",
                                                          "t",
                                                          "th",
                                                          "the",
                                                          "the",
                                                          "um",
                                                          "v",
                                                          "veroffentlicht",
                                                          "vom",
                                                          "y",
                                                          "г",
                                                          "года",
                                                          "год",
                                                          "дата",
                                                          "опубликовано",
                                                          "опубліковано",
                                                          "р",
                                                          "року",
                                                          "в",
                                                          "yayinlanma",
                                                          "发布时间",
                                                          "发表于",
                                                          "ngay"};

struct Unit {
  std::string_view word;
  char role;       // Y, M or D
  bool is_before;  // "tháng 3", not "3月"
};

constexpr std::array<Unit, 11> date_units = {{{"年", 'Y', false},
                                              {"월", 'M', false},
                                              {"月", 'M', false},
                                              {"日", 'D', false},
                                              {"号", 'D', false},
                                              {"號", 'D', false},
                                              {"년", 'Y', false},
                                              {"일", 'D', false},
                                              {"nam", 'Y', true},
                                              {"năm", 'Y', true},
                                              {"thang", 'M', true}}};

/// A number or month of the date, with the separator before it.
struct Item {
  char kind = 'N';  // N number, M month by name, Y D and m numbers whose unit is written
  int value = 0;
  int digits = 0;
  char separator = ' ';
  bool is_ambiguous = false;  // a month's name that languages disagree about
  bool is_weekday = false;
};

const Unit* unit_of(const DateToken& token) {
  const auto at = std::find_if(date_units.begin(), date_units.end(),
                               [&](const Unit& unit) { return token.is_word(unit.word); });
  return at == date_units.end() ? nullptr : &*at;
}

/// A word as ICU has it or as it stands in a date: Hebrew "בינואר" is "in January", Serbian "јануара" "of
/// January".
CalendarWord known_word(std::string_view word, std::string_view language) {
  auto found = calendar_word(word, language);
  constexpr std::string_view in = "ב";
  if (!found.known() && word.size() > in.size() && word.starts_with(in))
    found = calendar_word(word.substr(in.size()), language);
  for (const std::string_view ending : {"а", "a"}) {
    constexpr std::size_t shortest = 4;
    if (!found.known() && word.size() >= shortest + ending.size() && word.ends_with(ending))
      found = calendar_word(word.substr(0, word.size() - ending.size()), language);
  }
  return found;
}

/// Walks the tokens and keeps what counts.
class Reader {
 public:
  explicit Reader(std::string_view language) : language_(language) {}

  bool read(const std::vector<DateToken>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!read_one(tokens, i)) return false;
    }
    return separator_ != '-' && separator_ != '/';
  }

  std::vector<Item> take() {
    // "mar 5 mar 2019": the first is a Tuesday.
    const auto months =
        std::count_if(items_.begin(), items_.end(), [](const Item& item) { return item.kind == 'M'; });
    if (months == 2 && items_.front().kind == 'M') items_.erase(items_.begin());
    // "5 مارس آذار": the month's name in the west and in the east of the Arab world.
    const auto again = std::adjacent_find(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
      return a.kind == 'M' && b.kind == 'M' && a.value == b.value;
    });
    if (again != items_.end()) items_.erase(again);
    return std::move(items_);
  }

 private:
  bool read_one(const std::vector<DateToken>& tokens, std::size_t& i) {
    const auto& token = tokens[i];
    if (token.kind == Kind::Number) return number(token);
    if (token.kind == Kind::Mark) return mark(token.mark);
    if (const auto* unit = unit_of(token)) return take_unit(*unit);
    if (std::find(small_words.begin(), small_words.end(), token.word) != small_words.end()) return true;
    return month(tokens, i);
  }

  bool number(const DateToken& token) {
    if (token.digits > 4) return false;
    items_.push_back({pending_, static_cast<int>(token.value), token.digits, separator_, false, false});
    pending_ = 'N';
    separator_ = ' ';
    return true;
  }

  bool mark(char c) {
    constexpr std::string_view passed = ",|()[]:?";
    if (c == '-' || c == '/' || c == '.') {
      separator_ = c;
      return true;
    }
    return passed.find(c) != std::string_view::npos;
  }

  bool take_unit(const Unit& unit) {
    const char role = unit.role == 'M' ? 'm' : unit.role;
    if (unit.is_before) {
      pending_ = role;
      return true;
    }
    if (items_.empty() || items_.back().kind != 'N') return false;
    items_.back().kind = role;
    return true;
  }

  // Names of two or three words ("كانون الثاني") first.
  bool month(const std::vector<DateToken>& tokens, std::size_t& i) {
    for (std::size_t count = 3; count > 0; --count) {
      std::string name;
      for (std::size_t k = i; k < i + count && k < tokens.size() && tokens[k].kind == Kind::Word; ++k) {
        name += (k == i ? "" : " ") + tokens[k].word;
      }
      const auto word = known_word(name, language_);
      if (!word.known()) continue;
      const auto last = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
      i += last;
      if (word.month == 0 && !word.is_ambiguous) return true;  // a weekday
      items_.push_back({'M', word.month, 0, separator_, word.is_ambiguous, word.is_weekday});
      separator_ = ' ';
      return true;
    }
    return false;
  }

  std::string_view language_;
  std::vector<Item> items_;
  char separator_ = ' ';
  char pending_ = 'N';
};

// RFC 5322, section 4.3: two-digit years, here only beside a month's name.
std::optional<int> year_of(const Item& item) {
  if (item.digits == 4) return item.value;
  if (item.digits != 2) return std::nullopt;
  return item.value < 50 ? 2000 + item.value : 1900 + item.value;
}

std::optional<DateShape> shape(std::optional<int> year, int month, int day,
                               Precision precision = Precision::Day) {
  return DateShape{{year.value_or(0), month, day}, precision, year.has_value(), {}};
}

std::optional<DateShape> with_month_name(const Item& first, const Item& second, const Item& third) {
  if (second.kind == 'M' && first.digits == 4) return shape(first.value, second.value, third.value);
  if (second.kind == 'M' && year_of(third)) return shape(year_of(third), second.value, first.value);
  if (first.kind == 'M' && third.digits == 4) return shape(third.value, first.value, second.value);
  return std::nullopt;
}

std::string both_readings(int first, int second, int year) {
  const auto iso = [&](int month, int day) { return day_to_iso(day_number({year, month, day})); };
  return "may be " + iso(second, first) + " or " + iso(first, second) + ": only its year is used";
}

std::optional<DateShape> day_month_year(const Item& first, const Item& second, const Item& third) {
  if (third.digits != 4 || first.digits > 2 || second.digits > 2) return std::nullopt;
  if (second.separator == '.' || first.value > 12 || first.value == second.value) {
    return shape(third.value, second.value, first.value);
  }
  if (second.value > 12) return shape(third.value, first.value, second.value);
  auto result = shape(third.value, 1, 1, Precision::Year);
  if (first.value >= 1 && second.value >= 1) {
    result->problem = both_readings(first.value, second.value, third.value);
  } else {
    result->day.month = 0;
    result->precision = Precision::Day;
  }
  return result;
}

std::optional<DateShape> three(const Item& first, const Item& second, const Item& third) {
  if (first.kind == 'M' || second.kind == 'M') return with_month_name(first, second, third);
  if (third.kind == 'M') return std::nullopt;
  if (first.digits == 4) return shape(first.value, second.value, third.value);
  return day_month_year(first, second, third);
}

std::optional<DateShape> two(const Item& first, const Item& second) {
  const auto& name = first.kind == 'M' ? first : second;
  const auto& number = first.kind == 'M' ? second : first;
  if (name.kind == 'M' && number.kind != 'M') {
    if (number.digits == 4) return shape(number.value, name.value, 1, Precision::Month);
    return number.digits <= 2 ? shape(std::nullopt, name.value, number.value) : std::nullopt;
  }
  const bool is_joined = second.separator == '-' || second.separator == '/' || second.separator == '.';
  if (first.kind != 'N' || second.kind != 'N' || !is_joined) return std::nullopt;
  if (first.digits == 4 && second.digits <= 2) return shape(first.value, second.value, 1, Precision::Month);
  if (second.digits == 4 && first.digits <= 2) return shape(second.value, first.value, 1, Precision::Month);
  return std::nullopt;
}

std::optional<DateShape> with_units(const std::vector<Item>& items) {
  DateShape result{.day = {0, 0, 0}};
  for (const auto& item : items) {
    if (item.kind == 'Y' && item.digits == 4) {
      result.day.year = item.value;
      result.year = true;
    }
    if (item.kind == 'm' || item.kind == 'M') result.day.month = item.value;
    if (item.kind == 'D' || item.kind == 'N') result.day.day = item.value;
  }
  if (result.day.day == 0) {
    result.day.day = 1;
    result.precision = result.day.month == 0 ? Precision::Year : Precision::Month;
    if (result.day.month == 0) result.day.month = 1;
  }
  return result;
}

std::optional<DateShape> fit(const std::vector<Item>& items) {
  const bool has_units = std::any_of(items.begin(), items.end(), [](const Item& item) {
    return item.kind == 'Y' || item.kind == 'm' || item.kind == 'D';
  });
  if (has_units && items.size() <= 3) return with_units(items);
  if (items.size() == 3) return three(items[0], items[1], items[2]);
  if (items.size() == 2) return two(items[0], items[1]);
  if (items.size() == 1 && items[0].digits == 4) return shape(items[0].value, 1, 1, Precision::Year);
  return std::nullopt;
}

}  // namespace

std::optional<DateShape> date_shape(const std::vector<DateToken>& tokens, std::string_view language) {
  if (tokens.empty() || tokens.size() > 24) return std::nullopt;
  Reader reader(language);
  if (!reader.read(tokens)) return std::nullopt;
  const auto items = reader.take();
  auto found = fit(items);
  const bool is_ambiguous =
      std::any_of(items.begin(), items.end(), [](const Item& item) { return item.is_ambiguous; });
  if (found && is_ambiguous) {
    found->problem = "has a month that languages disagree about: only its year is used; give the language";
    found->day = {found->day.year, 1, 1};
  }
  return found;
}

}  // namespace broadsheet
