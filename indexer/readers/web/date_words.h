// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// True if a short text has the shape of a day: one year of four digits, another number, and little else:
/// "March 3, 1999", "3.3.1999 14:00", "2019年3月5日", "Tuesday, 3 de marzo de 2006". Which day it is, is for
/// normalise() to read.
bool has_day_shape(std::string_view text);

/// The same for a name that should be nothing but a day, as that of a category: at most one word beside
/// numbers and "de".
bool is_day_name(std::string_view text);

}  // namespace broadsheet
