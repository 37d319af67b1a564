// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw std::system_error(errno, std::generic_category(),
                          std::string("cannot ") + what + " " + path.string());
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) fail(path, "open");
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(fd_); }
  int operator*() const { return fd_; }

 private:
  int fd_;
};

void sync_path(const fs::path& path, int flags) {
  const Descriptor fd(path, flags);
  if (::fsync(*fd) != 0) fail(path, "sync");
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void write_synced(const fs::path& path, std::string_view bytes) {
  const Descriptor fd(path, O_WRONLY | O_CREAT | O_TRUNC);
  while (!bytes.empty()) {
    const auto written = ::write(*fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(path, "write");
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(*fd) != 0) fail(path, "sync");
}

void sync_folder(const fs::path& folder) {
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

void sync_tree(const fs::path& folder) {
  for (const fs::path& file : files_of(folder)) sync_path(file, O_RDONLY);
  sync_folder(folder);
}

FileSums sum_segment(const fs::path& folder, const std::string& place) {
  FileSums sums;
  for (const fs::path& file : files_of(folder)) {
    if (file.filename() != kXapianLock) sums[place + '/' + file.filename().string()] = sum_file(file);
  }
  return sums;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace broadsheet
