// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// A sentence or two as papers print them, and all the persons and countries that a librarian would file them
/// under.
struct TrapCase {
  std::string text;
  std::string persons;    // as shown, in the order of the text, with "; " between; accents do not matter
  std::string countries;  // codes, sorted, with spaces between
  std::string title = {};
  int year = 0;  // of publication; 0: not known
};

/// Fails for each case that is filed under anything else.
void check_traps(const std::vector<TrapCase>& cases);

/// Fails for each case that is filed as it should be: it is no longer a known fault.
void check_known_faults(const std::vector<TrapCase>& cases);

}  // namespace broadsheet
