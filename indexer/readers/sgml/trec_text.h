// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The text of a piece of newswire SGML: tags gone ("<" that begins none stays), <P> a blank line, table rows
/// lines; the references of LDC's collections (&AMP; &LR; &hyph; ...) resolved, those of HTML left as they
/// are.
std::string trec_text(std::string_view markup);

/// trec_text() on one line.
std::string trec_line(std::string_view markup);

/// A date as these collections write it, as an unambiguous one: "01/30/03" and "06/01/1998 00:21:00" are
/// month first; "January 1, 1989, Sunday, Home Edition" loses its edition; others come back as they are,
/// trimmed.
std::string trec_date(std::string_view text);

}  // namespace broadsheet
