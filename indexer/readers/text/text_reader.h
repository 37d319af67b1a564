// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Plain text or Markdown: one article, as text_record.h has it. If --path gives the title, all of it is
/// body.
std::unique_ptr<DumpReader> make_text_reader(DumpSource source);

}  // namespace broadsheet
