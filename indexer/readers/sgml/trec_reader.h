// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Collections of <DOC> elements, SGML that is not well-formed: the newswire of TREC, Tipster, AQUAINT,
/// Gigaword, CLEF and NTCIR with the element names that each of them uses, and trecweb (<DOCHDR> and a page
/// of HTML). Tags in any case, "&" and "<" in the text unescaped or not. Where a document has no date, its
/// DOCNO's is taken (trec_docno.h). Advisories to editors (Gigaword's type="advis") are skipped.
/// Source: https://trec.nist.gov/data/docs_eng.html and the collections' document type definitions.
std::unique_ptr<DumpReader> make_trec_reader(DumpSource source);

}  // namespace broadsheet
