// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/record.h"

namespace broadsheet {

/// The fields of a Record that a dump's fields are mapped to.
enum class Field : std::uint8_t {
  Id,
  Version,
  Title,
  Body,
  Summary,
  Date,
  Modified,
  Embargo,
  Status,
  Dateline,
  Language,
  Source,
  Section,
  Url,
  Rights,
  Bylines,
  Topics,
  Persons,
  Organisations,
  Countries,
  Replaces,
  Charset,
};

/// What --map says: their key (dotted, as written) to our field.
using FieldMap = std::vector<std::pair<std::string, Field>>;

/// The field of that name, as --map and --path call it: the name of Record's member, or its singular
/// ("byline").
std::optional<Field> find_field(std::string_view our_name);

/// find_field, or an InputError that says which option and lists the names that exist.
Field require_field(std::string_view our_name, std::string_view option);

/// True if the record has something in the field.
bool has_field(const Record& record, Field field);

/// Puts values into a field. A field with one value takes the first; a list takes all that it does not have
/// yet.
void set_field(Record& record, Field field, std::vector<std::string> values);

/// True for fields that hold a list.
bool is_list(Field field);

/// The values that one string stands for: a list written as text ("a; b", "a, b", "['a', 'b']") for the
/// fields that are lists, else the string itself. A byline stays whole ("By A, B and C" is for normalise);
/// commas part persons only where every part has a first and a last name ("Kohl, Helmut" is one).
std::vector<std::string> split_values(Field field, std::string_view text);

}  // namespace broadsheet
