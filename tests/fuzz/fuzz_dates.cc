// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a date or none, and a date that was read is printed as a text that is read as the same date.
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/normalise/dates/published_date.h"

namespace {

using namespace broadsheet;

constexpr std::string_view kLanguages[] = {"",   "en", "de", "fr", "es", "pt",
                                           "ru", "ja", "zh", "ar", "th", "pl"};

void require(bool kept) {
  if (!kept) __builtin_trap();
}

void check(const Moment& moment) {
  if (!moment.known()) return;
  const std::string printed = to_iso(moment);
  const auto again = parse_iso_moment(printed, moment.offset_minutes);
  require(again && *again == moment);
}

}  // namespace

/// The first byte picks the language and, with it, the zone of dates that name none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view language = kLanguages[data[0] % std::size(kLanguages)];
  const int offset = (data[0] / 32 - 4) * 165;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const DateReading reading = parse_published_date(text, offset, language);
  check(reading.moment);
  require(reading.problem.find('\n') == std::string::npos);
  check(date_of_url(text, offset));
  if (const auto day = parse_dateline_day(text, language)) {
    require(day->month >= 1 && day->month <= 12 && day->day >= 1 && day->day <= 31);
  }
  return 0;
}
