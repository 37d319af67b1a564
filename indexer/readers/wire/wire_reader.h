// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Messages of IPTC 7901 and ANPA 1312, one or many to a dump, each read by what its header is. A message
/// goes from its SOH to its EOT, to the next SOH, or to the end.
std::unique_ptr<DumpReader> make_iptc7901_reader(DumpSource source);
std::unique_ptr<DumpReader> make_anpa_reader(DumpSource source);

}  // namespace broadsheet
