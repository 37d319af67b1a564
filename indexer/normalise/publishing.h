// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/normalise/normalise.h"

namespace broadsheet {

enum class Publishing { Usable, Withheld, Killed };

/// What a publishing status as written means: IPTC's codes (NewsCodes pubstatusg2, "stat:canceled"; NewsML 1
/// "Canceled"; ninjs pubstatus) and the words that agencies use for them. Usable if it is none of them.
Publishing publishing_status(std::string_view status);

/// The notice that a decoded record is, if it is not to be indexed now: killed by its publisher, withheld, or
/// under an embargo that ends after options.now. A kill names the record itself and what it replaces.
std::optional<Notice> read_notice(const Record& record, std::string_view format,
                                  const NormaliseOptions& options);

}  // namespace broadsheet
