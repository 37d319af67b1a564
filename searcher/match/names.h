// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// A facet value as typed, found in an archive.
struct ResolvedValue {
  std::vector<ValueId> ids;  // all that count as the value: a person's every spelling; empty for "none"
  std::string shown;         // as the answer echoes it
  bool none = false;         // articles without a value
  std::string notice;        // another name than the one typed was taken, or others have it too; else empty
};

/// What a typed value means in a facet. Folding always; countries by any name in any language; languages by
/// code or name; persons by any variant, by a form of
/// the authority file, by part of the name, or by a near spelling where only one person is
/// meant. A single name that is a person's whole label means that label where it is typed as printed or no
/// person of that name is in more articles. Throws InputError if nothing is meant (with the nearest values)
/// or several persons are (with their counts).
ResolvedValue resolve_value(const Archive& archive, Facet facet, const std::string& typed,
                            const std::string& locale);

/// The persons whom the authority file knows under this form, or else under one that has all its words, by
/// id. Folding always.
std::vector<ValueId> persons_called(const Archive& archive, const std::string& typed);

/// The name under which a value is shown to a reader of the locale.
std::string shown_value(const Archive& archive, Facet facet, ValueId id, const std::string& locale);

/// What the facet's option accepts for a value: its name, for countries the code in upper case, for languages
/// the code.
std::string option_value(const Archive& archive, Facet facet, ValueId id);

}  // namespace broadsheet
