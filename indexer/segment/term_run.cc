// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/term_run.h"

#include <algorithm>
#include <stdexcept>

#include "common/glass_format.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kReadBytes = 256 << 10;
constexpr std::size_t kMaxUintBytes = 10;

}  // namespace

RunFile::RunFile(const std::filesystem::path& path, TermRun& run) : file_(path, FileUse::Scratch) {
  std::string sizes;
  while (run.next()) {
    const TermInRun& term = run.current();
    sizes.clear();
    append_uint(sizes, term.term.size());
    append_uint(sizes, term.postings.size());
    append_uint(sizes, term.positions.size());
    for (const std::string_view part : {std::string_view(sizes), term.term, term.postings, term.positions})
      file_.append(part);
  }
  file_.flush();
}

class RunFile::Run : public TermRun {
 public:
  explicit Run(const OutputFile& file) : file_(file) {}

  bool next() override;
  const TermInRun& current() const override { return current_; }

 private:
  /// Has so many bytes from at_ on in buffer_, if the file has them.
  void fill(std::size_t bytes);

  const OutputFile& file_;
  std::string buffer_;
  std::size_t at_ = 0;       // in buffer_
  std::uint64_t begin_ = 0;  // of buffer_ in the file
  TermInRun current_;
};

std::unique_ptr<TermRun> RunFile::run() const {
  return std::make_unique<Run>(file_);
}

void RunFile::Run::fill(std::size_t bytes) {
  if (buffer_.size() - at_ >= bytes) return;
  begin_ += at_;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t wanted = std::max(bytes, kReadBytes) - buffer_.size();
  buffer_ += file_.read(begin_ + buffer_.size(), wanted);
}

bool RunFile::Run::next() {
  if (begin_ + at_ == file_.size()) return false;
  fill(3 * kMaxUintBytes);
  std::string_view sizes = std::string_view(buffer_).substr(at_);
  const std::size_t before = sizes.size();
  const std::size_t term = take_uint(sizes);
  const std::size_t postings = take_uint(sizes);
  const std::size_t positions = take_uint(sizes);
  at_ += before - sizes.size();
  fill(term + postings + positions);
  if (buffer_.size() - at_ < term + postings + positions)
    throw std::runtime_error("a scratch file was cut short");
  const std::string_view all = std::string_view(buffer_).substr(at_);
  current_ = {all.substr(0, term), all.substr(term, postings), all.substr(term + postings, positions)};
  at_ += term + postings + positions;
  return true;
}

}  // namespace broadsheet::glass
