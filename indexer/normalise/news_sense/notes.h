// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

/// True of an editor's or desk's note: "(Adds details in third paragraph)", "EDITOR'S NOTE: ...", "Eds: ...".
bool is_editors_note(std::string_view paragraph);

/// True of what closes a story: "ENDS", "-30-", "###", "(MORE)", "Reuter", an agency's name alone.
bool is_end_mark(std::string_view paragraph);

/// Position of an end mark behind the last sentence of a paragraph ("... he said. REUTER"); npos if there is
/// none.
std::size_t find_trailing_end_mark(std::string_view paragraph);

/// True of a web address alone on its line.
bool is_address(std::string_view paragraph);

/// True if a title or note opens by saying that it corrects: "CORRECTED - ...", "(Corrects spelling ...)",
/// "BERICHTIGUNG: ...". "Correction in stock prices deepens" does not.
bool says_corrected(std::string_view text);

/// True of a mail address on a line of its own, "Write to Jane Doe at jane.doe@paper.example", "To contact
/// the reporter: ...".
bool is_contact(std::string_view paragraph);

/// What stands behind "first published" in "This report by The Canadian Press was first published Nov. 6,
/// 2019."; empty if the paragraph is no such line. It may be no date.
std::string_view first_published(std::string_view paragraph);

}  // namespace broadsheet
