// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace broadsheet {

/// The Snowball stem (through Xapian) of a folded word in a language (ISO 639-1 code). Without a stemmer for
/// the language, or for "", the word itself. Thread-safe; remembers what it stemmed per thread.
std::string stem(std::string_view folded_word, std::string_view language);

/// What stem() asks, without its memory. Not thread-safe.
Xapian::Stem stemmer_of(std::string_view language);

/// True if words of this language have stems of their own.
bool has_stemmer(std::string_view language);

}  // namespace broadsheet
