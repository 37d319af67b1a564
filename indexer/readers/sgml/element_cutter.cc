// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/element_cutter.h"

#include <algorithm>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/sgml/tag_scan.h"

namespace broadsheet {

bool ElementCutter::find() {
  const std::size_t tag_start = name_.size() + 2;
  while (true) {
    const std::string_view text = input_.pending();
    const std::size_t at = find_start_tag(text, name_, 0);
    if (at != std::string_view::npos) {
      input_.take(at);
      return true;
    }
    input_.take(text.size() - std::min(text.size(), tag_start - 1));
    if (!input_.grow()) return false;
  }
}

/// In one pass: to look for the far end tag first would cost all that is pending for each of many small
/// elements.
std::size_t ElementCutter::length() {
  is_closed_ = false;
  const std::size_t start_tag = name_.size() + 2;
  const std::size_t end_tag = name_.size() + 3;
  std::size_t at = start_tag;
  while (true) {
    const std::string_view text = input_.pending();
    at = std::min(text.find('<', at), text.size());
    if (text.size() - at >= end_tag || (at < text.size() && input_.ended())) {
      if (find_start_tag(text.substr(at, start_tag), name_, 0) == 0) return at;
      const bool is_end = find_end_tag(text.substr(at, end_tag), name_, 0) == 0;
      const std::size_t end = is_end ? text.find('>', at) : std::string_view::npos;
      is_closed_ = end != std::string_view::npos;
      if (is_closed_) return end + 1;
      if (!is_end) {
        ++at;
        continue;
      }
    }
    if (text.size() > kMaxRecordBytes || input_.ended()) return text.size();
    input_.grow();
  }
}

}  // namespace broadsheet
