// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

/// A person as an archive has it: the name as shown and the number of articles.
struct PersonCount {
  std::string name;
  std::uint64_t articles = 0;
};

/// One group of names that are the same person: indexes into the input, the preferred name first.
using VariantGroup = std::vector<std::size_t>;

/// Groups (of two or more) among the persons of an archive: transliterated to Latin, the same given name and
/// the same surname but for spelling. Precision before recall: what is in doubt stays apart. The preferred
/// name is the one with most articles, then the smallest. The result does not depend on the order of the
/// input (but for indexes).
std::vector<VariantGroup> group_variants(const std::vector<PersonCount>& persons);

/// True if the two names are spellings of one person's name, by the rules of group_variants.
bool same_person_name(const std::string& a, const std::string& b);

}  // namespace broadsheet
