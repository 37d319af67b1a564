// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/fields/record_fields.h"

namespace broadsheet {

/// The template of --path: literal text and fields in braces ("{source}/{date}_{title}.txt"). It is matched
/// against as many of a path's last parts as it has itself. A field is the shortest text that fits and has no
/// "/"; a date begins with a digit and has four. Immutable; thread-safe.
class PathTemplate {
 public:
  /// Throws InputError for a field that does not exist, a brace that is not closed, two fields with nothing
  /// between.
  explicit PathTemplate(std::string_view text);

  /// The fields of a path; empty if it does not fit, also not without an ending such as ".gz". Underscores in
  /// a title that has no spaces are taken as spaces.
  std::vector<std::pair<Field, std::string>> match(std::string_view path) const;

 private:
  struct Part {
    std::string literal;  // before the field
    Field field;
  };

  std::vector<Part> parts_;
  std::string tail_;         // literal after the last field
  std::size_t slashes_ = 0;  // in the template
};

}  // namespace broadsheet
