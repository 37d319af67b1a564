// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/programs.h"

namespace broadsheet::test {

using Numbers = std::mt19937_64;

/// 0 to bound - 1; bound must not be 0.
std::uint64_t below(Numbers& numbers, std::uint64_t bound);

/// Throws what a torture program says before it ends with status 1.
void require(bool holds, const std::string& what, const RunResult& result = {});

/// What main of a torture program does: "PROGRAM [TIMES [SEED]]".
int torture(int argc, char** argv, unsigned usual_times,
            const std::function<void(unsigned times, Numbers& numbers)>& body);

/// JSON lines of so many articles; edition is a word that each of them has. (Tables of names take a while to
/// load: persons only where they matter.)
std::string dump_of(int first, int articles, const std::string& edition, bool with_persons = false);

/// Everything that an archive says of its articles. Requires that it can be asked.
std::string content_of(const std::string& archive);

/// Requires that --check finds nothing.
void require_clean(const std::string& archive, const std::string& when);

/// The environment under which a program's calls that write to a folder fail; see failing_calls.cc.
std::vector<std::string> failing_calls(const std::string& mode, std::uint64_t number,
                                       const std::string& folder);

}  // namespace broadsheet::test
