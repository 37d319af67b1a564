// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/normalise/dates/published_date.h"

namespace broadsheet {

/// The date that a short paragraph consists of: "12 November 1989", "Published: 2019-03-05 10:00", "5 марта
/// 2019 г.". Unknown if the paragraph says anything else, or names no day.
DateReading read_date_line(std::string_view paragraph, int default_offset_minutes = 0,
                           std::string_view language = {});

bool is_date_line(std::string_view paragraph);

}  // namespace broadsheet
