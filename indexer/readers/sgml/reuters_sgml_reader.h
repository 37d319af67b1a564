// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// The SGML of the Reuters-21578 collection (its README, section V): <REUTERS ... NEWID="1"> ... </REUTERS>,
/// not well-formed, with references to control characters. A record without a <BODY> has what stands in
/// <TEXT> outside other elements; where it has no <TITLE> either, its first line is the title too.
std::unique_ptr<DumpReader> make_reuters_sgml_reader(DumpSource source);

}  // namespace broadsheet
