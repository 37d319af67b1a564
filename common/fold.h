// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The form of a text that is matched; what is shown is never folded. UTF-8 in, UTF-8 (NFC) out; ill-formed
/// bytes become U+FFFD. NFKC case fold (Unicode 15, UAX #15 and section 3.13); marks dropped on Latin, Greek,
/// Arabic and Hebrew bases, on Cyrillic only stress and the dots of io; l-stroke, o-slash, d-stroke, dotless
/// i, ae, oe by table; apostrophes and dashes unified. Idempotent. Thread-safe.
std::string fold(std::string_view text);

/// fold() of a name or value, with white space trimmed and runs of it made one space: what two values have in
/// common when they are the same facet value.
std::string fold_value(std::string_view text);

/// NFC with white space trimmed and squeezed: a name or value as shown.
std::string tidy_value(std::string_view text);

/// True if text is well-formed UTF-8 (Unicode 15, table 3-7).
bool is_utf8(std::string_view text);

/// NFC; requires well-formed UTF-8.
std::string to_nfc(std::string_view text);

}  // namespace broadsheet
