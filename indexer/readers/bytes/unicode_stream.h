// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "indexer/readers/bytes/input_buffer.h"

namespace broadsheet {

/// A stream in which ASCII characters are single bytes, and its charset as far as its first bytes tell.
struct AsciiCompatible {
  InputBuffer input;
  std::string charset;  // "utf-8" or empty
};

/// Takes a byte order mark off, and turns UTF-16 and UTF-32 (with a mark, or with the zeros that ASCII has
/// there) into UTF-8. Other bytes stay as they are. Offsets in a stream that was turned count UTF-8 bytes.
/// Source: Unicode 15, section 23.8 (byte order mark); ICU's converters.
AsciiCompatible to_ascii_compatible(InputBuffer input);

/// A stream in a charset as UTF-8; nothing, and the input as it was, if ICU does not know the charset.
std::optional<InputBuffer> decoded_stream(InputBuffer& input, const std::string& charset);

/// UTF-8 for a text that should be UTF-8 and is not: well-formed sequences stay; other bytes become
/// windows-1252 characters, or U+FFFD where most of the text's non-ASCII is well-formed (then they are
/// damage, not another charset).
std::string repair_utf8(std::string_view text);

}  // namespace broadsheet
