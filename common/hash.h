// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// Stable 64-bit hash of bytes: XXH3 (https://github.com/Cyan4973/xxHash, format frozen since 0.8.0).
/// The same on every machine; stored in archives.
std::uint64_t hash64(std::string_view bytes);

/// Sixteen lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

}  // namespace broadsheet
