// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// What the name of a document in a newswire collection says.
struct DocnoFacts {
  std::string date;    // "1988-02-12"; empty if it has none
  std::string source;  // "Associated Press"; empty if the collection is not known
};

/// The naming schemes of the TREC (Tipster, disks 4 and 5), CLEF, AQUAINT and Gigaword collections:
/// letters, then a day as YYMMDD ("AP880212-0001", "WSJ870324-0001"), MMDDYY ("LA010189-0001") or YYYYMMDD
/// ("APW19980601.0002", "NYT_ENG_19980101.0001", "EFE19940101-00001").
/// Sources: the READMEs of LDC93T3A, LDC2002T31, LDC2011T07; https://trec.nist.gov/data/docs_eng.html
DocnoFacts read_docno(std::string_view docno);

}  // namespace broadsheet
