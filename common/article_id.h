// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// True if an id as typed means the article with this identity: the identity itself, the record's own id
/// (what follows a colon in the identity), or the first digits (six or more) of the short id (schema.h).
/// Exact identities go before the others: look for one first.
bool names_article(std::string_view id, std::string_view identity);

/// The bytes of slot::kId, never none: a byte, how many of the identity's last bytes are the record's own id;
/// or a zero byte and that id, where the identity does not end with it or it is longer than 255 bytes.
std::string encode_id(std::string_view id, std::string_view identity);
/// Nothing if no id was encoded so. Good as long as both.
std::optional<std::string_view> decode_id(std::string_view encoded, std::string_view identity);

}  // namespace broadsheet
