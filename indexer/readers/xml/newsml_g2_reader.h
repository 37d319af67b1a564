// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// NewsML-G2: files of one <newsItem>, <newsMessage>s with many, or both one after another. Packages,
/// concepts, knowledge and planning items are Skips. <NewsItem>s of NewsML 1 and <newsitem>s of the Reuters
/// Corpora (RCV1, RCV2) that stand alone come here too, as their names differ in nothing but capitals.
std::unique_ptr<DumpReader> make_newsml_g2_reader(DumpSource source);

}  // namespace broadsheet
