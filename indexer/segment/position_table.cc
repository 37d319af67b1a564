// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/position_table.h"

#include <optional>
#include <string>

#include "indexer/segment/table_writer.h"

namespace broadsheet::glass {

TableRoot write_positions(const std::filesystem::path& folder, MergedRuns runs, const Removed& removed,
                          FileSums& sums) {
  std::optional<TableWriter> table;
  std::string key;
  for (auto same_term = runs.next(); !same_term.empty(); same_term = runs.next()) {
    key.clear();
    append_sortable_term(key, same_term.front()->current().term);
    key.push_back('\0');
    const std::size_t of_term = key.size();
    for (const TermRun* run : same_term) {
      Xapian::docid docid = 0;
      for (std::string_view rest = run->current().positions; !rest.empty();) {
        docid += static_cast<Xapian::docid>(take_uint(rest));
        const std::string_view tag = take_string(rest);
        if (removed.contains(docid)) continue;
        if (!table) table.emplace(folder / "position.glass");
        key.resize(of_term);
        append_sortable_docid(key, docid);
        table->add(key, tag);
      }
    }
  }
  if (!table) return {};
  const TableRoot root = table->finish();
  sums["position.glass"] = table->sum();
  return root;
}

}  // namespace broadsheet::glass
