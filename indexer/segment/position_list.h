// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string>

namespace broadsheet::glass {

/// Appends a position table's tag: uint last position; if there are more, as a stream of bits, lowest first:
/// the first one, the count - 2, and the others by interpolative coding, the middle one of each range first.
/// A number known to be below n takes the whole bits that n - 1 needs or one less, the shorter codes going to
/// the middle values. Source: glass_positionlist.cc, common/bitstream.cc; Moffat and Stuiver, "Binary
/// interpolative coding for effective index compression", 2000.
/// positions: at least one, strictly ascending.
void append_positions(std::string& out, std::span<const Xapian::termpos> positions);

}  // namespace broadsheet::glass
