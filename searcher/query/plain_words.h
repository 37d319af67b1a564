// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/query/parser.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {

/// The query for a text in nobody's query language (a topic of a test collection, a headline): any of its
/// words. Balanced quotes are phrases; nothing else is an operator, and no punctuation is an error. Throws
/// Trouble if there is text but no word in it, or more than 1,000 words.
ParsedQuery read_plain_words(const TypedText& text);

}  // namespace broadsheet
