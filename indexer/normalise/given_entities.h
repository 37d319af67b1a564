// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/readers/record.h"

namespace broadsheet {

/// The persons, organisations and countries that a decoded record carries: tidy, each once; "Last, First"
/// turned round. A country that find_country does not know is left out, with a line in problems.
Entities given_entities(const Record& record, std::vector<std::string>& problems);

/// Values as shown (clean_line), none empty, those that fold to the same value once.
std::vector<std::string> distinct_values(const std::vector<std::string>& values);

}  // namespace broadsheet
