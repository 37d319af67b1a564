// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broadsheet {
namespace {

struct Unmap {
  std::size_t size = 0;
  void operator()(const void* bytes) const { munmap(const_cast<void*>(bytes), size); }
};

}  // namespace

MappedFile map_file(const std::filesystem::path& path, Paging paging) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  MappedFile file;
  struct stat status {};
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    const int at_once = paging == Paging::AtOnce ? MAP_POPULATE : 0;
    void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | at_once, fd, 0);
    if (bytes != MAP_FAILED) {
      if (paging == Paging::Scattered) madvise(bytes, size, MADV_RANDOM);
      file.owner = std::shared_ptr<const void>(bytes, Unmap{size});
      file.bytes = {static_cast<const char*>(bytes), size};
    }
  }
  close(fd);
  return file;
}

}  // namespace broadsheet
