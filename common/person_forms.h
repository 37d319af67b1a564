// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/manifest.h"
#include "common/schema.h"

namespace broadsheet {

/// What else, in any script, an archive's persons are called: forms of the authority file, under which they
/// are asked for and of which no article need have one.
///
/// forms.GEN: UTF-8, a person a line, cells separated by tabs: the name as articles have it, then the forms.
class PersonForms {
 public:
  struct Person {
    ValueId name{};
    std::vector<std::string> forms;
  };

  PersonForms() = default;

  /// None of an archive that has no such file. Throws InputError if it is not as it was written.
  static PersonForms load(const std::filesystem::path& archive, const Manifest& manifest);

  const std::vector<Person>& persons() const { return persons_; }

  /// Those of one name; empty if none are known.
  std::vector<std::string> of(ValueId name) const;

 private:
  std::vector<Person> persons_;
};

}  // namespace broadsheet
