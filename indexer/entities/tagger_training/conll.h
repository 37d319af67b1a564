// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <istream>
#include <vector>

#include "indexer/entities/tagger_training/annotated_text.h"

namespace broadsheet {

/// Reads articles in the form of CoNLL-2003: a word a line, its label in the last cell (IOB1 or IOB2, any
/// name for persons, places and bodies that open corpora use; other names are left out), an empty line
/// between sentences,
/// "-DOCSTART-" between articles. Words are put together as they are printed; user names and hash tags are
/// left out. lines_an_article: how many sentences make an article where nothing says so. Lines that are not
/// so are left out.
std::vector<AnnotatedArticle> read_conll(std::istream& in, std::size_t lines_an_article);

}  // namespace broadsheet
