// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <functional>
#include <string>

namespace broadsheet {

/// What both programs' main does: runs the body and turns whatever it throws into one message on standard
/// error, "PROGRAM: message", and exit code 2.
int run_program(const std::string& program, const std::function<int()>& body);

/// Keeps freed memory for what comes next, up to 256 MB, instead of giving it back to the system at once: a
/// query takes and frees the same megabytes again and again.
void keep_freed_memory();

/// Options and positional arguments of a command line. Option names are never guessed from a beginning; an
/// unknown one is an InputError that names the nearest. positional is the name under which the arguments are
/// stored.
boost::program_options::variables_map parse_options(
    int argc, const char* const* argv, const boost::program_options::options_description& options,
    const char* positional);

/// A whole number as typed for an option; throws InputError, which names the option and the range, for
/// anything else.
std::uint64_t parse_number(const std::string& option, const std::string& typed, std::uint64_t least,
                           std::uint64_t most);

/// Levenshtein's edit distance, in bytes.
std::size_t edit_distance(const std::string& a, const std::string& b);

/// The one of the words that is nearest to a mistyped one; empty if none is near.
std::string nearest_word(const std::string& typed, const std::vector<std::string>& words);

}  // namespace broadsheet
