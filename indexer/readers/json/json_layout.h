// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet {

/// A list of records inside an object, as interfaces answer: {"status":"ok","articles":[{...},{...}]}.
struct WrappedList {
  std::size_t length = 0;  // bytes up to and with the "["
  std::size_t depth = 0;   // objects that stand open there
};

/// The list that an object wraps, as far as the text of the object shows. A list of objects under a name that
/// lists have ("articles", "response.docs"), or whose first object has the fields of an article. Nothing if
/// the object is a record itself.
std::optional<WrappedList> find_wrapped_list(std::string_view object);

}  // namespace broadsheet
