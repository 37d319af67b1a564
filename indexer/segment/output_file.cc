// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace broadsheet::glass {
namespace {

constexpr std::size_t kBufferBytes = 128 << 10;  // is still in the processor's cache when it is written
constexpr std::uint64_t kSentAtOnce = 8 << 20;

}  // namespace

OutputFile::OutputFile(std::filesystem::path path, FileUse use) : path_(std::move(path)), use_(use) {
  file_ = open(path_.c_str(), O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0666);
  if (file_ < 0) fail();
}

OutputFile::~OutputFile() {
  if (file_ >= 0) close(file_);
}

void OutputFile::fail() const {
  throw std::system_error(errno, std::generic_category(), path_.string());
}

void OutputFile::append(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= kBufferBytes) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t done = write(file_, rest.data(), rest.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail();
    rest.remove_prefix(static_cast<std::size_t>(done));
  }
  if (use_ == FileUse::Lasting) sum_.add(buffer_);
  written_ += buffer_.size();
  buffer_.clear();
  if (use_ == FileUse::Lasting && written_ - sent_ >= kSentAtOnce) send_on_its_way();
}

/// Asks for the writing and does not wait for it; what fails here fails again, and is told, when the file is
/// synced.
void OutputFile::send_on_its_way() {
  sync_file_range(file_, static_cast<off64_t>(sent_), static_cast<off64_t>(written_ - sent_),
                  SYNC_FILE_RANGE_WRITE);
  sent_ = written_;
}

std::string OutputFile::read(std::uint64_t begin, std::size_t size) const {
  std::string bytes;
  while (bytes.size() < size && begin < written_) {
    const std::size_t done = bytes.size();
    bytes.resize(std::min<std::uint64_t>(size, done + written_ - begin));
    const ssize_t got = pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin));
    if (got < 0 && errno != EINTR) fail();
    bytes.resize(done + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got > 0) begin += static_cast<std::uint64_t>(got);
    if (got == 0) break;  // someone cut the file short: what is missing is missed by the caller
  }
  if (bytes.size() < size && begin >= written_ && begin < this->size())
    bytes.append(buffer_, begin - written_, size - bytes.size());
  return bytes;
}

}  // namespace broadsheet::glass
