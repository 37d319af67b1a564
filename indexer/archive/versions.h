// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/article.h"

namespace broadsheet {

/// How an article stands to the one that has its identity already.
enum class Relation { Newer, Older, Unrelated };

/// Older by version number, then by modified time, then if only the old one has a text; otherwise newer,
/// since it comes later. Unrelated if the bodies do not share a good part of their words or, where one is
/// empty, the titles differ: an id used for two different articles.
Relation relation(const Article& old_one, const Article& new_one);

}  // namespace broadsheet
