// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/news_names.h"

#include <algorithm>
#include <string>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {
constexpr std::string_view kNoNews[] = {"README", "LICENSE", "LICENCE", "COPYING"};
}

bool is_hidden_name(std::string_view leaf) {
  return (leaf.starts_with('.') && leaf != "." && leaf != "..") || leaf == "__MACOSX";
}

/// In lower case only as a whole word: "license-fees-to-rise.txt" is news.
bool is_no_news_name(std::string_view leaf) {
  if (leaf == "SOURCE.txt") return true;
  const std::string_view stem = leaf.substr(0, leaf.find('.'));
  return std::any_of(std::begin(kNoNews), std::end(kNoNews), [&](std::string_view name) {
    return leaf.starts_with(name) || lower(stem) == lower(name);
  });
}

}  // namespace broadsheet
