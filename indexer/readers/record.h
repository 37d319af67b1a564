// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace broadsheet {

/// One article's raw form in a dump: the fields that the reader recognised, as bytes, before any cleaning.
/// The charset may still be anything (see charset); normalise() decodes. A field that the record lacks is
/// empty.
struct Record {
  std::string id;
  std::string version;
  std::string title;
  std::string body;
  std::string date;      // published, as written
  std::string modified;  // as written
  std::string embargo;   // not to be shown before, as written
  std::string status;    // of publishing, as written: "usable", "stat:withheld", "canceled", "kill"
  std::string dateline;
  std::string language;
  std::string source;
  std::string section;
  std::string url;
  std::string rights;
  std::string summary;  // used as body when there is no other
  std::vector<std::string> bylines;
  std::vector<std::string> topics;
  std::vector<std::string> persons;        // given
  std::vector<std::string> organisations;  // given
  std::vector<std::string> countries;      // given: names or codes
  std::vector<std::string> replaces;       // ids of other records that this one corrects or stands in for
  bool is_markup = false;                  // title, body and summary are HTML
  bool corrected = false;
  bool date_is_from_path = false;   // --path took the date from the path
  bool date_is_of_version = false;  // date is when this version was made: the record names no earlier one
  std::string charset;              // as declared by the dump ("utf-8", "iso-8859-1"); empty if not
  std::string path;          // of the file or archive member, as given or relative to the directory given
  std::uint64_t number = 0;  // 1-based, within the dump
  std::uint64_t offset = 0;  // in bytes, within the (unpacked) dump
  std::vector<std::string> problems;     // for the run's report, a line each; the record is good all the same
  std::vector<std::string> unused_keys;  // fields of the record that nothing was made of
};

/// A record that could not be read.
struct Reject {
  std::string reason;        // what is wrong and what to do, one line
  std::uint64_t number = 0;  // as in Record
  std::uint64_t offset = 0;
  std::string first_bytes;  // at most 80
};

/// A record that was read and is not an article to be indexed.
struct Skip {
  std::string reason;
  std::uint64_t number = 0;
};

using DumpItem = std::variant<Record, Reject, Skip>;

}  // namespace broadsheet
