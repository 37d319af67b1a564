// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/record_fields.h"

namespace broadsheet {

/// What a key of someone's record means to us, and how well: of two keys for the same field the lower rank
/// wins.
struct KeyMatch {
  Field field;
  int rank = 0;
  bool is_markup = false;  // the key says that its value is HTML ("body_html")
};

/// The meaning of a key as people write it in JSON and in table headers: dotted ("headline.main"), in any
/// case, with or without underscores, hyphens and spaces; behind envelopes such as "_source." or "fields.".
/// Nothing if it is none. Keys of: Elasticsearch exports, news-please, Common Crawl News, the Guardian's and
/// the New York Times' interfaces, NewsAPI, Webhose, WordPress, schema.org NewsArticle, JSON Feed, ninjs, and
/// the usual headers of tables.
std::optional<KeyMatch> recognise_key(std::string_view key);

}  // namespace broadsheet
