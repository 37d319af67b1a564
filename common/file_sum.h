// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace broadsheet {

/// What tells whether a file is as it was written.
struct FileSum {
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;  // hash64 of its bytes
  bool operator==(const FileSum&) const = default;
};

/// By path within the archive, "segments/0001/postlist.glass".
using FileSums = std::map<std::string, FileSum>;

/// The sum of a file whose bytes come one piece after another.
class RunningSum {
 public:
  RunningSum();
  ~RunningSum();
  RunningSum(const RunningSum&) = delete;
  RunningSum& operator=(const RunningSum&) = delete;

  void add(std::string_view bytes);
  /// Of all until now.
  FileSum sum() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::uint64_t size_ = 0;
};

/// Reads a file to its end. Throws std::system_error that names it if it cannot be read.
FileSum sum_file(const std::filesystem::path& file);

enum class Depth {
  Size,    // one system call; files of a few kilobytes are read all the same
  Content  // every byte
};

/// What is wrong with a file, as the rest of a sentence that begins with its name: "is missing"; empty if
/// nothing is.
std::string file_trouble(const std::filesystem::path& file, const FileSum& expected, Depth depth);

/// Throws InputError for the first of the files that has a trouble, and says what to do.
void require_files(const std::filesystem::path& archive, const FileSums& files, Depth depth);

}  // namespace broadsheet
