// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace broadsheet {

/// Throws the InputError of a file that belongs to the programs: what it is, where, and why it is refused.
[[noreturn]] void refuse_file(const std::string& what, const std::filesystem::path& path,
                              const std::string& why);

/// A whole file in memory, read-only; page-aligned. Thread-safe.
class MappedFile {
 public:
  /// what: what the file is, for the message ("the name model"). Throws InputError if it cannot be read or is
  /// empty.
  MappedFile(const std::filesystem::path& path, const std::string& what);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::byte* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }

 private:
  const std::byte* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace broadsheet
