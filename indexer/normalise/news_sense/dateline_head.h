// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/normalise/dates/published_date.h"

namespace broadsheet {

/// What stands in a dateline before the text: places, day and agency.
struct DatelineHead {
  std::vector<std::string_view> places;  // parts of one text, in its order
  std::optional<DatelineDay> day;
  std::string agency;
  bool is_known_agency = false;
  bool ends_in_stop = false;      // a full stop stands behind the last place
  bool has_day_in_words = false;  // "पांच मार्च"
};

/// True of a hyphen, a dash of any length, "_" and "=".
bool is_dateline_dash(char32_t c);
bool has_lower(std::string_view text);

/// True of a text whose first letter is a capital, or has no case.
bool is_capitalised(std::string_view text);

/// True of "Rio de Janeiro", "TRIPOLI (Liban)": one to five words that could be a place by their capitals.
bool may_be_place(std::string_view text);

/// The agency that a text in brackets names: "Reuters", "dpa/lby", "TTXVN 21/7", or if must_be_known is false
/// anything that could be a name. False if it names none.
bool take_agency(DatelineHead& head, std::string_view text, bool must_be_known);

/// Reads what stands before the bracket or dash: "LONDON, March 3", "Хабаровск. 27 августа. ИНТЕРФАКС". False
/// if any piece of it is neither place, day nor agency.
bool read_dateline_pieces(DatelineHead& head, std::string_view text, std::string_view language);

/// What makes it a dateline and no sentence; rest is the text behind it.
bool is_convincing(const DatelineHead& head, std::string_view rest);

/// True if all places are in capitals, but for the short name of a state behind the first.
bool is_capitals(const DatelineHead& head);

/// The places as printed, from the first to the last.
std::string printed_place(const DatelineHead& head);

}  // namespace broadsheet
