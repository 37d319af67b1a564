// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/fields/field_keys.h"

namespace broadsheet {

/// Gathers the keys and values of one record of a dump that names its fields, and decides which value fills
/// which field: of several keys for a field the best (field_keys.h) that has a value; lists of topics,
/// persons, organisations and countries are joined. What --map says wins over what is recognised.
class FieldCollector {
 public:
  explicit FieldCollector(const FieldMap& field_map) : field_map_(field_map) {}

  std::optional<KeyMatch> match(std::string_view key) const;
  void offer(std::string_view key, const KeyMatch& match, std::vector<std::string> values);
  /// True if --map names something inside the object of that key.
  bool maps_into(std::string_view key) const;
  void leave(std::string_view key) { unused_.emplace_back(key); }

  /// The record, with is_markup and unused_keys.
  Record finish();

  /// Whether a record has a title, body or summary.
  static bool has_text(const Record& record);
  /// Why a record without text has none, and what to do.
  static std::string no_text_reason(const std::vector<std::string>& keys);

 private:
  struct Choice {
    KeyMatch match;
    std::string key;
    std::vector<std::string> values;
  };

  const FieldMap& field_map_;
  std::map<Field, Choice> best_;
  std::vector<std::string> unused_;
  Record joined_;
};

}  // namespace broadsheet
