// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/input_buffer.h"

namespace broadsheet {

/// Finds one element after the other (<DOC ...> ... </DOC>) in a dump of markup that need not be well-formed.
/// Tags in any case. Memory is bounded by the largest element, at most about two times kMaxRecordBytes.
class ElementCutter {
 public:
  /// name: of the elements, in lower case.
  ElementCutter(InputBuffer& input, std::string name) : input_(input), name_(std::move(name)) {}

  /// Takes what stands before the next start tag; false if there is none any more.
  bool find();

  /// After find(): the length of the element that pending() begins with. It ends after its end tag, else
  /// before the next start tag, else where it grows over kMaxRecordBytes, else at the end of the dump.
  std::size_t length();

  /// True if the element found by length() has its end tag.
  bool is_closed() const { return is_closed_; }

 private:
  InputBuffer& input_;
  std::string name_;
  bool is_closed_ = false;
};

}  // namespace broadsheet
