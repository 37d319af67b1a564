// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/database_writer.h"

#include <algorithm>
#include <future>

#include "indexer/segment/position_table.h"
#include "indexer/segment/posting_table.h"
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
    : scratch_(std::move(scratch)), memory_(memory), documents_(scratch_) {}

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
  const std::vector<std::uint32_t> order = inversion_.sorted_terms();
  const auto run = inversion_.run(order, RunPart::Both);
  runs_.push_back(std::make_unique<RunFile>(scratch_ / ("run" + std::to_string(runs_.size())), *run));
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

MergedRuns DatabaseWriter::all_runs(const std::vector<std::uint32_t>& order, RunPart part) const {
  std::vector<std::unique_ptr<TermRun>> runs;
  for (const auto& file : runs_) runs.push_back(file->run());
  if (!inversion_.empty()) runs.push_back(inversion_.run(order, part));
  return MergedRuns(std::move(runs));
}

FileSums DatabaseWriter::finish(const std::filesystem::path& folder, const std::function<void()>& meanwhile) {
  const std::vector<std::uint32_t> order = inversion_.sorted_terms();
  FileSums position_sums;
  auto positions = std::async(std::launch::async, [&] {
    return write_positions(folder, all_runs(order, RunPart::Positions), removed_, position_sums);
  });
  TableRoots roots;
  FileSums sums;
  documents_.finish(folder, removed_, roots, sums);
  const std::vector<Posting> all_lengths = lengths();
  PostingTable postings(folder);
  postings.add_metadata(metadata_);
  postings.add_values(values_, removed_);
  postings.add_lengths(all_lengths);
  postings.add_terms(all_runs(order, RunPart::Postings), removed_);
  roots[Postlist] = postings.finish();
  sums["postlist.glass"] = postings.sum();
  const Statistics all = statistics_of(all_lengths, postings.largest_wdf());
  const std::string uuid = random_uuid();
  if (meanwhile) {
    write_version_file(folder, uuid, roots, all);
    meanwhile();
  }
  roots[Position] = positions.get();
  sums.merge(position_sums);
  sums["iamglass"] = write_version_file(folder, uuid, roots, all);
  return sums;
}

}  // namespace broadsheet::glass
