// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/article.h"

namespace broadsheet {

/// The entities of an article: those given with its record, marked so, and beside them those found in its
/// title, dateline and body. Persons under the fullest form the article has, each once; countries with
/// `about` where they are its main subject. A country that is given is `about` too. Pure and thread-safe;
/// loads its data on first use.
Entities tag_entities(const Article& article, const Entities& given);

}  // namespace broadsheet
