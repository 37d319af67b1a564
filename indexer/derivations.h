// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/archive/derive.h"

namespace broadsheet {

/// What makes the derived files of every archive, by kind.
Derivations derivations();

}  // namespace broadsheet
