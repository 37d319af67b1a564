// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace broadsheet {

/// Which spellings of given names, and which whole names, stand for one: given_name_variants.tsv and
/// persons.tsv. Read-only after construction; instance() is thread-safe.
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

  struct GivenName {
    std::string preferred;
    std::string tradition;
  };
  std::string_view tradition(std::string_view given_name) const;

  std::unordered_map<std::string, GivenName> given_names_;
  std::unordered_map<std::string, std::string> whole_names_;
};

}  // namespace broadsheet
