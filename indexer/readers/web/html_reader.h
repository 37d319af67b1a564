// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// A saved page of a news site: one page is one record, or a skip if it is no article (html_page.h).
std::unique_ptr<DumpReader> make_html_reader(DumpSource source);

}  // namespace broadsheet
