// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace broadsheet {

/// What became of the records of an input, or of a whole run. The balance closes:
/// read = indexed + updated + unchanged + skipped + rejected.
struct Balance {
  std::uint64_t read = 0;
  std::uint64_t indexed = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;
  std::uint64_t rejected = 0;

  Balance& operator+=(const Balance& other);
  bool closes() const { return read == indexed + updated + unchanged + skipped + rejected; }
  bool operator==(const Balance&) const = default;
};

/// "read R = indexed I + updated U + unchanged N + skipped S + rejected X"
std::string to_string(const Balance& balance);

/// What tells whether a file is the one that was read before.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  bool operator==(const FileState&) const = default;
};

/// Nothing for what is no regular file (standard input).
std::optional<FileState> file_state(const std::filesystem::path& path);

/// Which inputs an archive holds already, and which articles it must not take again. A value; written as JSON
/// lines, one file per generation.
class Ledger {
 public:
  struct Input {
    FileState state;
    std::uint64_t content_hash = 0;
    std::string options;  // fingerprint of the readers' version and all options that change what is read
    Balance balance;
    std::int64_t next_release =
        0;  // seconds since 1970: when the first of its held articles is free; 0: none
  };

  struct Tombstone {
    std::string id;      // as the user or the wire named it
    std::string reason;  // "deleted by --delete"
    std::string date;    // ISO 8601, UTC
  };

  /// Reads a ledger file; lines that it cannot read are left out (the input is then read again: harmless).
  static Ledger load(const std::filesystem::path& file);
  std::string to_lines() const;
  /// How many lines load() left out.
  std::size_t unreadable() const { return unreadable_; }
  /// Whether the balance of every input does.
  bool closes() const;

  /// What became of this input before, if neither it nor the options (see Input) have changed since and none
  /// of its articles is free that was held. now: seconds since 1970.
  std::optional<Balance> unchanged(const std::string& path, FileState state, const std::string& options,
                                   std::int64_t now) const;

  void record(const std::string& path, Input input) { inputs_[path] = std::move(input); }
  void bury(const std::string& identity, Tombstone tombstone) {
    tombstones_[identity] = std::move(tombstone);
  }
  const std::map<std::string, Tombstone>& tombstones() const { return tombstones_; }
  bool is_buried(const std::string& identity) const { return tombstones_.contains(identity); }

  /// Every input is then read again: harmless.
  void forget_inputs() { inputs_.clear(); }

  /// Takes a tombstone away and forgets the inputs, so that the article is read again. False if there is
  /// none.
  bool unbury(const std::string& identity);

 private:
  std::map<std::string, Input> inputs_;
  std::map<std::string, Tombstone> tombstones_;
  std::size_t unreadable_ = 0;
};

}  // namespace broadsheet
