// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "common/mapped_file.h"

namespace broadsheet {

/// Throws the InputError of a file that belongs to the programs: what it is, where, and why it is refused.
[[noreturn]] void refuse_file(const std::string& what, const std::filesystem::path& path,
                              const std::string& why);

/// A file that belongs to the programs, in memory at once. what: what it is, for the message ("the name
/// model"). Throws InputError if it cannot be read or is empty.
MappedFile map_program_file(const std::filesystem::path& path, const std::string& what);

}  // namespace broadsheet
