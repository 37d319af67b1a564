// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// What a capitalised word beside a place may be, by name_words.tsv and place_exceptions.tsv. Thread-safe.

/// A person's given name and no place ("Michael", "Irving"; not "Paris").
bool is_given_name(std::string_view word);

/// "Mr", "Frau": without a full stop.
bool is_honorific(std::string_view word);

/// A person's name and neither an ordinary word nor a place ("Hilton", not "King").
bool is_personal_name(std::string_view word);

/// Anything but an ordinary word or a place ("Ochocinco"), or a surname that is one too ("Smith").
bool may_be_surname(std::string_view word);

/// An English word or a person's name, whatever else it is.
bool is_word_or_name(std::string_view word);

}  // namespace broadsheet
