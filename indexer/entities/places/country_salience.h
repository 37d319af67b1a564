// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/entities/article_text.h"
#include "indexer/entities/places/place_context.h"

namespace broadsheet {

/// The countries of the places, each once, sorted by code. A country is what the article is about if its
/// mentions weigh enough, by themselves and beside those of the other countries: those of the title, the
/// dateline and the lead more than the body's, a country's name more than a city of it. Of a lone country
/// little is asked.
std::vector<CountryTag> weigh_countries(const std::vector<TextPart>& parts,
                                        const std::vector<FoundPlace>& places);

}  // namespace broadsheet
