// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// For each of the parts, whether it is printed in capitals ("REAGAN TO MEET GORBACHEV").
std::vector<bool> parts_in_capitals(const std::vector<NameToken>& tokens, std::size_t parts);

/// For an article all in capitals: gives the words that the lexicon or a title makes out as names the shape
/// Capital, all others the shape Lower, as if the article were in ordinary print.
void mark_names_in_capitals(std::vector<NameToken>& tokens);

/// The same for runs of capitals in a part in ordinary print: "JANE DOE, CHIEF ECONOMIST, ACME BANK, NEW
/// YORK:", as collections of comments head them. Runs without a comma or an occupation stay as they are.
void mark_names_in_runs_of_capitals(std::vector<NameToken>& tokens);

/// A name in capitals as it is written in ordinary print: "ROBERT MCNAMARA" is "Robert McNamara",
/// "JEAN-PAUL DE GAULLE" is "Jean-Paul de Gaulle". UTF-8.
std::string name_case(std::string_view capitals);

}  // namespace broadsheet
