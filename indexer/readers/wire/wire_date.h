// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The moment that a line of IPTC 7901's kind names, in ISO 8601: "131137 GMT Nov 13" (day, hour and minute,
/// zone, month, year) is "2013-11-13T11:37Z"; also "13-NOV-13 12:34". Without zone the moment has none.
/// Months in the languages of the agencies, in any charset. Empty without a year, or if there is no such
/// group in the line.
std::string wire_date(std::string_view line);

/// The moment that an ANPA story is signed off with: "AP-NY-11-13-13 1509EST" is "2013-11-13T15:09-05:00".
/// Empty if there is none in the text.
std::string anpa_date(std::string_view text);

/// The year that two digits mean: 70 to 99 are of the twentieth century. Wires of these kinds began in the
/// seventies.
int full_year(int two_digits);

}  // namespace broadsheet
