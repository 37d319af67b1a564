// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// Characters of well-formed UTF-8, named by the byte they begin at.

char32_t letter_at(std::string_view text, std::size_t i);      // requires i < size
char32_t letter_before(std::string_view text, std::size_t i);  // U+0000 at the beginning
char32_t letter_after(std::string_view text, std::size_t i);   // of the one at i; U+0000 at the end
std::size_t letter_bytes(std::string_view text, std::size_t i);

std::size_t count_letters(std::string_view text);

bool is_digit(char c);
bool is_ascii_lower(char c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

std::string ascii_lower(std::string_view text);
std::string_view trimmed(std::string_view text);

/// Columns of a terminal: marks and format characters take none, East Asian wide ones two (UAX #11).
std::size_t display_columns(std::string_view text);

}  // namespace broadsheet
