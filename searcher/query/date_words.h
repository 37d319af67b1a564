// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/moment.h"
#include "searcher/query/trouble.h"

namespace broadsheet {

/// The grammar of dates (docs/query-language.md). today is a local day number; weeks begin on Monday (ISO
/// 8601).

/// One date: "2019", "2019-03", "2019-03-05", "today", "yesterday", "this|last week|month|year", "last N
/// days|weeks| months|years" (that many, today included), "N days|weeks|months|years ago" (one day). Both
/// ends of the result are set. Throws Trouble for anything else.
DayRange read_date(Span text, std::int32_t today);

/// One date, or a range of them: "2019-03..2019-05", "2019..", "..2001", "1987-1989" (a hyphen or a dash
/// between two years). At least one end of the result is set. Throws Trouble for anything else.
DayRange read_dates(Span text, std::int32_t today);

/// True for a word that nobody would type for anything but a range of dates: "2019..2020", "..2001-05".
bool looks_like_date_range(std::string_view text);

}  // namespace broadsheet
