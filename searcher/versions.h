// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/archive/archive.h"
#include "searcher/response.h"

namespace broadsheet {

/// Every version that the archive has of the article that an id names, newest first: the one that is
/// searched, those that it replaced, and those of other articles that it stands in for. The full identity of
/// an article that another one replaced names its versions too. Throws InputError as Archive::find_article
/// does.
std::vector<Hit> list_versions(const Archive& archive, const std::string& id);

}  // namespace broadsheet
