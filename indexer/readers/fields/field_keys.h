// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/fields/record_fields.h"

namespace broadsheet {

/// What a key of someone's record means to us, and how well: of two keys for the same field the lower rank
/// wins.
struct KeyMatch {
  Field field;
  int rank = 0;
  bool is_markup = false;  // the key says that its value is HTML ("body_html")
};

/// Added to the rank of a key behind an envelope, or of a value that is only there for want of a better.
constexpr int kEnvelopeRank = 1000;
/// Best rank of a key by its name; what a record's shape tells ranks below it and wins.
constexpr int kFirstKeyRank = 10;

/// The meaning of a key as people write it in JSON and in table headers: dotted ("headline.main"), in any
/// case, with or without underscores, hyphens and spaces; behind envelopes such as "_source." or "fields.".
/// Nothing if it is none. Keys of: Elasticsearch exports, news-please, Common Crawl News, the Guardian's and
/// the New York Times' interfaces, NewsAPI, Webhose, Event Registry, Arc, WordPress, schema.org NewsArticle,
/// JSON Feed, ninjs, the data sets that are passed around, and the usual headers of tables.
std::optional<KeyMatch> recognise_key(std::string_view key);

}  // namespace broadsheet
