// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/version_file.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "indexer/segment/output_file.h"

namespace broadsheet::glass {
namespace {

constexpr unsigned kVersion = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr unsigned kRevision = 1;
constexpr unsigned kSequential = 2;
constexpr std::size_t kUuidBytes = 16;

void append_root(std::string& out, TableId table, const TableRoot& root) {
  constexpr unsigned kCompressMin = 18;
  append_uint(out, root.root_block);
  append_uint(out, root.level << 2 | kSequential | (root.absent ? 1U : 0U));
  append_uint(out, root.entries);
  append_uint(out, kBlockBytes >> 11);
  append_uint(out, table == Postlist || table == Position ? 0 : kCompressMin);
  std::string free_list;
  if (!root.absent) {
    append_uint(free_list, kRevision);
    append_uint(free_list, root.blocks);
    free_list.append(4, '\0');
  }
  append_string(out, free_list);
}

}  // namespace

std::string random_uuid() {
  std::string uuid(kUuidBytes, '\0');
  if (getrandom(uuid.data(), uuid.size(), 0) != static_cast<ssize_t>(uuid.size()))
    throw std::system_error(errno, std::generic_category(), "random numbers");
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

FileSum write_version_file(const std::filesystem::path& folder, const std::string& uuid,
                           const TableRoots& roots, const Statistics& all) {
  std::string out = "\x0f\x0dXapian Glass";
  append_big_endian(out, kVersion, 2);
  out += uuid;
  append_uint(out, kRevision);
  for (std::size_t table = 0; table < TableCount; ++table)
    append_root(out, static_cast<TableId>(table), roots[table]);
  append_uint(out, all.documents);
  append_uint(out, all.last_docid - all.documents);
  append_uint(out, all.shortest_document);
  append_uint(out, all.largest_wdf);
  append_uint(out, all.longest_document - all.largest_wdf);
  append_uint(out, 0);
  append_uint(out, all.total_length);
  append_uint(out, 0);
  OutputFile file(folder / "iamglass", FileUse::Lasting);
  file.append(out);
  file.flush();
  return file.sum();
}

}  // namespace broadsheet::glass
