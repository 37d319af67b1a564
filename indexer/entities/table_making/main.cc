// SPDX-License-Identifier: GPL-2.0-or-later
//
// broadsheet-make-tables FOLDER: makes the files of tables that the entity work looks into, of the readable
// data files in the same folder, which BROADSHEET_DATA must name. A program of the build; not installed.
#include <cstdio>
#include <exception>
#include <filesystem>

#include "indexer/entities/table_making/tables.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: broadsheet-make-tables FOLDER\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    broadsheet::make_word_tables().write(folder / "words.table");
    broadsheet::make_place_tables().write(folder / "places.table");
    broadsheet::make_authority_tables().write(folder / "authority.table");
    broadsheet::make_person_name_tables().write(folder / "person_names.table");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "broadsheet-make-tables: %s\n", error.what());
    return 2;
  }
  return 0;
}
