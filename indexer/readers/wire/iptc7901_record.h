// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/record.h"
#include "indexer/readers/wire/wire_message.h"

namespace broadsheet {

/// One message of IPTC 7901 (IPTC Recommendation 7901, "The text transmission format", 1979) as a Record,
/// with the habits of the agencies that still send it: header "source and number, priority, category, words,
/// free", keywords parted by "/" or "-"; text whose first lines are labels ("1ST LEAD"), headline and byline,
/// up to a "="; date-time group behind the text. The number begins anew every day: the id has the day.
/// What the desk writes below the story ("not for publication") is left out.
Record read_iptc7901(const WireMessage& message);

/// "IBM850" for a text whose high bytes are letters in the charset of DOS and nowhere else; else empty.
std::string dos_charset(std::string_view text);

}  // namespace broadsheet
