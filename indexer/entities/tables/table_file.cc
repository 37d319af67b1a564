// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tables/table_file.h"

#include <bit>
#include <cstring>
#include <fstream>

#include "common/error.h"
#include "common/hash.h"

namespace broadsheet {
namespace {

constexpr const char* what = "the table file";
constexpr std::size_t alignment = 16;
constexpr std::uint32_t most_tables = 64;

static_assert(std::endian::native == std::endian::little, "table files are little-endian");
static_assert(sizeof(TableHeader) == 24 && sizeof(TableEntry) == 24);

std::size_t aligned(std::size_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

TableHeader header_of(const MappedFile& file) {
  TableHeader header;
  std::memcpy(&header, file.bytes.data(), sizeof header);
  return header;
}

bool lies_within(const TableEntry& entry, std::size_t size) {
  return entry.begin % alignment == 0 && entry.begin <= size && entry.bytes <= size - entry.begin &&
         entry.element > 0 && entry.bytes % entry.element == 0;
}

}  // namespace

TableFile::TableFile(const std::filesystem::path& path) : path_(path), file_(map_program_file(path, what)) {
  check();
  entries_.resize(header_of(file_).tables);
  std::memcpy(entries_.data(), file_.bytes.data() + sizeof(TableHeader),
              entries_.size() * sizeof(TableEntry));
  for (const TableEntry& entry : entries_) {
    if (!lies_within(entry, file_.bytes.size())) refuse_file(what, path_, "is damaged");
  }
}

void TableFile::check() const {
  if (file_.bytes.size() < sizeof(TableHeader) ||
      std::memcmp(file_.bytes.data(), table_magic, sizeof TableHeader::magic) != 0)
    refuse_file(what, path_, "is none of this version of Broadsheet");
  const TableHeader header = header_of(file_);
  if (header.version != table_version) refuse_file(what, path_, "was made for another version of Broadsheet");
  const std::string_view rest = file_.bytes.substr(sizeof header);
  if (header.tables > most_tables || rest.size() < header.tables * sizeof(TableEntry))
    refuse_file(what, path_, "is cut short");
  if (hash64(rest) != header.check) refuse_file(what, path_, "is damaged or cut short");
}

TableEntry TableFile::entry_of(EntityTable id, std::size_t element) const {
  for (const TableEntry& entry : entries_) {
    if (entry.id == id && entry.element == element) return entry;
  }
  refuse_file(what, path_, "has not all tables");
}

void TableFileWriter::add_bytes(EntityTable id, std::size_t element, std::string_view bytes) {
  bytes_.resize(aligned(bytes_.size()));
  entries_.push_back({id, static_cast<std::uint32_t>(element), bytes_.size(), bytes.size()});
  bytes_ += bytes;
}

void TableFileWriter::write(const std::filesystem::path& path) const {
  const std::size_t head = sizeof(TableHeader) + entries_.size() * sizeof(TableEntry);
  std::string rest;
  for (TableEntry entry : entries_) {
    entry.begin += aligned(head);
    rest.append(reinterpret_cast<const char*>(&entry), sizeof entry);
  }
  rest.resize(aligned(head) - sizeof(TableHeader));
  rest += bytes_;
  TableHeader header{{}, table_version, static_cast<std::uint32_t>(entries_.size()), hash64(rest)};
  std::memcpy(header.magic, table_magic, sizeof header.magic);
  const std::filesystem::path unfinished = path.string() + ".new";
  std::ofstream file(unfinished, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file << rest;
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(unfinished, path, error);
  if (!file || error) throw InputError("cannot write the table file " + path.string());
}

}  // namespace broadsheet
