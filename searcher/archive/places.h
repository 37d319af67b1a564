// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive/glass_table.h"

namespace broadsheet {

/// The articles of a segment in which a term has positions, docids ascending. Requires that the table
/// outlives it. All may throw Xapian::DatabaseCorruptError.
class PlacesOfTerm {
 public:
  PlacesOfTerm(const GlassTable& positions, std::string_view term);

  /// Goes to the first article whose docid is not less, and returns it; 0 if there is none.
  Xapian::docid seek(Xapian::docid docid);

  /// The positions in the article that seek() found, encoded: for read_places(). As GlassCursor::tag().
  std::string_view encoded(std::string& buffer) const { return cursor_.tag(buffer); }

 private:
  GlassCursor cursor_;
  std::string key_;        // of the last look-up
  std::size_t term_size_;  // of its first part, which is the term's
};

/// Appends positions, ascending. Throws Xapian::DatabaseCorruptError if that is no list of them.
void read_places(std::string_view encoded, std::vector<Xapian::termpos>& places);

}  // namespace broadsheet
