// SPDX-License-Identifier: GPL-2.0-or-later
//
// Preloaded into a program (LD_PRELOAD), makes its calls that write to one folder fail, as
// FAILING_CALLS="MODE NUMBER FOLDER" says:
//
//   count 0   none; how many there were is written to the file FOLDER.calls
//   kill N    before the N-th call the program is killed
//   error N   the N-th call fails with EIO
//   full N    from the N-th on, calls that take room fail with ENOSPC
//   short 0   writes write half of what they should
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Plan {
  std::string mode;
  long number = 0;
  std::string folder;
  std::atomic<long> calls = 0;

  Plan() {
    const char* text = std::getenv("FAILING_CALLS");
    const std::string all = text == nullptr ? "" : text;
    const auto first = all.find(' ');
    const auto second = all.find(' ', first + 1);
    if (second == std::string::npos) return;
    mode = all.substr(0, first);
    number = std::atol(all.c_str() + first + 1);
    folder = all.substr(second + 1);
  }

  ~Plan() {
    if (mode != "count") return;
    if (std::FILE* file = std::fopen((folder + ".calls").c_str(), "w")) {
      std::fprintf(file, "%ld", calls.load());
      std::fclose(file);
    }
  }
};

Plan& plan() {
  static Plan the_plan;
  return the_plan;
}

bool concerns(const std::string& path) {
  return !plan().folder.empty() && path.starts_with(plan().folder + "/");
}

bool concerns(int fd) {
  std::array<char, 4096> path{};
  const auto link = "/proc/self/fd/" + std::to_string(fd);
  return ::readlink(link.c_str(), path.data(), path.size() - 1) > 0 && concerns(std::string(path.data()));
}

/// True if this call is to fail; errno says how.
bool fails(bool takes_room) {
  const long call = ++plan().calls;
  if (plan().mode == "kill" && call == plan().number) ::raise(SIGKILL);
  if (plan().mode == "error" && call == plan().number) {
    errno = EIO;
    return true;
  }
  if (plan().mode == "full" && call >= plan().number && takes_room) {
    errno = ENOSPC;
    return true;
  }
  return false;
}

std::size_t shortened(std::size_t size) {
  return plan().mode == "short" && size > 1 ? size / 2 : size;
}

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
  if (!concerns(fd)) return next(fd, bytes, size);
  return fails(true) ? -1 : next(fd, bytes, shortened(size));
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (!concerns(fd)) return next(fd, bytes, size, at);
  return fails(true) ? -1 : next(fd, bytes, shortened(size), at);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

ssize_t writev(int fd, const iovec* parts, int count) {
  static const auto next = real<ssize_t (*)(int, const iovec*, int)>("writev");
  if (!concerns(fd)) return next(fd, parts, count);
  if (fails(true)) return -1;
  if (plan().mode != "short" || count == 0) return next(fd, parts, count);
  const iovec first = {parts[0].iov_base, shortened(parts[0].iov_len)};
  return next(fd, &first, 1);
}

ssize_t sendfile(int to, int from, off_t* at, size_t size) noexcept {
  static const auto next = real<ssize_t (*)(int, int, off_t*, size_t)>("sendfile");
  if (!concerns(to)) return next(to, from, at, size);
  return fails(true) ? -1 : next(to, from, at, shortened(size));
}

ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, size_t size, unsigned flags) {
  static const auto next =
      real<ssize_t (*)(int, off64_t*, int, off64_t*, size_t, unsigned)>("copy_file_range");
  if (!concerns(to)) return next(from, from_at, to, to_at, size, flags);
  return fails(true) ? -1 : next(from, from_at, to, to_at, shortened(size), flags);
}

int fsync(int fd) {
  static const auto next = real<int (*)(int)>("fsync");
  return concerns(fd) && fails(false) ? -1 : next(fd);
}

int fdatasync(int fd) {
  static const auto next = real<int (*)(int)>("fdatasync");
  return concerns(fd) && fails(false) ? -1 : next(fd);
}

int rename(const char* from, const char* to) noexcept {
  static const auto next = real<int (*)(const char*, const char*)>("rename");
  return concerns(std::string(to)) && fails(false) ? -1 : next(from, to);
}

}  // extern "C"
