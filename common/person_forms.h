// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/manifest.h"
#include "common/schema.h"

namespace broadsheet {

/// What else, in any script, an archive's persons are called: forms of the authority file, under which they
/// are asked for and of which no article need have one.
///
/// forms.GEN: UTF-8, # comments; a person a line, cells separated by tabs: the id of the name that articles
/// have (16 hexadecimal digits), then each form and what fold_value() makes of it, so that a form is found by
/// looking through bytes. (Earlier versions wrote the name, then the forms; load() reads both.)
class PersonForms {
 public:
  struct Person {
    ValueId name{};
    std::vector<std::string> forms;
  };

  PersonForms() = default;

  /// None of an archive that has no such file. Throws InputError if it is not as it was written.
  static PersonForms load(const std::filesystem::path& archive, const Manifest& manifest);
  /// Of the bytes of such a file.
  static PersonForms from_text(std::string_view text);

  /// What the file has of a person.
  static std::string line(std::string_view name, const std::vector<std::string>& forms);

  /// Those that have each of these folded words in some form, and perhaps others.
  std::vector<Person> with_words(const std::vector<std::string>& folded) const;

  /// Those of one name; empty if none are known.
  std::vector<std::string> of(ValueId name) const;

 private:
  std::string lines_ = "\n";  // without comments
};

}  // namespace broadsheet
