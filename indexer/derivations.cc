// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/derivations.h"

#include "indexer/person_forms.h"
#include "indexer/person_variants.h"
#include "indexer/story_copies.h"

namespace broadsheet {

Derivations derivations() {
  return {{"variants", make_variants}, {"forms", make_person_forms}, {"copies", make_copies}};
}

}  // namespace broadsheet
