// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/segment/output_file.h"

namespace broadsheet::glass {

/// All that a run of documents says of one term.
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
/// term, postings and positions as uints, then these three. A scratch file, read once only. Throws
/// std::system_error; std::runtime_error if the file was cut short.
class FileRun : public TermRun {
 public:
  /// Writes all of a run; the file must not exist.
  FileRun(const std::filesystem::path& path, TermRun& run);

  bool next() override;
  const TermInRun& current() const override { return current_; }

 private:
  /// Has so many bytes from at_ on in buffer_, if the file has them.
  void fill(std::size_t bytes);
  std::size_t take_size();

  OutputFile file_;
  std::string buffer_;
  std::size_t at_ = 0;       // in buffer_
  std::uint64_t begin_ = 0;  // of buffer_ in the file
  TermInRun current_;
};

}  // namespace broadsheet::glass
