// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/entities/tables/table_file.h"

namespace broadsheet {

// What the files of tables hold, made of the readable data files. In this order: each needs the files before
// it in place. Throw InputError if a data file is missing or cannot be understood.

/// words.table
TableFileWriter make_word_tables();

/// places.table
TableFileWriter make_place_tables();

/// authority.table
TableFileWriter make_authority_tables();

/// person_names.table
TableFileWriter make_person_name_tables();

}  // namespace broadsheet
