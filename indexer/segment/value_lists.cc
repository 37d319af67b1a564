// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/value_lists.h"

#include "common/glass_format.h"

namespace broadsheet::glass {
namespace {

std::string statistics_key(Xapian::valueno slot) {
  std::string key(kValueStatisticsKey);
  for (; slot != 0; slot >>= 8) key.push_back(static_cast<char>(slot));
  return key;
}

std::string chunk_key(Xapian::valueno slot, Xapian::docid first) {
  std::string key(kValueChunkKey);
  append_uint(key, slot);
  append_sortable_docid(key, first);
  return key;
}

/// One list of values, cut into chunks.
class ChunkWriter {
 public:
  ChunkWriter(TableWriter& table, Xapian::valueno slot) : table_(table), slot_(slot) {}

  void add(Xapian::docid docid, std::string_view value) {
    if (chunk_.size() >= kChunkBytes) finish();
    if (chunk_.empty()) {
      first_ = docid;
    } else {
      append_uint(chunk_, docid - last_ - 1);
    }
    append_string(chunk_, value);
    last_ = docid;
  }

  void finish() {
    if (!chunk_.empty()) table_.add(chunk_key(slot_, first_), chunk_);
    chunk_.clear();
  }

 private:
  TableWriter& table_;
  Xapian::valueno slot_;
  std::string chunk_;
  Xapian::docid first_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace

void ValueLists::add(Xapian::docid docid, const std::map<Xapian::valueno, std::string>& values) {
  for (const auto& [number, value] : values) {
    Slot& slot = slots_[number];
    const std::size_t before = slot.values.size();
    append_uint(slot.values, docid - slot.last);
    append_string(slot.values, value);
    slot.last = docid;
    bytes_ += slot.values.size() - before;
  }
}

void ValueLists::visit(Xapian::valueno slot, const Removed& removed, const Visitor& visitor) const {
  const auto found = slots_.find(slot);
  if (found == slots_.end()) return;
  Xapian::docid docid = 0;
  for (std::string_view rest = found->second.values; !rest.empty();) {
    docid += static_cast<Xapian::docid>(take_uint(rest));
    const std::string_view value = take_string(rest);
    if (!removed.contains(docid)) visitor(docid, value);
  }
}

void ValueLists::write_statistics(TableWriter& table, Xapian::valueno slot, const Removed& removed) const {
  std::uint64_t frequency = 0;
  std::string_view lowest;
  std::string_view highest;
  visit(slot, removed, [&](Xapian::docid, std::string_view value) {
    if (frequency == 0 || value < lowest) lowest = value;
    if (frequency == 0 || value > highest) highest = value;
    ++frequency;
  });
  if (frequency == 0) return;
  std::string tag;
  append_uint(tag, frequency);
  append_string(tag, lowest);
  if (lowest != highest) tag.append(highest);
  table.add(statistics_key(slot), tag);
}

void ValueLists::write_chunks(TableWriter& table, Xapian::valueno slot, const Removed& removed) const {
  ChunkWriter chunks(table, slot);
  visit(slot, removed, [&](Xapian::docid docid, std::string_view value) { chunks.add(docid, value); });
  chunks.finish();
}

void ValueLists::write(TableWriter& table, const Removed& removed) const {
  // Slot numbers above 127 do not sort in keys as numbers do, and differently in each of the two kinds.
  std::map<std::string, Xapian::valueno> by_statistics_key;
  std::map<std::string, Xapian::valueno> by_chunk_key;
  for (const auto& [slot, values] : slots_) {
    by_statistics_key[statistics_key(slot)] = slot;
    by_chunk_key[chunk_key(slot, 0)] = slot;
  }
  for (const auto& [key, slot] : by_statistics_key) write_statistics(table, slot, removed);
  for (const auto& [key, slot] : by_chunk_key) write_chunks(table, slot, removed);
}

}  // namespace broadsheet::glass
