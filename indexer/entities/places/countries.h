// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/entities/article_text.h"

namespace broadsheet {

/// The countries that a text names or whose people, capitals, cities, regions or bodies it names; `about` by
/// salience. A match inside one of the person_spans does not count. Pure and thread-safe; loads its data on
/// first use.
std::vector<CountryTag> find_countries(const std::vector<TextPart>& parts,
                                       const std::vector<Span>& person_spans);

/// True if a name as printed is, as a whole, a form of a country, region or town ("Abou Dabi"). Thread-safe.
bool is_place_form(std::string_view name);

}  // namespace broadsheet
