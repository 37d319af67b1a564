// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

/// One article of the plain-text exports of news databases. Nothing if the piece is none (a cover page, a
/// list of contents, a notice).

/// LexisNexis and Nexis Uni, old form (outlet, date, headline, "LENGTH: 413 words", text, "LOAD-DATE: ...")
/// and new (headline, outlet, date, "Body", text, "End of Document").
std::optional<Record> read_lexis(std::string_view piece);

/// Factiva, with the tags of its "full article plus indexing" form.
std::optional<Record> read_factiva(std::string_view piece);

/// ProQuest: labelled lines, "Full text: ...".
std::optional<Record> read_proquest(std::string_view piece);

}  // namespace broadsheet
