// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// True if an id as typed means the article with this identity: the identity itself, the record's own id
/// (what follows a colon in the identity), or the first digits (six or more) of the short id (schema.h).
/// Exact identities go before the others: look for one first.
bool names_article(std::string_view id, std::string_view identity);

}  // namespace broadsheet
