// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "indexer/archive/ledger.h"

namespace broadsheet {

/// One line of a run's report: something that became of a record other than being indexed, or that a person
/// should know.
struct RunEvent {
  std::string_view kind;  // "reject", "skip", "update", "kill", "collision", "problem"
  std::string_view input;
  std::uint64_t record = 0;  // 1-based within the input
  std::uint64_t offset = 0;  // bytes
  std::string_view id;
  std::string_view reason;
  std::string_view first_bytes;
};

/// The report of one run as JSON lines in the archive's runs/, written as it happens, and the rejects once
/// more in a file of the user's choice. Not thread-safe.
class RunReport {
 public:
  /// Opens runs/NNNN.jsonl with the next free number. rejects_file may be empty. Throws InputError if it
  /// cannot be written.
  RunReport(const std::filesystem::path& archive, const std::filesystem::path& rejects_file);

  /// Of problems, which an article may have and be indexed all the same, the first ten thousand are listed
  /// and the others counted.
  void write(const RunEvent& event);
  /// The last lines: the balance of the records read of each format, then that of the whole run, sealed
  /// (common/seal.h). Throws InputError if the report could not be written.
  void finish(const Balance& balance, const std::map<std::string, Balance>& by_format,
              std::string_view started, std::string_view finished);

 private:
  std::filesystem::path path_;
  std::ofstream file_;
  std::ofstream rejects_;
  std::uint64_t problems_ = 0;
};

/// Now as ISO 8601 in UTC.
std::string utc_now();

}  // namespace broadsheet
