// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace broadsheet::test {

/// In what two databases differ, of all that Xapian's interface shows: statistics and bounds, terms,
/// postings, lengths, positions, termlists, values, data, metadata. The first few differences, in words; ""
/// for none.
std::string differences(const Xapian::Database& one, const Xapian::Database& other);

/// In what the answers differ to some thousand queries made of the first database's terms: documents, weights
/// (exactly), estimates and bounds.
std::string differences_of_answers(const Xapian::Database& one, const Xapian::Database& other);

/// What Xapian's own check finds, "" for nothing.
std::string check_faults(const std::string& path);

}  // namespace broadsheet::test
