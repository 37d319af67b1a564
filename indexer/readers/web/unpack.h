// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// Unpacked bytes, at most `most` of them; what can be unpacked of damaged ones. Nothing if they are not
/// packed that way. inflate_bytes: gzip, zlib (RFC 1950, 1952) or raw deflate (RFC 1951).
std::optional<std::string> inflate_bytes(std::string_view packed, std::size_t most);
std::optional<std::string> unbrotli_bytes(std::string_view packed, std::size_t most);  // RFC 7932

}  // namespace broadsheet
