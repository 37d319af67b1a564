// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A seal ends a text of JSON lines: it is the end of the last object and says the hash of all before it,
///
///     ...,"checksum":"89abcdef01234567"}
///
/// so that a text which grows line by line, and may break off, can still be told from one that was changed.
enum class Seal {
  Whole,   // the text is as it was written
  None,    // it was never sealed
  Broken,  // it was sealed and is not as it was written
};

/// What to append to a text that lacks the closing brace of its last object: "...}\n".
std::string make_seal(std::string_view text);

/// A text with a single byte changed, wherever it is, is Broken.
Seal check_seal(std::string_view text);

}  // namespace broadsheet
