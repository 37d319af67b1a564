// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/raw_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <system_error>

#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {

// Small: what one piece may unpack to is not counted before it is there.
constexpr std::size_t kBufferSize = 64 * 1024;

[[noreturn]] void fail(const char* what) {
  throw StreamError(std::string(what) + ": " + std::generic_category().message(errno));
}

int open_file(const std::filesystem::path& path) {
  if (path == "-") return STDIN_FILENO;
  const int descriptor =
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (descriptor < 0) fail("the file cannot be opened");
  return descriptor;
}

void free_hash(XXH3_state_t* state) {
  XXH3_freeState(state);
}

}  // namespace

RawFile::RawFile(const std::filesystem::path& path)
    : descriptor_(open_file(path)), buffer_(kBufferSize, '\0'), hash_(XXH3_createState(), free_hash) {
  struct stat status {};
  const bool is_known = ::fstat(descriptor_, &status) == 0;
  // Standard input may stand anywhere in its file.
  can_seek_ = descriptor_ != STDIN_FILENO && is_known && S_ISREG(status.st_mode);
  is_device_ = is_known && (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode));
  if (can_seek_) size_ = static_cast<std::uint64_t>(status.st_size);
  XXH3_64bits_reset(hash_.get());
}

RawFile::~RawFile() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::span<const char> RawFile::read() {
  ssize_t n = -1;
  do {
    n = ::read(descriptor_, buffer_.data(), buffer_.size());
  } while (n < 0 && errno == EINTR);
  if (n < 0) fail("the file cannot be read");
  const std::span<const char> bytes(buffer_.data(), static_cast<std::size_t>(n));
  read_ += bytes.size();
  pass(bytes);
  return bytes;
}

void RawFile::pass(std::span<const char> bytes) {
  const std::uint64_t end = position_ + bytes.size();
  if (position_ <= passed_ && passed_ < end) {
    const auto fresh = bytes.subspan(static_cast<std::size_t>(passed_ - position_));
    XXH3_64bits_update(hash_.get(), fresh.data(), fresh.size());
    passed_ = end;
  }
  position_ = end;
}

std::int64_t RawFile::seek(std::int64_t offset, int whence) {
  const off_t position = ::lseek(descriptor_, offset, whence);
  if (position >= 0) position_ = static_cast<std::uint64_t>(position);
  return position;
}

void RawFile::finish() {
  if (is_device_) return;
  if (position_ != passed_ && seek(static_cast<std::int64_t>(passed_), SEEK_SET) < 0)
    fail("the file cannot be read");
  while (!read().empty()) {
  }
}

std::uint64_t RawFile::hash() const {
  return XXH3_64bits_digest(hash_.get());
}

}  // namespace broadsheet
