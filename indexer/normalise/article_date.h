// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/normalise/news_sense/news_sense.h"
#include "indexer/normalise/normalise.h"
#include "indexer/readers/record.h"

namespace broadsheet {

/// Dates the article by the first of these that names a date: the record's own date (or that of --path), a
/// date line above the story, the dateline's day if its year can be known, the URL, the name of a text file,
/// the option. Of an ambiguous own date only the year is known, and kept. What is wrong with a date goes to
/// problems. Uses the article's language and url.
void date_article(Article& article, const Record& record, std::string_view format, const NewsSense& sense,
                  const NormaliseOptions& options, std::vector<std::string>& problems);

}  // namespace broadsheet
