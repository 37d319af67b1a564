// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

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
  std::int64_t now = std::numeric_limits<std::int64_t>::max();  // seconds since 1970: later embargoes hold
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

/// A record that asks for something else than to be indexed now.
struct Notice {
  enum class Kind {
    Kill,  // the articles named are to be removed, now and when they come later
    Hold,  // it is not to be shown before its time, or until its publisher says so
  };
  Kind kind = Kind::Kill;
  std::vector<std::string> identities;  // of Kill
  std::string id;                       // of the record, as shown
  std::int64_t until = 0;               // of Hold: seconds since 1970; 0: unknown
  std::string reason;                   // one line, for the run's report
};

/// Pure: the same record and options always give the same result. Thread-safe. format is
/// DumpReader::format().
std::variant<Normalised, Reject, Skip, Notice> normalise(const Record& record, std::string_view format,
                                                         const NormaliseOptions& options);

}  // namespace broadsheet
