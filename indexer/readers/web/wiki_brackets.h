// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broadsheet {

/// Where the brackets of a wikitext ("{{ }}", "[[ ]]") close, found in one pass, so that reading a text of
/// nothing but brackets is linear too.
class WikiBrackets {
 public:
  explicit WikiBrackets(std::string_view text);

  /// Where the bracket that opens at `at` closes (its first closing character); npos if it does not, or none
  /// opens there.
  std::size_t close_of(std::size_t at) const;

  /// The positions of all `separator` in [begin, end) that stand in no bracket, then end.
  std::vector<std::size_t> split(std::size_t begin, std::size_t end, char separator) const;

 private:
  std::string_view text_;
  std::unordered_map<std::size_t, std::size_t> closes_;
};

}  // namespace broadsheet
