// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

/// The charset of a record's text, decided once over all its fields together, as a name that ICU's converters
/// know: a byte order mark; the zeros of UTF-16; escapes of ISO 2022; well-formed UTF-8; the declared charset
/// if ICU knows it and the text is text in it; ICU's detector; else windows-1252. ISO-8859-1 and ASCII are
/// read as windows-1252, as the WHATWG Encoding Standard does, and other narrow labels as the wider charset
/// that real files use.
std::string decide_charset(const Record& record);

/// The bytes as UTF-8; what the charset cannot read becomes U+FFFD. An unknown charset is read as
/// windows-1252.
std::string decode_bytes(std::string_view bytes, const std::string& charset);

/// All text fields of the record as well-formed UTF-8. The path is a name, not text: it is left as it is.
void decode_record(Record& record);

}  // namespace broadsheet
