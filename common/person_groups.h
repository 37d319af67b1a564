// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/manifest.h"
#include "common/schema.h"

namespace broadsheet {

/// Which names are one person: the archive's variants file, overridden by the user's authority.tsv. Applied
/// at query time, so that merging or renaming never needs a new index.
///
/// variants.GEN: one group a line, names separated by tabs, the preferred name first.
/// authority.tsv: UTF-8, one decision a line, cells separated by tabs, # comments:
///     merge   PREFERRED   NAME...     these names are one person, shown as PREFERRED
///     split   NAME...                 each of these names is a person of its own
///     rename  NAME        SHOWN       show this person under another name
///     drop    NAME...                 no person, nor part of one: never shown, counted or found as one
class PersonGroups {
 public:
  /// One line of either file.
  struct Decision {
    enum class Kind { Merge, Split, Rename, Drop };
    Kind kind = Kind::Merge;
    std::vector<std::string> names;
  };

  PersonGroups() = default;

  /// Reads both files. What cannot be read is passed over and told by troubles(). Throws InputError if the
  /// variants are not as they were written.
  static PersonGroups load(const std::filesystem::path& archive, const Manifest& manifest);

  /// What load() could not read, each with its file and line, for the user.
  const std::vector<std::string>& troubles() const { return troubles_; }

  /// Decisions in order, later ones override earlier ones.
  void apply(const Decision& decision);

  /// The id that stands for the person: the preferred name's, or the id itself.
  ValueId person(ValueId name) const;
  /// Every name of a person, itself first, none of them dropped. Requires person(person_id) == person_id and
  /// that it is not dropped.
  std::vector<ValueId> names(ValueId person_id) const;
  bool is_dropped(ValueId name) const { return dropped_.contains(name); }
  /// Of the person; empty if the name's own label is to be shown.
  const std::string& shown_name(ValueId person_id) const;
  /// All of them, by person.
  const std::unordered_map<ValueId, std::string>& shown_names() const { return shown_; }
  /// The person that is shown under a name which need not be one of its own.
  std::optional<ValueId> shown_as(ValueId shown) const;
  bool is_joined(ValueId person_id) const { return members_.contains(person_id); }

 private:
  void read_authority(const std::filesystem::path& path);
  void merge(const std::vector<std::string>& names);
  void split(ValueId id);
  void show(ValueId person_id, const std::string& name);
  void hide(ValueId person_id);

  std::unordered_map<ValueId, ValueId> person_of_;
  std::unordered_map<ValueId, std::vector<ValueId>> members_;  // by person, itself first; only of two or more
  std::unordered_map<ValueId, std::string> shown_;
  std::unordered_map<ValueId, ValueId> person_shown_;  // by the shown name's id, where it is another
  std::unordered_set<ValueId> dropped_;
  std::vector<std::string> troubles_;
};

/// Throws InputError for a line of authority.tsv that is no decision; where says file and line.
PersonGroups::Decision parse_decision(const std::vector<std::string>& cells, const std::string& where);

}  // namespace broadsheet
