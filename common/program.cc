// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/program.h"

#include <malloc.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <numeric>
#include <system_error>
#include <vector>

#include "common/error.h"
#include "common/printable.h"

namespace broadsheet {
namespace {

namespace po = boost::program_options;

std::vector<std::string> names_of(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

/// Boost's own message is about its insides where a value is of the wrong type.
std::string message_of(const po::error& error) {
  const auto* bad = dynamic_cast<const po::invalid_option_value*>(&error);
  const auto* wrong = dynamic_cast<const po::validation_error*>(&error);
  if (bad == nullptr && wrong == nullptr) return error.what();
  return std::string(error.what()) + " (see --help)";
}

/// Xapian 1.4 ends the program, and with it nothing that was published, when a write fails while it commits:
/// it throws again what nobody threw.
[[noreturn]] void give_up() {
  std::fprintf(
      stderr,
      "%s: stopped: the disk did not take what was written, or a fault of the program; the archive is "
      "as it was published last\n",
      program_invocation_short_name);
  std::_Exit(2);
}

}  // namespace

std::uint64_t parse_number(const std::string& option, const std::string& typed, std::uint64_t least,
                           std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (error == std::errc() && end == typed.data() + typed.size() && value >= least && value <= most)
    return value;
  throw InputError(option + " takes a number from " + std::to_string(least) + " to " + std::to_string(most) +
                   ", not \"" + one_line(typed, 40) + "\"");
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j - 1] + 1, above + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

int run_program(const std::string& program, const std::function<int()>& body) {
  std::set_terminate(give_up);
  std::string message;
  try {
    return body();
  } catch (const InputError& error) {
    message = error.what();
  } catch (const Xapian::DatabaseLockError&) {
    message = "another program is writing to the archive; wait until it is done";
  } catch (const Xapian::Error& error) {
    message = "the archive cannot be used: " + error.get_description() +
              "; what is wrong with it: broadsheet-index --check ARCHIVE";
  } catch (const std::bad_alloc&) {
    message = "out of memory; try a smaller --memory or --jobs";
  } catch (const std::exception& error) {
    message = error.what();
  }
  std::cout.flush();
  std::cerr << program << ": " << printable(message) << '\n';
  return 2;
}

void keep_freed_memory() {
  constexpr int kMost = 256 << 20;
  mallopt(M_TRIM_THRESHOLD, kMost);
  mallopt(M_MMAP_THRESHOLD, kMost / 8);
}

po::variables_map parse_options(int argc, const char* const* argv, const po::options_description& options,
                                const char* positional) {
  po::positional_options_description arguments;
  arguments.add(positional, -1);
  // No short options: "-word" is part of a query. No guessing: "--sort" must not mean what begins so.
  const int style = po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent |
                    po::command_line_style::long_allow_next;
  try {
    po::variables_map values;
    po::store(po::command_line_parser(argc, argv).options(options).positional(arguments).style(style).run(),
              values);
    po::notify(values);
    return values;
  } catch (const po::unknown_option& error) {
    const std::string near = nearest_word(error.get_option_name(), names_of(options));
    throw InputError("unknown option " + error.get_option_name() +
                     (near.empty() ? "; see --help" : "; did you mean " + near + "?"));
  } catch (const po::error& error) {
    throw InputError(message_of(error));
  }
}

std::string nearest_word(const std::string& typed, const std::vector<std::string>& words) {
  std::string nearest;
  std::size_t best = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string& word : words) {
    if (const std::size_t d = edit_distance(typed, word); d < best) {
      best = d;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace broadsheet
