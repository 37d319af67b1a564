// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// UTF-8 text as it is kept and shown: NFC; lines end with LF; no byte order marks, control characters, soft
/// hyphens, zero-width spaces, bidirectional overrides, noncharacters. A tab is four spaces, a form feed or
/// paragraph separator a blank line, every other Unicode space but U+3000 a plain one. U+0080 to U+009F are
/// what windows-1252 has there. Joiners stay where they shape letters or emoji (behind U+0590 and above).
/// Ill-formed bytes become U+FFFD.
std::string clean_text(std::string_view text);

/// clean_text() with character references decoded (markup.h), on one line, trimmed and squeezed: a title, a
/// value.
std::string clean_line(std::string_view text);

}  // namespace broadsheet
