// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/authority/authority.h"

namespace broadsheet {

/// What an article tells of whom a surname that stands alone in it may mean.
struct NameSetting {
  std::optional<int> year;             // of publication; nothing if undated
  std::vector<std::string> countries;  // mentioned in the article, lower-case codes
};

/// The person of the authority file whom a surname alone means: the only one who was in the news by then and
/// acts for one of the article's countries; of several the one in office, the last if a father and a son
/// were. Null if there is none or a doubt. surname is folded by fold_value. Pure and thread-safe.
const AuthorityPerson* bearer_of(std::string_view surname, const NameSetting& setting);

/// The head of state or government whom "President Reagan" means in that year, whatever countries the article
/// names: the only one of that surname in the news then who was one, the last of a father and a son. Null if
/// there is none or a doubt. surname is folded by fold_value. Pure and thread-safe.
const AuthorityPerson* leader_of(std::string_view surname, int year);

}  // namespace broadsheet
