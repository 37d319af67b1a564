// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/fields/record_fields.h"

namespace broadsheet {

/// Small steps in filling a Record out of a document's many places.

void set_if_empty(std::string& field, std::string value);

/// At the end of a list, unless empty or there already.
void add_value(std::vector<std::string>& list, std::string value);

/// A date of IPTC's formats as written; empty unless it has a day's digits ("YYYYMMDD" in a template has
/// none). Midnight without a zone ("20070101T000000") is how a day alone is written there.
std::string iptc_date(std::string_view text);

/// True, and the country among the record's, if the name or code is a country's.
bool add_country(Record& record, std::string_view name);

/// True if a note to editors says that the story corrects an earlier one; in the languages of the great
/// agencies.
bool says_correction(std::string_view note);

/// Each field that record lacks, and values that its lists lack, from other.
void fill_missing(Record& record, const Record& other);

/// What --map says of a key: true if it names a field, which then takes the value over any other.
bool take_mapped(Record& record, const FieldMap& field_map, std::string_view key, const std::string& value);

/// "acme.example" of "http://www.acme.example/about"; what is no URL as it is.
std::string host_of(std::string_view url);

/// "20000339" of "medtop:20000339"; what has no colon as it is.
std::string_view behind_colon(std::string_view code);

}  // namespace broadsheet
