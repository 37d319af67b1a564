// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// What an item of a news agency's JSON says beyond its keys: IPTC ninjs 1 to 3 (https://iptc.org/std/ninjs/)
/// and what is made after it, AP's content interface, Elasticsearch's bulk format.

/// The item inside what it is sent in ({"data": {"item": {...}}}); the object itself if it is in nothing.
simdjson::dom::object item_within(const simdjson::dom::object& object);

/// Offers what an item's own rules decide: the headline before the title, the uri or the agency's number as
/// id. Nothing for records that are no such items.
void collect_item(const simdjson::dom::object& item, FieldCollector& collector);

/// Sets what needs the whole record: the date of this version where there is no other, and that it is
/// corrected.
void complete_item(const simdjson::dom::object& item, Record& record);

/// Why a record is no article: it is a picture, a video, an event or a package without a text. Nothing if it
/// has a body or is of no such type.
std::optional<std::string> no_article_reason(const simdjson::dom::object& item, const Record& record);

/// An action line of Elasticsearch's bulk format, {"index": {"_id": "1"}}: the line after it is its record.
struct BulkAction {
  std::string id;
  bool deletes = false;  // it has no record
};
std::optional<BulkAction> bulk_action(const simdjson::dom::object& object);

}  // namespace broadsheet
