// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/gzip_file.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "indexer/readers/bytes/unpack_limit.h"
#include "indexer/readers/open_dump.h"
#include "indexer/readers/recognise.h"

namespace broadsheet {

namespace {

constexpr std::size_t kLookedAt = 512;  // a block of tar
constexpr std::size_t kHeaderBytes = 4;
constexpr int kMostAttempts = 1000;  // to go on in one file

bool may_be_text(const std::string& head) {
  return !head.empty() && head.find('\0') == std::string::npos && no_text_reason(head).empty();
}

}  // namespace

std::unique_ptr<GzipFile> GzipFile::open(RawFile& file) {
  if (!file.can_seek()) return nullptr;
  std::unique_ptr<GzipFile> opened(new GzipFile(file));
  const bool is_gzip = begins_as_gzip(file.read());
  if (is_gzip) opened->start(0);
  if (is_gzip && opened->begins_well() && may_be_text(opened->head_)) return opened;
  file.seek(0, SEEK_SET);
  return nullptr;
}

void GzipFile::start(std::uint64_t position) {
  file_.seek(static_cast<std::int64_t>(position), SEEK_SET);
  start_ = position;
  gunzip_ = std::make_unique<Gunzip>([this] { return file_.read(); });
}

bool GzipFile::begins_well() {
  head_.assign(kLookedAt, '\0');
  std::size_t size = 0;
  try {
    while (size < head_.size()) {
      const std::size_t count = gunzip_->read({head_.data() + size, head_.size() - size});
      if (count == 0) break;
      size += count;
    }
  } catch (const StreamError&) {
    // The text up to there is good; read() comes upon the damage again.
  }
  head_.resize(size);
  return size > 0;
}

std::size_t GzipFile::read(std::span<char> buffer) {
  if (!head_.empty()) {
    const std::size_t count = std::min(head_.size(), buffer.size());
    std::memcpy(buffer.data(), head_.data(), count);
    head_.erase(0, count);
    return count;
  }
  if (!bomb_.empty()) throw StreamError(bomb_);
  const std::size_t count = gunzip_->read(buffer);
  unpacked_ += count;
  if (is_unpacking_bomb(unpacked_, file_.bytes_used())) throw StreamError(bomb_ = unpacking_bomb_reason());
  return count;
}

bool GzipFile::resume() {
  if (!gunzip_->is_damaged() || !bomb_.empty()) return false;
  std::uint64_t from = start_ + gunzip_->member_start() + kHeaderBytes;
  while (attempts_++ < kMostAttempts) {
    const auto header = find_header(from);
    if (!header) return false;
    start(*header);
    if (begins_well()) return true;
    from = *header + kHeaderBytes;
  }
  return false;
}

// The four bytes stand in packed data by chance once in 2^27 bytes, and do not unpack then.
std::optional<std::uint64_t> GzipFile::find_header(std::uint64_t from) {
  if (file_.seek(static_cast<std::int64_t>(from), SEEK_SET) < 0) return std::nullopt;
  std::string window;
  for (auto piece = file_.read(); !piece.empty(); piece = file_.read()) {
    window.append(piece.data(), piece.size());
    for (std::size_t at = 0; at + kHeaderBytes <= window.size(); ++at) {
      at = std::min(window.find('\x1F', at), window.size());
      if (at < window.size() && begins_as_gzip(std::span<const char>(window).subspan(at))) return from + at;
    }
    const std::size_t kept = std::min(window.size(), kHeaderBytes - 1);
    from += window.size() - kept;
    window.erase(0, window.size() - kept);
  }
  return std::nullopt;
}

}  // namespace broadsheet
