// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "indexer/entities/persons/person_name_tables.h"

namespace broadsheet {

/// Which spellings of given names, and which whole names, stand for one: person_names.table, which is made of
/// given_name_variants.tsv and persons.tsv. Read-only; instance() is thread-safe.
class NameVariantTables {
 public:
  static const NameVariantTables& instance();

  /// The spelling that stands for all spellings of a given name (latin_letters); the name itself if unknown.
  std::string_view given_name(std::string_view name) const;

  bool is_arabic(std::string_view given_name) const;
  bool is_slavic(std::string_view given_name) const;

  /// The spelling that stands for all spellings of a whole name; the name itself if unknown.
  std::string_view whole_name(std::string_view name) const;

 private:
  NameVariantTables();
  std::string_view tradition(std::string_view given_name) const;
  const StoredGivenName* find(std::string_view given_name) const;

  HashTable given_names_;  // first: index
  std::span<const StoredGivenName> given_name_entries_;
  HashTable whole_names_;  // a range of the texts
  std::string_view texts_;
};

}  // namespace broadsheet
