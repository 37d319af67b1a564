// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/glass_format.h"
#include "indexer/segment/document.h"
#include "indexer/segment/table_writer.h"
#include "indexer/segment/value_lists.h"

namespace broadsheet::glass {

/// What a segment holds by document - data, termlist, slots in use. Documents come in the order of the
/// tables, so these are written at once; where documents leave again, they are copied without them at the
/// end. Not thread-safe. Throws as TableWriter does.
class DocumentStore {
 public:
  /// scratch: an existing folder, on the file system of that which finish() is given.
  explicit DocumentStore(const std::filesystem::path& scratch);

  /// The first one is document 1.
  void add(const Document& document);
  std::string data(Xapian::docid docid) const;
  Xapian::termcount length(Xapian::docid docid) const { return places_[docid - 1].length; }
  Xapian::docid last_docid() const { return static_cast<Xapian::docid>(places_.size()); }

  /// Puts docdata.glass, if there is any data, and termlist.glass into the folder. The store is done.
  void finish(const std::filesystem::path& folder, const Removed& removed, TableRoots& roots, FileSums& sums);

 private:
  struct Place {
    std::uint32_t data_leaf = 0;  // kNoData: it has none
    Xapian::termcount length = 0;
  };
  static constexpr std::uint32_t kNoData = 0xffffffff;

  std::filesystem::path scratch_;
  TableWriter termlists_;
  std::optional<TableWriter> data_;
  std::vector<Place> places_;
  std::string key_;
};

}  // namespace broadsheet::glass
