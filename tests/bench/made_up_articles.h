// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet::test {

/// Appends one made-up article as a JSON line of some 3.3 KB: words as frequent and as rare as in news, a
/// date, a place, some names. The same numbers always give the same text; other numbers another id.
void append_made_up_article(std::string& text, std::uint64_t seed, std::uint64_t number);

}  // namespace broadsheet::test
