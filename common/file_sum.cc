// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/file_sum.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <memory>
#include <new>
#include <system_error>
#include <vector>

#include "common/error.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_read(const fs::path& file) {
  throw std::system_error(errno, std::generic_category(), "cannot read " + file.string());
}

}  // namespace

struct RunningSum::State {
  XXH3_state_t* xxh3 = XXH3_createState();
  ~State() { XXH3_freeState(xxh3); }
};

RunningSum::RunningSum() : state_(std::make_unique<State>()) {
  if (state_->xxh3 == nullptr) throw std::bad_alloc();
  XXH3_64bits_reset(state_->xxh3);
}

RunningSum::~RunningSum() = default;

void RunningSum::add(std::string_view bytes) {
  XXH3_64bits_update(state_->xxh3, bytes.data(), bytes.size());
  size_ += bytes.size();
}

FileSum RunningSum::sum() const {
  return {size_, XXH3_64bits_digest(state_->xxh3)};
}

FileSum sum_file(const fs::path& file) {
  constexpr std::size_t kPieceBytes = 1 << 18;
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) cannot_read(file);
  const auto close_it = [](const int* open_fd) { ::close(*open_fd); };
  const std::unique_ptr<const int, decltype(close_it)> closer(&fd, close_it);
  std::vector<char> piece(kPieceBytes);
  RunningSum sum;
  for (;;) {
    const ssize_t got = ::read(fd, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot_read(file);
    if (got == 0) break;
    sum.add({piece.data(), static_cast<std::size_t>(got)});
  }
  return sum.sum();
}

std::string file_trouble(const fs::path& file, const FileSum& expected, Depth depth) {
  constexpr std::uint64_t kSmall = 4096;
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return "is missing";
  const std::uint64_t size = fs::file_size(file, error);
  if (error) return "cannot be read: " + error.message();
  if (size != expected.size)
    return "has " + std::to_string(size) + " bytes instead of " + std::to_string(expected.size);
  if (depth == Depth::Size && size > kSmall) return {};
  try {
    return sum_file(file) == expected ? "" : "is damaged: its content is not what was written";
  } catch (const std::system_error& failure) {
    return "cannot be read: " + failure.code().message();
  }
}

void require_files(const fs::path& archive, const FileSums& files, Depth depth) {
  for (const auto& [name, sum] : files) {
    const std::string trouble = file_trouble(archive / name, sum, depth);
    if (trouble.empty()) continue;
    throw InputError(
        (archive / name).string() + " " + trouble +
        "; the archive is damaged, or only part of it was copied: see broadsheet-index --check " +
        archive.string());
  }
}

}  // namespace broadsheet
