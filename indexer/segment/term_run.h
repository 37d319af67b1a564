// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/segment/output_file.h"

namespace broadsheet::glass {

/// What of a run is to be read.
enum class RunPart { Postings, Positions, Both };

/// What a run of documents says of one term; empty where it was not asked for.
struct TermInRun {
  std::string_view term;
  std::string_view postings;   // (uint gap, uint wdf) for each document: the first gap counts from docid 0
  std::string_view positions;  // (uint gap, string position tag) for each document that has positions
};

/// The terms of a run of documents in byte order, one at a time. A run's docids are all above those of the
/// run before.
class TermRun {
 public:
  virtual ~TermRun() = default;

  /// Goes to the next term, at first to the first; false at the end.
  virtual bool next() = 0;
  /// Valid until the next next().
  virtual const TermInRun& current() const = 0;
};

/// A run that was written to a file because memory was full. Format: of each term the sizes of
/// term, postings and positions as uints, then these three. A scratch file. Throws std::system_error;
/// std::runtime_error if the file was cut short.
class RunFile {
 public:
  /// Writes all of a run; the file must not exist.
  RunFile(const std::filesystem::path& path, TermRun& run);

  /// From the beginning. Must not outlive the file. Each may be read in a thread of its own.
  std::unique_ptr<TermRun> run() const;

 private:
  class Run;

  OutputFile file_;
};

}  // namespace broadsheet::glass
