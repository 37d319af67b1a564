// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tables/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"

namespace broadsheet {

void refuse_file(const std::string& what, const std::filesystem::path& path, const std::string& why) {
  throw InputError(what + " " + path.string() + " " + why + "; install Broadsheet again");
}

MappedFile::MappedFile(const std::filesystem::path& path, const std::string& what) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file < 0 || fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
    if (file >= 0) close(file);
    refuse_file(what, path, "cannot be read");
  }
  size_ = static_cast<std::size_t>(about.st_size);
  void* bytes =
      size_ == 0 ? MAP_FAILED : mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  close(file);
  if (bytes == MAP_FAILED) refuse_file(what, path, "is empty or cannot be mapped");
  bytes_ = static_cast<const std::byte*>(bytes);
}

MappedFile::~MappedFile() {
  munmap(const_cast<std::byte*>(bytes_), size_);
}

}  // namespace broadsheet
