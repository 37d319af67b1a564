// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/segment/document.h"
#include "indexer/segment/glass_format.h"
#include "indexer/segment/output_file.h"
#include "indexer/segment/value_lists.h"

namespace broadsheet::glass {

/// What a segment holds by document - data, termlist, slots in use - in a scratch file until it is written.
/// Not thread-safe. Throws std::system_error.
class DocumentStore {
 public:
  explicit DocumentStore(const std::filesystem::path& scratch_file) : file_(scratch_file) {}

  /// The first one is document 1.
  void add(const Document& document);
  std::string data(Xapian::docid docid) const;
  Xapian::termcount length(Xapian::docid docid) const { return places_[docid - 1].length; }
  Xapian::docid last_docid() const { return static_cast<Xapian::docid>(places_.size()); }

  /// Writes docdata.glass, if there is any data, and termlist.glass.
  void write(const std::filesystem::path& folder, const Removed& removed, TableRoots& roots) const;

 private:
  struct Place {
    std::uint64_t begin = 0;  // data, termlist, slots: one after the other
    std::uint32_t data_size = 0;
    std::uint32_t termlist_size = 0;
    std::uint32_t slots_size = 0;
    Xapian::termcount length = 0;
    bool data_compressed = false;
    bool termlist_compressed = false;
  };

  OutputFile file_;
  std::vector<Place> places_;
};

}  // namespace broadsheet::glass
