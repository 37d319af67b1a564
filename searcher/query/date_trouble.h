// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/query/trouble.h"

namespace broadsheet {

/// Why a text is no date of the grammar in date_words.h, and how what was probably meant is typed: both
/// readings of 03/05/2019, the last day for 2019-02-30, the digits in full for 2019-3.
Trouble date_trouble(Span date);

/// For "2019..2020" where a single date is asked for.
Trouble range_for_one_date(Span date);

Trouble range_without_ends(Span dates);
Trouble too_many_dots(Span dates, std::string_view from, std::string_view to);
Trouble backward_range(Span dates, std::string_view from, std::string_view to);

}  // namespace broadsheet
