// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/document_store.h"

#include <limits>
#include <optional>
#include <stdexcept>

#include "indexer/segment/table_writer.h"

namespace broadsheet::glass {
namespace {

std::uint32_t small_size(const std::string& bytes) {
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("a document is too large");
  return static_cast<std::uint32_t>(bytes.size());
}

std::string slots_in_use(const std::map<Xapian::valueno, std::string>& values) {
  std::string slots;
  Xapian::valueno next = 0;
  for (const auto& [slot, value] : values) {
    append_uint(slots, slot - next);
    next = slot + 1;
  }
  return slots;
}

}  // namespace

void DocumentStore::add(const Document& document) {
  const std::string slots = slots_in_use(document.values);
  places_.push_back({file_.size(), small_size(document.data.bytes), small_size(document.termlist.bytes),
                     small_size(slots), document.length, document.data.compressed,
                     document.termlist.compressed});
  file_.append(document.data.bytes);
  file_.append(document.termlist.bytes);
  file_.append(slots);
}

std::string DocumentStore::data(Xapian::docid docid) const {
  const Place& place = places_[docid - 1];
  return unpack_tag({file_.read(place.begin, place.data_size), place.data_compressed});
}

void DocumentStore::write(const std::filesystem::path& folder, const Removed& removed,
                          TableRoots& roots) const {
  TableWriter termlists(folder / "termlist.glass");
  std::optional<TableWriter> data;
  std::string key;
  for (Xapian::docid docid = 1; docid <= last_docid(); ++docid) {
    if (removed.contains(docid)) continue;
    const Place& place = places_[docid - 1];
    const std::string bytes =
        file_.read(place.begin, std::size_t{place.data_size} + place.termlist_size + place.slots_size);
    const std::string_view all = bytes;
    key.clear();
    append_sortable_docid(key, docid);
    if (place.data_size > 0) {
      if (!data) data.emplace(folder / "docdata.glass");
      data->add(key, all.substr(0, place.data_size), place.data_compressed);
    }
    termlists.add(key, all.substr(place.data_size, place.termlist_size), place.termlist_compressed);
    key.push_back('\0');
    if (place.slots_size > 0) termlists.add(key, all.substr(place.data_size + place.termlist_size));
  }
  roots[Termlist] = termlists.finish();
  if (data) roots[Docdata] = data->finish();
}

}  // namespace broadsheet::glass
