// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/archive_file.h"

#include "common/printable.h"
#include "indexer/readers/bytes/archive_stream.h"
#include "indexer/readers/bytes/gunzip.h"
#include "indexer/readers/bytes/gzip_file.h"
#include "indexer/readers/news_names.h"

namespace broadsheet {

namespace {

/// The current member of an archive; must not be read once the archive went on.
class MemberStream : public ByteStream {
 public:
  explicit MemberStream(ArchiveStream& archive) : archive_(archive) {}
  std::size_t read(std::span<char> buffer) override { return archive_.read(buffer); }

 private:
  ArchiveStream& archive_;
};

class GzipTextStream : public ByteStream {
 public:
  explicit GzipTextStream(GzipFile& file) : file_(file) {}
  std::size_t read(std::span<char> buffer) override { return file_.read(buffer); }

 private:
  GzipFile& file_;
};

/// True of formats whose records stand each for itself: where the text goes on behind a gap, it can be read.
bool can_go_on(std::string_view format) {
  return format != "text" && format != "csv" && format != "html";
}

/// True if any of the name's parts is one.
template <typename Test>
bool any_part(std::string_view name, Test test) {
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (test(part)) return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

bool leads_out(std::string_view name) {
  return name.starts_with('/') || any_part(name, [](std::string_view part) { return part == ".."; });
}

bool is_hidden(std::string_view name) {
  return any_part(name, is_hidden_name);
}

class ArchiveFile : public DumpFile {
 public:
  ArchiveFile(const InputFile& file, ReaderFactory factory) : file_(file), factory_(std::move(factory)) {}

  std::optional<Dump> next() override {
    if (done_) return std::nullopt;
    try {
      return next_dump();
    } catch (const StreamError& error) {
      if (archive_ && archive_->member_failed()) return finish(std::nullopt);
      return finish(reject(error.what()));
    }
  }

  std::uint64_t bytes_read() const override { return raw_ ? raw_->bytes_passed() : 0; }
  std::uint64_t content_hash() const override { return raw_ ? raw_->hash() : 0; }

 private:
  std::optional<Dump> next_dump() {
    if (archive_ && !archive_->has_members()) return finish(std::nullopt);
    if (gzip_) return behind_damage();
    if (!archive_) open();
    if (gzip_) return gzip_text();
    while (archive_->next()) {
      if (!archive_->has_members()) return whole_file();
      if (archive_->is_directory() || is_hidden(archive_->member_name())) continue;
      dumps_ += 1;
      return member(archive_->member_name());
    }
    if (dumps_ > 0) return finish(std::nullopt);
    return finish(reject(archive_->has_members() ? "there are no files in the archive" : "empty file"));
  }

  void open() {
    raw_ = std::make_unique<RawFile>(file_.path);
    gzip_ = GzipFile::open(*raw_);
    if (gzip_) return;
    archive_ = std::make_unique<ArchiveStream>(*raw_);
  }

  Dump gzip_text() {
    Dump dump{file_.name,
              factory_.make(std::make_unique<GzipTextStream>(*gzip_), file_.name, file_.path.string())};
    gzip_format_ = dump.reader->format();
    return dump;
  }

  /// What follows a damaged member, of which its reader has told, if it is more of the same.
  std::optional<Dump> behind_damage() {
    while (can_go_on(gzip_format_) && gzip_->resume()) {
      const std::string format = gzip_format_;
      Dump dump = gzip_text();
      if (gzip_format_ == format) return dump;
      gzip_format_ = format;
    }
    return finish(std::nullopt);
  }

  Dump whole_file() {
    dumps_ += 1;
    return {file_.name,
            factory_.make(std::make_unique<MemberStream>(*archive_), file_.name, file_.path.string())};
  }

  Dump member(const std::string& member_name) {
    const std::string name = file_.name + "/" + member_name;
    if (leads_out(member_name)) {
      return {name,
              single_item_reader(Reject{"the name of this file in the archive leads out of it: " +
                                            one_line(member_name, 120) + "; pack it again with plain names",
                                        1, 0, ""})};
    }
    if (!archive_->is_file())
      return {name, single_item_reader(Skip{"it is a link in the archive, not a file", 1})};
    if (is_no_news_name(std::string_view(member_name).substr(member_name.rfind('/') + 1))) {
      return {name, single_item_reader(Skip{"by its name it is no news", 1})};
    }
    auto bytes = std::make_unique<MaybeGzipStream>(std::make_unique<MemberStream>(*archive_));
    return {name, factory_.make(std::move(bytes), name, file_.path.string() + "/" + member_name)};
  }

  Dump reject(const std::string& reason) const {
    return {file_.name, single_item_reader(Reject{reason, 1, 0, ""})};
  }

  /// The rest of the file (a zip's directory, what follows damage) is still part of its hash.
  std::optional<Dump> finish(std::optional<Dump> last) {
    done_ = true;
    try {
      if (raw_) raw_->finish();
    } catch (const StreamError& error) {
      if (!last) last = reject(error.what());
    }
    return last;
  }

  InputFile file_;
  ReaderFactory factory_;
  std::unique_ptr<RawFile> raw_;
  std::unique_ptr<ArchiveStream> archive_;
  std::unique_ptr<GzipFile> gzip_;
  std::string gzip_format_;
  std::size_t dumps_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<DumpFile> open_archive_file(const InputFile& file, ReaderFactory factory) {
  return std::make_unique<ArchiveFile>(file, std::move(factory));
}

}  // namespace broadsheet
