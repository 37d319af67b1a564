// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/tree.h"
#include "searcher/query/trouble.h"

namespace broadsheet {

/// What may stand behind the colon of a field: words as in the text, one value of a facet, or days.
enum class FieldHolds { Words, Values, Days };

struct QueryField {
  std::string_view name;
  Field field;
  FieldHolds holds;
};

/// The field of that name in any case; null if there is none. The result lives as long as the program.
const QueryField* find_field(std::string_view name);

/// "title", ...; empty for Field::Any.
std::string_view field_name(Field field);

/// The names of all fields, for messages.
std::string field_list();

/// Our name for a field that other systems know by another ("author").
std::optional<std::string_view> other_name(std::string_view name);

/// The same, or the field that is nearest to a misspelling.
std::optional<std::string_view> nearest_field(std::string_view name);

/// Reads "name:" at the beginning of a chunk; null if the chunk is plain text ("10:30", "https://...",
/// "EU:n", a word with a colon and a space behind it). behind: the text from the end of the chunk on. Throws
/// Trouble for a name that is no field of ours, and for a field without a value.
const QueryField* read_field(Span chunk, std::string_view behind);

}  // namespace broadsheet
