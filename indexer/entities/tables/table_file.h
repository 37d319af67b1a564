// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/entities/tables/program_file.h"

namespace broadsheet {

// A table file holds what a program of the build makes of the readable data files, in the form in which it is
// looked up, so that it is used where it lies. All numbers little-endian:
//
//   TableHeader
//   TableEntry entries[header.tables]
//   the tables, each an array of one kind of element, each begun at a multiple of 16 bytes
//
// check is hash64() of all that follows the header.

/// Raise it with every change of what a table holds or of how it is looked up: a file of another version is
/// refused.
constexpr std::uint32_t table_version = 1;

/// All tables there are; the number is the one in the files.
enum class EntityTable : std::uint32_t {
  Words = 1,             // words.table
  ContextWords,          //
  PlaceForms,            // places.table
  PlaceSequences,        //
  PlaceFirstWords,       //
  PlaceLongerSequences,  //
  PlaceTexts,            //
  CountryNames,          //
  Persons,               // authority.table
  Surnames,              //
  SurnameBearers,        //
  FormStarts,            //
  Forms,                 //
  FormWords,             //
  NativeStarts,          // person_names.table
  NativeForms,           //
  WholeNames,            //
  GivenNames,            //
  GivenNameEntries,      //
  NameTexts,             //
};

struct TableHeader {
  char magic[8];  // table_magic
  std::uint32_t version;
  std::uint32_t tables;
  std::uint64_t check;
};
inline constexpr char table_magic[9] = "bstables";

struct TableEntry {
  EntityTable id{};
  std::uint32_t element = 0;  // bytes of one
  std::uint64_t begin = 0;    // byte in the file
  std::uint64_t bytes = 0;
};

/// A table file in memory. Read-only and thread-safe.
class TableFile {
 public:
  /// Throws InputError naming the file if it is missing, cut short, damaged, no table file or one of another
  /// version.
  explicit TableFile(const std::filesystem::path& path);

  /// Of a file that has no such table: throws InputError.
  template <typename Element>
  std::span<const Element> table(EntityTable id) const {
    static_assert(std::is_trivially_copyable_v<Element> && alignof(Element) <= 16);
    const TableEntry entry = entry_of(id, sizeof(Element));
    return {reinterpret_cast<const Element*>(file_.bytes.data() + entry.begin),
            entry.bytes / sizeof(Element)};
  }
  std::string_view text(EntityTable id) const {
    const auto bytes = table<char>(id);
    return {bytes.data(), bytes.size()};
  }

 private:
  void check() const;
  TableEntry entry_of(EntityTable id, std::size_t element) const;

  std::filesystem::path path_;
  MappedFile file_;
  std::vector<TableEntry> entries_;
};

/// Gathers the tables of a file.
class TableFileWriter {
 public:
  template <typename Element>
  void add(EntityTable id, const std::vector<Element>& table) {
    static_assert(std::is_trivially_copyable_v<Element>);
    add_bytes(id, sizeof(Element),
              {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Element)});
  }
  void add(EntityTable id, std::string_view text) { add_bytes(id, 1, text); }

  /// Puts the file in place as a whole. Throws InputError if it cannot be written.
  void write(const std::filesystem::path& path) const;

 private:
  void add_bytes(EntityTable id, std::size_t element, std::string_view bytes);

  std::vector<TableEntry> entries_;  // begin: in bytes_
  std::string bytes_;
};

}  // namespace broadsheet
