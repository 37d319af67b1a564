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

}  // namespace broadsheet
