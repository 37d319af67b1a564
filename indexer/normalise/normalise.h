// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <variant>

#include "common/article.h"
#include "indexer/readers/record.h"

namespace broadsheet {

/// What the command line says about all records of a run.
struct NormaliseOptions {
  std::string collection;          // scope of identities; empty: the record's outlet, else the format's name
  std::string source;              // for records without one
  std::string language;            // for records without one; empty: detected
  Moment date;                     // for records without one; unknown: they stay undated
  int default_offset_minutes = 0;  // zone of stamps without one
};

/// A record made into an article, with the entities that it carries (given). Reject: nothing can be made of
/// it (no text at all, an unreadable charset). Skip: it is no article to be indexed. problems are things
/// worth a line in the run's report though the article is indexed: a date that makes no sense, an unknown
/// country.
struct Normalised {
  Article article;
  Entities given;
  std::vector<std::string> problems;
};

/// Pure: the same record and options always give the same result. Thread-safe. format is
/// DumpReader::format().
std::variant<Normalised, Reject, Skip> normalise(const Record& record, std::string_view format,
                                                 const NormaliseOptions& options);

}  // namespace broadsheet
