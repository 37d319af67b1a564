// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/normalise/normalise.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

/// What one run of broadsheet-index is asked to do.
struct IndexRequest {
  enum class Task { Index, Check, Repair, Reindex };  // the last three take no inputs

  Task task = Task::Index;
  std::string archive;
  std::vector<std::string> inputs;
  ReadOptions reading;
  NormaliseOptions normalising;
  bool find_entities = true;  // --entities all
  unsigned jobs = 1;
  std::uint64_t memory = 0;  // bytes
  std::string rejects_file;
  std::vector<std::string> remove;
  std::vector<std::string> restore;
  bool optimize = false;
  bool dry_run = false;
  bool quiet = false;
};

/// All that changes what is made of an unchanged file: part of the ledger's key.
std::string fingerprint(const IndexRequest& request);

/// What the command line asks for. text is not empty if it asks for a text (--help, --version) instead.
struct IndexCommand {
  IndexRequest request;
  std::string text;
};

/// Throws InputError for a command line that cannot be carried out.
IndexCommand parse_index_command(int argc, const char* const* argv);

}  // namespace broadsheet
