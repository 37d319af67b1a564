// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tables/program_file.h"

#include "common/error.h"

namespace broadsheet {

void refuse_file(const std::string& what, const std::filesystem::path& path, const std::string& why) {
  throw InputError(what + " " + path.string() + " " + why + "; install Broadsheet again");
}

MappedFile map_program_file(const std::filesystem::path& path, const std::string& what) {
  MappedFile file = map_file(path, Paging::AtOnce);
  if (file.owner == nullptr) refuse_file(what, path, "cannot be read or is empty");
  return file;
}

}  // namespace broadsheet
