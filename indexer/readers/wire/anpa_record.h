// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/record.h"
#include "indexer/readers/wire/wire_message.h"

namespace broadsheet {

/// One message of ANPA 1312 (American Newspaper Publishers Association, "High-speed news wire service
/// formats", 1979; later kept by the NAA) as a Record: a header of service and number, selector, priority,
/// category, format, keyword, date and words, and a text with typesetting marks: "^" before and "<" or "="
/// behind set lines, TAB before a paragraph, cells of tables parted by US, RS or ";".
///
/// The number of a transmission changes with every version, so the id is the slug with the day: a writethru
/// ("1st Ld-Writethru" is version 1) replaces what went before, an "add" stands beside it. A header's month
/// and day are no date; the sign-off behind the text has the year.
Record read_anpa(const WireMessage& message);

}  // namespace broadsheet
