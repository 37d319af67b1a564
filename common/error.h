// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace broadsheet {

/// Something the user can mend: a missing file, an option value, a query. The message says what is wrong,
/// where, and what to do; it is caught in main only and printed as one line (or as given, if it has several).
class InputError : public std::runtime_error {
 public:
  explicit InputError(const std::string& message) : std::runtime_error(message) {}
};

}  // namespace broadsheet
