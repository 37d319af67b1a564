// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/document_store.h"

#include <stdexcept>

#include "indexer/segment/table_reader.h"

namespace broadsheet::glass {
namespace {

namespace fs = std::filesystem;

std::string slots_in_use(const std::map<Xapian::valueno, std::string>& values) {
  std::string slots;
  Xapian::valueno next = 0;
  for (const auto& [slot, value] : values) {
    append_uint(slots, slot - next);
    next = slot + 1;
  }
  return slots;
}

/// Writes the entries of a table whose documents stayed to a new one, which is made if there are any.
void copy_without(const TableWriter& table, const Removed& removed, const fs::path& target,
                  std::optional<TableWriter>& copy) {
  for (TableReader entries(table); entries.next();) {
    if (removed.contains(sortable_docid(entries.key()))) continue;
    if (!copy) copy.emplace(target, Filling::Tight);
    copy->add(entries.key(), entries.tag(), entries.compressed());
  }
}

/// Completes a table in its place in the folder.
TableRoot settle(TableWriter& table, const Removed& removed, const fs::path& target, bool even_empty,
                 FileSums& sums) {
  const std::string name = target.filename().string();
  TableRoot root = table.finish();
  if (removed.size() == 0) {
    fs::rename(table.path(), target);
    sums[name] = table.sum();
    return root;
  }
  std::optional<TableWriter> copy;
  if (even_empty) copy.emplace(target, Filling::Tight);
  copy_without(table, removed, target, copy);
  if (!copy) return {};
  root = copy->finish();
  sums[name] = copy->sum();
  return root;
}

}  // namespace

DocumentStore::DocumentStore(const fs::path& scratch)
    : scratch_(scratch), termlists_(scratch / "documents.termlists", Filling::Tight) {}

void DocumentStore::add(const Document& document) {
  if (document.data.bytes.size() > UINT32_MAX || document.termlist.bytes.size() > UINT32_MAX)
    throw std::length_error("a document is too large");
  Place place{kNoData, document.length};
  key_.clear();
  append_sortable_docid(key_, last_docid() + 1);
  if (!document.data.bytes.empty()) {
    if (!data_) data_.emplace(scratch_ / "documents.data", Filling::Tight);
    place.data_leaf = data_->current_leaf();
    data_->add(key_, document.data.bytes, document.data.compressed);
  }
  termlists_.add(key_, document.termlist.bytes, document.termlist.compressed);
  key_.push_back('\0');
  if (const std::string slots = slots_in_use(document.values); !slots.empty()) termlists_.add(key_, slots);
  places_.push_back(place);
}

std::string DocumentStore::data(Xapian::docid docid) const {
  const Place& place = places_[docid - 1];
  if (place.data_leaf == kNoData) return {};
  std::string key;
  append_sortable_docid(key, docid);
  for (TableReader entries(*data_, place.data_leaf); entries.next();) {
    if (entries.key() == key) return unpack_tag({entries.tag(), entries.compressed()});
  }
  throw std::logic_error("a document of a segment is gone");
}

void DocumentStore::finish(const fs::path& folder, const Removed& removed, TableRoots& roots,
                           FileSums& sums) {
  roots[Termlist] = settle(termlists_, removed, folder / "termlist.glass", true, sums);
  if (data_) roots[Docdata] = settle(*data_, removed, folder / "docdata.glass", false, sums);
}

}  // namespace broadsheet::glass
