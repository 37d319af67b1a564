// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// The bytes that base64 text stands for (RFC 4648, section 4), white space ignored; nothing if it has any
/// other character.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace broadsheet
