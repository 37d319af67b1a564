// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// What a word can be in a date. Months are numbered from 1.
struct CalendarWord {
  int month = 0;              // 0: no month
  bool is_ambiguous = false;  // a month, but another one in another language ("listopad")
  bool is_weekday = false;    // it may be a month as well ("mar" in Spanish)
  bool known() const { return month != 0 || is_ambiguous || is_weekday; }
};

/// The month or weekday that a folded word without its final full stop (fold.h) names, in any language that
/// ICU has: wide and abbreviated, in a date or alone. Where languages disagree, the one given (ISO 639-1) is
/// right, else English. The table of all languages is built when the first word comes that is not English.
/// Thread-safe.
CalendarWord calendar_word(std::string_view folded, std::string_view language = {});

}  // namespace broadsheet
