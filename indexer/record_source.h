// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/archive/ledger.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

/// A step through the inputs: a record of a dump, or the end of a file.
struct SourceStep {
  enum class Kind { Item, EndOfFile, Known } kind = Kind::Item;
  DumpItem item;            // of Item
  std::string dump;         // of Item: the dump's name, for messages
  std::string format;       // of Item
  std::string file;         // the file's canonical path: the ledger's key; empty for standard input
  Ledger::Input state;      // of EndOfFile: all but the balance; of Known: the balance as the ledger has it
  std::uint64_t bytes = 0;  // read so far over all files, as they lie on disk
};

/// What a source may pass over.
struct KnownInputs {
  Ledger ledger = {};            // as it was before the run; an empty one knows nothing
  std::string fingerprint = {};  // see Ledger::Input::options
  std::int64_t now = 0;          // seconds since 1970
  bool all_rejects = false;      // files with rejects are read again, so that the rejects can be told again
};

/// All records of all inputs, one after the other. Files that are known and unchanged are passed over in one
/// step. Not thread-safe, but may be handed from thread to thread.
class RecordSource {
 public:
  RecordSource(std::vector<InputFile> files, ReadOptions options, KnownInputs known);
  ~RecordSource();

  std::optional<SourceStep> next();

  /// Of all files together, on disk; 0 if unknown (standard input).
  std::uint64_t total_bytes() const { return total_bytes_; }

 private:
  std::optional<SourceStep> open_next_file();
  std::optional<Balance> known_balance(const FileState& state) const;
  SourceStep end_file();

  std::vector<InputFile> files_;
  ReadOptions options_;
  KnownInputs known_;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t bytes_of_closed_ = 0;
  std::size_t next_file_ = 0;
  std::unique_ptr<DumpFile> file_;
  std::optional<Dump> dump_;
  std::string key_;
  FileState state_;
};

}  // namespace broadsheet
