// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace broadsheet {

/// The bytes of an archive's forms file (common/person_forms.h), of those persons of the authority file whom
/// articles of the segments name. Throws Xapian::Error.
std::string make_person_forms(const std::vector<Xapian::Database>& segments);

}  // namespace broadsheet
