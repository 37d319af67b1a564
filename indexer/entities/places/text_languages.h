// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/article_text.h"
#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// The set of one language (ISO 639-1) of function_words.tsv; empty for others. Thread-safe.
LanguageSet language_set(std::string_view code);

/// All languages of function_words.tsv but English.
LanguageSet foreign_languages();

/// The languages whose most frequent words stand in the text more often than the English ones do. This is not
/// to name a text's language but to tell whether a word like "Island" can be one of another language. Looks
/// at no more than the first 16 KB. Thread-safe.
LanguageSet likely_languages(const std::vector<TextPart>& parts);

/// The languages other than English whose frequent words make up most of those in an article's first words,
/// none of a text that has none. Kin languages share such words: several may come out. Thread-safe.
LanguageSet languages_of(std::span<const NameToken> tokens);

/// True unless frequent words of another language make up a good part of the first 250 words and outnumber
/// the English ones: tables of results have hardly any of either. Thread-safe.
bool may_be_english(std::span<const NameToken> tokens);

}  // namespace broadsheet
