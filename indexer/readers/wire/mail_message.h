// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

/// One mail (RFC 5322 and MIME, RFC 2045 to 2049; parsed by GMime) as a Record in UTF-8: Subject as title,
/// Date, Message-ID, the list (List-Id) or sender as source, Content-Language, Keywords, Archived-At. The
/// body is the plain text if that is real text, else the HTML; attachments are passed over. Nothing if it is
/// no mail. Thread-safe.
std::optional<Record> read_mail(std::string_view bytes);

}  // namespace broadsheet
