// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

using AuthorNames = std::vector<std::string>;

/// The authors of a paragraph that is a byline: "By Jane Doe", "By JANE DOE and John Roe, Staff Writer",
/// "Von Jana Muster" (words of one language count only in it, or where the language is unknown), "Автор:
/// ...". Nothing if it is none: "By all accounts", "Von der Leyen".
std::optional<AuthorNames> parse_byline(std::string_view paragraph, std::string_view language = {});

/// The agency that a byline names behind the author: "By Jane Doe, PA"; its usual name, empty if none.
std::string_view agency_of_byline(std::string_view paragraph);

/// The same of the credits under a story: "(Reporting by Jane Doe in London; Editing by John Roe)". Editors
/// are no authors, so the list may be empty.
std::optional<AuthorNames> parse_credits(std::string_view paragraph);

/// Position of such credits in brackets at the end of a paragraph that has more text before; npos if there
/// are none.
std::size_t find_trailing_credits(std::string_view paragraph);

/// True of "Jane Doe", "J. R. van der Berg": two to six words that start in capitals, the first and the last
/// of them.
bool is_person_name(std::string_view text);

/// True of what may stand below a byline and says what the author is: "Associated Press Writer", "Of DOW
/// JONES NEWSWIRES".
bool is_job_line(std::string_view paragraph);

/// The names in a byline that a record gives as a field, the word "By" optional; the field as it is, if it is
/// not a list of names.
AuthorNames read_byline_field(std::string_view field, std::string_view language = {});

}  // namespace broadsheet
