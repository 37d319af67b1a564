// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/normalise/dates/published_date.h"

namespace broadsheet {

/// The dateline that a paragraph begins with.
struct Dateline {
  std::size_t length = 0;  // bytes of the paragraph, with the dash and the space behind it
  std::string place;       // as printed; may be empty
  std::string agency;      // its usual name, or as printed if it is not a known one; may be empty
  std::optional<DatelineDay> day;
  std::vector<std::string> authors;  // "(속초=연합뉴스) 김보람 기자 ="
};

/// "LONDON, March 3 (Reuters) -", "Berlin (dpa) -", "(ANSA) - ROMA, 3 MAR -", "МОСКВА, 3 марта. /ТАСС/.",
/// "WASHINGTON -", "新华社北京3月5日电". A place alone must be in capitals while the text is not, an unknown
/// agency needs such a place or a day: a sentence that happens to have a dash or brackets is no dateline. The
/// article's outlet and its initials count as a known agency.
std::optional<Dateline> find_dateline(std::string_view paragraph, std::string_view language = {},
                                      std::string_view outlet = {});

/// A dateline that the record gives as such: the same, its dash and its capitals optional.
Dateline read_dateline_field(std::string_view field, std::string_view language = {});

}  // namespace broadsheet
