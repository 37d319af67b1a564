// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/database_writer.h"

#include <algorithm>
#include <future>

#include "indexer/segment/posting_tables.h"
#include "indexer/segment/version_file.h"

namespace broadsheet::glass {
namespace {

Statistics statistics_of(const std::vector<Posting>& lengths, Xapian::termcount largest_wdf) {
  Statistics all;
  all.documents = static_cast<Xapian::doccount>(lengths.size());
  all.last_docid = lengths.empty() ? 0 : lengths.back().docid;
  all.largest_wdf = largest_wdf;
  for (const auto& [docid, length] : lengths) {
    all.total_length += length;
    all.longest_document = std::max(all.longest_document, length);
    if (length != 0 && (all.shortest_document == 0 || length < all.shortest_document))
      all.shortest_document = length;
  }
  return all;
}

}  // namespace

DatabaseWriter::DatabaseWriter(std::filesystem::path scratch, std::uint64_t memory)
    : scratch_(std::move(scratch)), memory_(memory), documents_(scratch_ / "documents") {}

Xapian::docid DatabaseWriter::add(const Document& document) {
  constexpr std::uint64_t kLeastMemory = 2 << 20;
  documents_.add(document);
  const Xapian::docid docid = documents_.last_docid();
  values_.add(docid, document.values);
  inversion_.add(docid, document);
  if (inversion_.bytes_in_memory() > std::max(memory_, kLeastMemory)) write_run();
  return docid;
}

void DatabaseWriter::write_run() {
  const auto run = inversion_.run();
  runs_.push_back(std::make_unique<FileRun>(scratch_ / ("run" + std::to_string(runs_.size())), *run));
  inversion_ = Inversion();
}

void DatabaseWriter::visit_values(Xapian::valueno slot, const ValueLists::Visitor& visitor) const {
  values_.visit(slot, removed_, visitor);
}

std::vector<Posting> DatabaseWriter::lengths() const {
  std::vector<Posting> lengths;
  for (Xapian::docid docid = 1; docid <= documents_.last_docid(); ++docid) {
    if (!removed_.contains(docid)) lengths.push_back({docid, documents_.length(docid)});
  }
  return lengths;
}

Xapian::termcount DatabaseWriter::write_postings(const std::filesystem::path& folder,
                                                 const std::vector<Posting>& lengths, TableRoots& roots) {
  PostingTables tables(folder);
  tables.add_metadata(metadata_);
  tables.add_values(values_, removed_);
  tables.add_lengths(lengths);
  if (!inversion_.empty()) runs_.push_back(inversion_.run());
  tables.add_terms(runs_, removed_);
  runs_.clear();
  tables.finish(roots);
  return tables.largest_wdf();
}

void DatabaseWriter::finish(const std::filesystem::path& folder) {
  const std::vector<Posting> all_lengths = lengths();
  TableRoots roots;
  TableRoots document_roots;
  auto by_document =
      std::async(std::launch::async, [&] { documents_.write(folder, removed_, document_roots); });
  const Xapian::termcount largest_wdf = write_postings(folder, all_lengths, roots);
  by_document.get();
  roots[Docdata] = document_roots[Docdata];
  roots[Termlist] = document_roots[Termlist];
  write_version_file(folder, roots, statistics_of(all_lengths, largest_wdf));
}

}  // namespace broadsheet::glass
