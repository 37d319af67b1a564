// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The ISO 639-1 code of a language as a dump names it: "en", "eng", "en-US", "EN_us", "English", "Deutsch";
/// the ISO 639-3 code of a language that has no shorter one. All of Chinese is "zh", all of Norwegian "no",
/// "iw" is "he". Empty if unknown ("und", "xx", "misc"). Thread-safe.
std::string language_code(std::string_view name);

/// The language of a clean text by CLD2, in the same codes; empty unless CLD2 calls its answer reliable and
/// the text's head (4 KiB) has 20 letters. Thread-safe.
std::string detect_language(std::string_view text);

}  // namespace broadsheet
