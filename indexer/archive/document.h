// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/schema.h"
#include "indexer/segment/document.h"

namespace broadsheet {

/// A facet value's label, to be written into the segment's metadata.
struct Label {
  Facet facet = Facet::Person;
  ValueId id = 0;
  std::string text;
};

/// An article as it goes into a new segment: terms, positions, slots and data as common/schema.h says.
struct BuiltDocument {
  std::string identity;
  glass::Document document;
  std::vector<Label> labels;
  std::uint64_t content = 0;  // content_hash()
};

/// Pure and thread-safe.
BuiltDocument build_document(const StoredArticle& stored);

/// The document that stands for a version that a newer one replaced: readable, not searchable. data: as
/// encode_article wrote it. For a new segment, and for Xapian's own writer.
BuiltDocument build_superseded(const std::string& data);
Xapian::Document superseded_for_xapian(const std::string& data);

/// What must be equal for two records with one identity to be the same version: hash64 of the article and
/// what was given with it. Entities found in the text do not count, so that a better tagger is no new
/// version.
std::uint64_t content_hash(const StoredArticle& stored);

}  // namespace broadsheet
