// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/record_source.h"

#include <simdjson.h>

#include "common/hash.h"

namespace broadsheet {
namespace {

/// The ledger is JSON: a path that is no UTF-8 is known by its hash.
std::string ledger_key(const InputFile& file) {
  std::error_code error;
  const std::string path = std::filesystem::canonical(file.path, error).string();
  if (error) return {};
  return simdjson::validate_utf8(path.data(), path.size()) ? path : "path:" + to_hex(hash64(path));
}

}  // namespace

RecordSource::RecordSource(std::vector<InputFile> files, ReadOptions options, KnownInputs known)
    : files_(std::move(files)), options_(std::move(options)), known_(std::move(known)) {
  for (const InputFile& file : files_) {
    if (const auto state = file_state(file.path)) total_bytes_ += state->size;
  }
}

RecordSource::~RecordSource() = default;

std::optional<SourceStep> RecordSource::next() {
  for (;;) {
    if (!file_) {
      if (next_file_ == files_.size()) return std::nullopt;
      if (auto known = open_next_file()) return known;
      continue;
    }
    if (!dump_) {
      dump_ = file_->next();
      if (!dump_) return end_file();
    }
    if (auto item = dump_->reader->next()) {
      SourceStep step;
      step.item = std::move(*item);
      step.dump = dump_->name;
      step.format = dump_->reader->format();
      step.file = key_;
      step.bytes = bytes_of_closed_ + file_->bytes_read();
      return step;
    }
    dump_.reset();
  }
}

std::optional<SourceStep> RecordSource::open_next_file() {
  const InputFile& file = files_[next_file_++];
  const auto state = file_state(file.path);
  key_ = state ? ledger_key(file) : std::string();
  state_ = state.value_or(FileState{});
  if (state) {
    if (const auto balance = known_balance(*state)) {
      bytes_of_closed_ += state->size;
      SourceStep step;
      step.kind = SourceStep::Kind::Known;
      step.file = key_;
      step.state.balance = *balance;
      step.bytes = bytes_of_closed_;
      return step;
    }
  }
  file_ = open_dump_file(file, options_);
  return std::nullopt;
}

std::optional<Balance> RecordSource::known_balance(const FileState& state) const {
  auto balance = known_.ledger.unchanged(key_, state, known_.fingerprint, known_.now);
  if (balance && balance->rejected > 0 && known_.all_rejects) return std::nullopt;
  return balance;
}

SourceStep RecordSource::end_file() {
  SourceStep step;
  step.kind = SourceStep::Kind::EndOfFile;
  step.file = key_;
  step.state.state = state_;
  step.state.content_hash = file_->content_hash();
  step.state.options = known_.fingerprint;
  bytes_of_closed_ += file_->bytes_read();
  step.bytes = bytes_of_closed_;
  file_.reset();
  return step;
}

}  // namespace broadsheet
