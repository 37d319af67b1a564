// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A plain text of format=flowed (RFC 3676) with its soft line breaks undone; delete_space: its DelSp=yes.
std::string unflow(std::string_view text, bool delete_space);

/// A plain text up to the line "-- " that begins a signature (RFC 3676, section 4.3).
std::string_view without_signature(std::string_view text);

/// True if the plain text of a newsletter says about what its HTML says. Many only say where to see it.
bool is_real_text(std::string_view plain, std::string_view html);

/// A title beside an HTML body, so that it reads the same as HTML.
std::string escape_markup(std::string_view text);

/// The headers at the beginning of a text, if it begins as mails do: RFC 5322 header lines, two of which
/// every mail has and few other texts. A "From " line of an mbox may stand before.
bool looks_like_mail(std::string_view head);

/// True of the line that begins a message in an mbox (RFC 4155): "From ", a sender, a date with a time.
bool is_from_line(std::string_view line);

}  // namespace broadsheet
