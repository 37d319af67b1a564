// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/ubrk.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace broadsheet {

/// The boundaries of a UTF-8 text in bytes: of graphemes and sentences (UAX #29) or where a line may end (UAX
/// #14), by ICU. Positions between the bytes of a character count as the character's. The text must outlive
/// the object, which one thread may use at a time.
class Breaks {
 public:
  enum class Of { Graphemes, Sentences, Lines };

  Breaks(Of what, std::string_view text);

  /// The last boundary at or before a position; 0 is one.
  std::size_t at_or_before(std::size_t position);
  /// The first boundary at or after a position; the end of the text is one.
  std::size_t at_or_after(std::size_t position);
  /// The first boundary behind a position; nothing behind the last.
  std::optional<std::size_t> after(std::size_t position);

 private:
  struct Close {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
  };
  std::unique_ptr<UBreakIterator, Close> breaks_;
  std::size_t size_;
};

}  // namespace broadsheet
