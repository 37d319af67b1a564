// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/tables/hash_table.h"
#include "indexer/entities/tables/table_file.h"

namespace broadsheet {

/// One line of persons.tsv: a person who fills news archives.
struct AuthorityPerson {
  std::string name;                    // as newspapers in English print it
  std::vector<std::string> countries;  // lower-case codes as in country.h, the main one first
  int first_year = 0;                  // of prominence in the news
  int last_year = 0;                   // kOpenYear if it goes on
  std::string role;
  std::vector<std::string> forms;  // other forms in print, in any script

  static constexpr int kOpenYear = 9999;
  /// True of heads of state, government and church: a surname alone is theirs rather than a relative's.
  bool leads() const;
  /// True if the surname alone is a company's or a brand's as a rule.
  bool in_business() const;
  /// The name without the "(lawyer)" that tells namesakes apart in the file.
  std::string printed_name() const;
};

/// The persons of lines like those of persons.tsv; those that are empty or start with # are left out. Throws
/// InputError if a line has not five cells and years.
std::vector<AuthorityPerson> read_persons(std::string_view lines);

/// The authority file: who is who. Read-only after construction; instance() is thread-safe.
class Authority {
 public:
  using Bearers = std::vector<const AuthorityPerson*>;

  /// Reads authority.table; throws InputError if it is missing or damaged.
  static const Authority& instance();

  const std::vector<AuthorityPerson>& persons() const { return persons_; }

  /// Those with this surname in any spelling of it that is printed in Latin letters; folded by fold_value.
  Bearers of_surname(std::string_view folded) const;

 private:
  Authority();

  std::vector<AuthorityPerson> persons_;
  HashTable surnames_;  // of surnames, folded: a range of bearers_
  std::span<const std::uint32_t> bearers_;
};

/// authority.table, mapped: the persons, and by what words they are found. Throws InputError if it is missing
/// or damaged. Thread-safe.
const TableFile& authority_table_file();

/// True of Chinese and Korean names.
bool has_surname_first(const AuthorityPerson& person);

/// The word of a form in Latin letters that stands alone for the person, folded: the last, of Chinese and
/// Korean names the first; without "al-". Empty for forms of one word, in other scripts, and of monarchs and
/// popes.
std::string lone_surname(const std::string& form, const AuthorityPerson& person);

}  // namespace broadsheet
