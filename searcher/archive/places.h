// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive/archive.h"
#include "searcher/archive/glass_table.h"

namespace broadsheet {

/// Positions as they are stored.
struct EncodedPlaces {
  std::string_view bytes;
  std::size_t at_most = std::numeric_limits<std::size_t>::max();  // so many of them, from the first one on
};

/// The articles of a segment in which a term has positions, docids ascending. Words of the title have none
/// of their own: theirs are the word's first ones, as many as it occurs there. Requires that the segment
/// outlives it. All may throw Xapian::DatabaseCorruptError.
class PlacesOfTerm {
 public:
  /// Of a word or a byline's word.
  PlacesOfTerm(const GlassTable& positions, std::string_view term);
  /// Of these or a title's word.
  PlacesOfTerm(const Segment& segment, std::string_view term);

  /// Goes to the first article whose docid is not less, and returns it; 0 if there is none. Of a title's word
  /// docids must not descend from call to call.
  Xapian::docid seek(Xapian::docid docid);

  /// The positions in the article that seek() found, for read_places(). buffer: as for GlassCursor::tag().
  EncodedPlaces encoded(std::string& buffer) const;

 private:
  Xapian::docid seek_places(Xapian::docid docid);

  std::optional<Xapian::PostingIterator> titles_;  // the articles that have the word in the title
  Xapian::PostingIterator titles_end_;
  GlassCursor cursor_;
  std::string key_;        // of the last look-up
  std::size_t term_size_;  // of its first part, which is the term's
};

/// Appends positions, ascending. Throws Xapian::DatabaseCorruptError if that is no list of them.
void read_places(EncodedPlaces encoded, std::vector<Xapian::termpos>& places);

}  // namespace broadsheet
