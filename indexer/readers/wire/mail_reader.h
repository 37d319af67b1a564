// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Mail as newsletters arrive: one message (.eml), or an mbox (RFC 4155), of which no more than a message is
/// held at a time; ">From " in it is "From ".
std::unique_ptr<DumpReader> make_mail_reader(DumpSource source);

}  // namespace broadsheet
