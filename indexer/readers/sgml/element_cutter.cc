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

std::size_t ElementCutter::length() {
  is_closed_ = false;
  const std::size_t start_tag = name_.size() + 2;
  std::size_t from = start_tag;
  while (true) {
    const std::string_view text = input_.pending();
    const std::size_t closing = find_end_tag(text, name_, from);
    const std::size_t next = find_start_tag(text.substr(0, closing), name_, from);
    if (next != std::string_view::npos) return next;
    const std::size_t end = closing == std::string_view::npos ? closing : text.find('>', closing);
    if (end != std::string_view::npos) {
      is_closed_ = true;
      return end + 1;
    }
    from = std::max(start_tag, text.size() - std::min(text.size(), start_tag + 1));
    if (text.size() > kMaxRecordBytes || !input_.grow()) return input_.pending().size();
  }
}

}  // namespace broadsheet
