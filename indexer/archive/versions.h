// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/article.h"

namespace broadsheet {

/// How an article stands to the one that has its identity already.
enum class Relation { Newer, Older, Unrelated };

/// Older by version number, then by modified time; otherwise newer, since it comes later. Unrelated if
/// neither the titles agree nor the bodies share a good part of their words: an id used for two different
/// articles.
Relation relation(const Article& old_one, const Article& new_one);

}  // namespace broadsheet
