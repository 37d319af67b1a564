// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Plain text or Markdown: one article. Its first line that is not empty is the title (without the "#" of
/// Markdown), all that follows the body, as they are. Before the title may stand a line that is a URL and one
/// that is an ISO date, as some corpora have them. If --path gives the title, all of it is body.
std::unique_ptr<DumpReader> make_text_reader(DumpSource source);

}  // namespace broadsheet
