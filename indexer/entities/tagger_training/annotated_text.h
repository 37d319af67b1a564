// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/entities/tagger/labels.h"

namespace broadsheet {

/// Bytes [begin, end) of a line are a name.
struct AnnotatedName {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameType type = NameType::Person;
  bool operator==(const AnnotatedName&) const = default;
};

/// A sentence or heading, as printed.
struct AnnotatedLine {
  std::string text;
  std::vector<AnnotatedName> names;  // in order, none overlapping another
};

/// What is read together: a name of one line explains names of others.
using AnnotatedArticle = std::vector<AnnotatedLine>;

}  // namespace broadsheet
