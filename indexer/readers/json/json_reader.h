// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// JSON in the layouts of json_splitter.h, with the keys of field_keys.h. What is not UTF-8 is repaired first
/// (unicode_stream.h), so all records are UTF-8.
std::unique_ptr<DumpReader> make_json_reader(DumpSource source);

}  // namespace broadsheet
