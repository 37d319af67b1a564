// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/moment.h"
#include "indexer/normalise/dates/date_tokens.h"

namespace broadsheet {

/// Which numbers of a date are its year, month and day. The day need not exist.
struct DateShape {
  CivilDay day;
  Precision precision = Precision::Day;
  bool year = false;         // it is written
  std::string problem = {};  // the month cannot be known
};

/// The shape of a date without its time of day; nothing if the tokens are no date or hold any word but
/// months, weekdays, units (年, tháng) and the small words that dates are written with.
std::optional<DateShape> date_shape(const std::vector<DateToken>& tokens, std::string_view language);

}  // namespace broadsheet
