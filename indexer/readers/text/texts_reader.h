// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Many articles in one text file, in the layouts of text_layout.h. A text that is in none of them is one
/// article. No more than one article is held at a time.
std::unique_ptr<DumpReader> make_texts_reader(DumpSource source);

}  // namespace broadsheet
