// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// A person's name taken apart for comparing: latin_letters, without particles, hyphens and apostrophes.
struct ParsedName {
  std::string whole;               // with its spaces, for tables of whole names
  std::vector<std::string> given;  // given and middle names and initials, the first in its preferred spelling
  std::string given_as_written;    // the first of them
  std::string surname;             // the only word of a name of one word
  std::vector<std::string> surname_sounds;  // by each kind of spelling that the name calls for, marked apart
  std::string suffix;                       // "jr", "iii"
  bool surname_first = false;               // an East Asian name; given is then one word
};

ParsedName parse_name(const std::string& name);

/// True if the two are spellings of one person's name; symmetric and reflexive. The rules: the same surname
/// (name_spelling.h), as many given names and initials in the same order, each the same but for spelling or
/// known as variants of one; a Slavic patronymic may be missing; generational suffixes are equal.
bool same_person_name(const ParsedName& a, const ParsedName& b);

/// Equal for all names that same_person_name joins, but for names joined by the table of whole names.
std::string blocking_key(const ParsedName& name);

}  // namespace broadsheet
