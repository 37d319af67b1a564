// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "common/file_sum.h"
#include "common/glass_format.h"

namespace broadsheet::glass {

struct Statistics {
  Xapian::doccount documents = 0;
  Xapian::docid last_docid = 0;
  Xapian::termcount shortest_document = 0;  // sum of wdf; the shortest that is not empty
  Xapian::termcount longest_document = 0;
  Xapian::termcount largest_wdf = 0;
  std::uint64_t total_length = 0;
};

/// RFC 4122, version 4: the 16 bytes.
std::string random_uuid();

/// Writes iamglass into a folder, anew where it is there. uuid: random_uuid(). Format (glass_version.cc): 0F
/// 0D "Xapian Glass", 2 bytes version (year - 2014) << 9 | month << 5 | day, UUID, uint revision (1); of each
/// table uint root block, uint level << 2 | sequential << 1 | absent, uint entries, uint block size >> 11,
/// uint the bytes up to which tags stay uncompressed, string free list (uint revision, blocks, 0, 0, 0, 0);
/// then uint each: documents, last docid - documents, shortest, largest wdf, longest - largest wdf, oldest
/// changeset (0), total length, spellings (0). Not synced. Returns the sum of the file. Throws
/// std::system_error.
FileSum write_version_file(const std::filesystem::path& folder, const std::string& uuid,
                           const TableRoots& roots, const Statistics& all);

}  // namespace broadsheet::glass
