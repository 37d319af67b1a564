// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// What an article is known by, all clean; path as in Record.
struct IdentityClues {
  std::string_view id = {};
  std::string_view url = {};
  std::string_view path = {};
  std::string_view scope = {};  // --collection, else the outlet, else the format's name
  bool is_text_file = false;
  std::string_view title = {};
  std::string_view body = {};
};

struct Identity {
  std::string identity;  // unique in an archive
  std::string id;        // as shown: the record's own, else the URL, the path, or the hash
};

/// The identity: the record's id as it stands if it is a URI, URN or UUID; else "scope:id"; without an id the
/// canonical URL; a text file's is "scope:path"; else "hash:" and sixteen hexadecimal digits of the folded
/// title and body. Neither is longer than 1,000 bytes: the hash stands for what is.
Identity identify(const IdentityClues& clues);

/// A URL as the same page always has it: scheme and host in lower case, no default port, fragment or trailing
/// slash, none of the parameters that only count visitors (utm_*, fbclid, gclid). RFC 3986, section 6.2.2.
/// Empty if it names neither a host nor a path ("#top", "http://").
std::string canonical_url(std::string_view url);

/// True of RFC 4122's UUIDs, and of URIs (RFC 3986) whose scheme makes them unique in the world: "x://",
/// "urn:", "tag:", "doi:" and the like. "page:17" is not one.
bool is_global_id(std::string_view id);

}  // namespace broadsheet
