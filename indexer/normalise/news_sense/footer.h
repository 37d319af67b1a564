// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// True of a paragraph under a story that asks the reader for something or sends him elsewhere: likes,
/// shares, subscriptions, donations, "Read also: ...", cookie and copyright notices. Precision before recall:
/// a sentence that quotes such words, or reports about them, is none. Ask only about the last paragraphs.
bool is_footer(std::string_view paragraph);

}  // namespace broadsheet
