// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/breaks.h"

#include <unicode/utext.h>

#include <array>
#include <stdexcept>
#include <string>

namespace broadsheet {
namespace {

void check(UErrorCode error) {
  if (U_FAILURE(error))
    throw std::runtime_error(std::string("ICU cannot break a text: ") + u_errorName(error));
}

UBreakIterator* open_breaks(UBreakIteratorType type) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator* breaks = ubrk_open(type, "en", nullptr, 0, &error);
  check(error);
  return breaks;
}

/// Opening reads ICU's rules each time; a clone shares them.
UBreakIterator* clone_breaks(Breaks::Of what) {
  static const std::array<UBreakIterator*, 3> originals = {
      open_breaks(UBRK_CHARACTER), open_breaks(UBRK_SENTENCE), open_breaks(UBRK_LINE)};
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator* breaks = ubrk_clone(originals[static_cast<std::size_t>(what)], &error);
  check(error);
  return breaks;
}

}  // namespace

Breaks::Breaks(Of what, std::string_view text) : breaks_(clone_breaks(what)), size_(text.size()) {
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &error);
  ubrk_setUText(breaks_.get(), &utext, &error);
  utext_close(&utext);
  check(error);
}

std::size_t Breaks::at_or_before(std::size_t position) {
  if (position >= size_) return size_;
  if (ubrk_isBoundary(breaks_.get(), static_cast<std::int32_t>(position))) {
    return static_cast<std::size_t>(ubrk_current(breaks_.get()));
  }
  const std::int32_t before = ubrk_preceding(breaks_.get(), static_cast<std::int32_t>(position));
  return before == UBRK_DONE ? 0 : static_cast<std::size_t>(before);
}

std::size_t Breaks::at_or_after(std::size_t position) {
  if (position >= size_) return size_;
  if (ubrk_isBoundary(breaks_.get(), static_cast<std::int32_t>(position))) {
    return static_cast<std::size_t>(ubrk_current(breaks_.get()));
  }
  return after(position).value_or(size_);
}

std::optional<std::size_t> Breaks::after(std::size_t position) {
  if (position >= size_) return std::nullopt;
  const std::int32_t next = ubrk_following(breaks_.get(), static_cast<std::int32_t>(position));
  if (next == UBRK_DONE) return std::nullopt;
  return static_cast<std::size_t>(next);
}

}  // namespace broadsheet
