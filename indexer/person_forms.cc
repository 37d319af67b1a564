// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/person_forms.h"

#include <algorithm>

#include "common/person_forms.h"
#include "common/schema.h"
#include "indexer/entities/authority/authority.h"

namespace broadsheet {

std::string make_person_forms(const std::vector<SegmentView>& segments) {
  std::string lines = "# forms of the authority file; made anew by every run\n";
  for (const AuthorityPerson& person : Authority::instance().persons()) {
    const std::string term = make_value_term(Facet::Person, person.name);
    const bool is_named = std::any_of(segments.begin(), segments.end(), [&](const auto& segment) {
      return segment.database.get_termfreq(term) > 0;
    });
    if (person.forms.empty() || !is_named) continue;
    lines += PersonForms::line(person.name, person.forms);
  }
  return lines;
}

}  // namespace broadsheet
