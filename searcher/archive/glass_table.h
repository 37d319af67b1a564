// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace broadsheet {

/// A table of a glass database, mapped into memory and read in place: a look-up needs no system call and
/// copies nothing, which Xapian's do. Immutable and thread-safe; copies share the bytes.
class GlassTable {
 public:
  /// A table without entries.
  GlassTable() = default;

  enum class Name { Postlist, Position };

  /// Of the database in a folder, as it was when it was last committed. Throws Xapian::DatabaseError if there
  /// is none, it is of another format than 2016-03-14 with blocks of 8 KB, or it cannot be mapped.
  static GlassTable open(const std::filesystem::path& database, Name name);

 private:
  friend class GlassCursor;
  static constexpr unsigned kMostLevels = 10;

  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
  std::uint32_t root_ = 0;
  unsigned level_ = 0;  // of the root; leaves are 0
};

/// Looks for entries of a table, quickest where each is near the one before. Requires that the table
/// outlives it; what it returns is good as long as the table. All may throw Xapian::DatabaseCorruptError.
class GlassCursor {
 public:
  explicit GlassCursor(const GlassTable& table) : table_(table) {}

  /// Goes to the first entry whose key is not less; false if there is none. key: not empty.
  bool seek(std::string_view key);
  /// Goes to the next entry; false if there is none. Requires that the last call found one.
  bool next();

  /// Of the entry that was found last.
  std::string_view key() const { return found_.key; }
  /// Its tag, where it is; if it is stored in pieces, they are joined in buffer.
  std::string_view tag(std::string& buffer) const;

 private:
  struct Place {
    const unsigned char* block = nullptr;
    unsigned items = 0;
    unsigned at = 0;
  };
  struct Item {
    std::string_view key;
    std::string_view rest;  // a piece of the tag; of a branch empty
    unsigned head = 0;      // size and flags; of a branch 0
    unsigned piece = 1;
    std::uint32_t child = 0;  // of a branch
  };

  Place open(std::uint32_t block, unsigned level) const;
  static Item item(const Place& place);
  static Item branch_item(const Place& place);
  static std::string_view leaf_key(const Place& leaf, unsigned at);
  bool narrow(std::string_view key, unsigned& from, unsigned& to) const;
  void descend(std::string_view key);
  bool next_leaf();
  bool next_item();

  const GlassTable& table_;
  std::array<Place, GlassTable::kMostLevels> path_{};  // by level
  Item found_;
};

}  // namespace broadsheet
