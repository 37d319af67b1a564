// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/derive.h"

namespace broadsheet {

/// The bytes of an archive's forms file (common/person_forms.h), of those persons of the authority file whom
/// articles of the segments name. Throws Xapian::Error.
std::string make_person_forms(const std::vector<SegmentView>& segments);

}  // namespace broadsheet
