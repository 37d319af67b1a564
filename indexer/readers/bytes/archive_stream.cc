// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <cerrno>

#include "common/printable.h"
#include "indexer/readers/bytes/unpack_limit.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {

constexpr int kFormats[] = {
    ARCHIVE_FORMAT_TAR,  ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_7ZIP, ARCHIVE_FORMAT_RAR,   ARCHIVE_FORMAT_RAR_V5,
    ARCHIVE_FORMAT_CPIO, ARCHIVE_FORMAT_AR,  ARCHIVE_FORMAT_CAB,  ARCHIVE_FORMAT_EMPTY, ARCHIVE_FORMAT_RAW};
constexpr int kFilters[] = {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_COMPRESS,
                            ARCHIVE_FILTER_LZMA, ARCHIVE_FILTER_XZ,    ARCHIVE_FILTER_LZIP,
                            ARCHIVE_FILTER_LZ4,  ARCHIVE_FILTER_ZSTD};

constexpr std::size_t kPiece = 64 * 1024;

/// libarchive turns member names into the charset of the locale, and loses them where that is ASCII. For this
/// thread.
class Utf8Locale {
 public:
  Utf8Locale() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (utf8_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(utf8_);
  }

 private:
  locale_t utf8_;
  locale_t before_ = nullptr;
};

/// libarchive's words for data that ends too early differ from filter to filter.
bool says_too_short(const std::string& message) {
  for (const char* word :
       {"runcated", "nexpected end", "remature end", "too small", "No progress is possible"}) {
    if (message.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string explain(const std::string& message) {
  if (says_too_short(message))
    return "the compressed data ends too early (" + message + "): get the file again";
  if (message.find("assphrase") != std::string::npos || message.find("ncrypt") != std::string::npos) {
    return "it is encrypted: decrypt it first";
  }
  return "the compressed data is damaged (" + message + ")";
}

}  // namespace

ArchiveStream::ArchiveStream(RawFile& file) : file_(file), archive_(archive_read_new(), &archive_read_free) {
  choose_formats();
  archive_read_set_callback_data(archive_.get(), this);
  archive_read_set_read_callback(archive_.get(), &ArchiveStream::on_read);
  if (file_.can_seek()) archive_read_set_seek_callback(archive_.get(), &ArchiveStream::on_seek);
  check(archive_read_open1(archive_.get()));
}

void ArchiveStream::choose_formats() {
  for (const int format : kFormats) archive_read_support_format_by_code(archive_.get(), format);
  archive_read_support_format_raw(archive_.get());
  for (const int filter : kFilters) archive_read_support_filter_by_code(archive_.get(), filter);
}

bool ArchiveStream::next() {
  const Utf8Locale locale;
  if (entry_ != nullptr) pass_rest();
  int status = ARCHIVE_RETRY;
  for (int attempt = 0; status == ARCHIVE_RETRY && attempt < 8; ++attempt) {
    status = archive_read_next_header(archive_.get(), &entry_);
  }
  if (status == ARCHIVE_EOF) return false;
  check(status);
  member_failed_ = false;
  return true;
}

bool ArchiveStream::has_members() const {
  const int format = archive_format(archive_.get());
  return format != ARCHIVE_FORMAT_RAW && format != ARCHIVE_FORMAT_EMPTY;
}

std::string ArchiveStream::member_name() const {
  if (const char* name = archive_entry_pathname(entry_)) return name;
  if (const char* name = archive_entry_pathname_utf8(entry_)) return name;
  return "member " + std::to_string(archive_file_count(archive_.get()));
}

bool ArchiveStream::is_directory() const {
  return archive_entry_filetype(entry_) == AE_IFDIR;
}

bool ArchiveStream::is_file() const {
  const auto type = archive_entry_filetype(entry_);
  return (type == AE_IFREG || type == 0) && archive_entry_hardlink(entry_) == nullptr;
}

std::size_t ArchiveStream::read(std::span<char> buffer) {
  member_failed_ = !bomb_.empty();
  if (member_failed_) throw StreamError(bomb_);
  const la_ssize_t n = archive_read_data(archive_.get(), buffer.data(), buffer.size());
  member_failed_ = n < 0;
  if (n < 0) fail();  // a warning, too: of a checksum that is wrong
  check_unpacked(static_cast<std::size_t>(n));
  return static_cast<std::size_t>(n);
}

void ArchiveStream::check_unpacked(std::size_t more) {
  unpacked_ += more;
  if (!is_unpacking_bomb(unpacked_, file_.bytes_used())) return;
  bomb_ = unpacking_bomb_reason();
  member_failed_ = true;
  throw StreamError(bomb_);
}

/// libarchive would unpack what is left of a member without asking, where it can only pass over it so.
void ArchiveStream::pass_rest() {
  constexpr int kUnpackedFile = 1;
  if (!bomb_.empty()) throw StreamError(bomb_);
  if (member_failed_ || archive_filter_count(archive_.get()) <= kUnpackedFile) return;
  std::string piece(kPiece, '\0');
  try {
    while (read(piece) > 0) {
    }
  } catch (const StreamError&) {
    member_failed_ = false;  // no reader told of it
    throw;
  }
}

void ArchiveStream::check(int status) const {
  if (status < ARCHIVE_WARN) fail();
}

void ArchiveStream::fail() const {
  if (!read_failure_.empty()) throw StreamError(read_failure_);
  const char* message = archive_error_string(archive_.get());
  throw StreamError(explain(one_line(message ? message : "no reason given")));
}

ssize_t ArchiveStream::on_read(archive* handle, void* self, const void** buffer) {
  auto* stream = static_cast<ArchiveStream*>(self);
  try {
    const auto bytes = stream->file_.read();
    *buffer = bytes.data();
    return static_cast<ssize_t>(bytes.size());
  } catch (const StreamError& error) {
    stream->read_failure_ = error.what();
    archive_set_error(handle, EIO, "%s", error.what());
    return ARCHIVE_FATAL;
  }
}

std::int64_t ArchiveStream::on_seek(archive*, void* self, std::int64_t offset, int whence) {
  const std::int64_t position = static_cast<ArchiveStream*>(self)->file_.seek(offset, whence);
  return position < 0 ? ARCHIVE_FATAL : position;
}

}  // namespace broadsheet
