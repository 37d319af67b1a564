// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What one source of facts in a page (its linked data, its meta elements, what it shows) says of the
/// article: plain text, no markup, nothing where it says nothing.
struct PageFacts {
  std::string id;
  std::string title;
  std::string summary;
  std::string body;  // paragraphs separated by blank lines
  std::string date;
  std::string modified;
  std::string language;
  std::string source;
  std::string section;
  std::string url;
  std::string rights;
  std::vector<std::string> authors;
  std::vector<std::string> topics;
  bool is_article = false;     // it says so
  bool is_live = false;        // a live blog: its posts together are the article
  bool is_collection = false;  // it says that the page lists others

  /// Takes from other what this does not have.
  void fill_from(const PageFacts& other);
};

/// True if a text may be a date: it has a digit, and is no longer than dates are.
bool may_be_date(std::string_view text);

/// True if a text may be an author's name: no address, no handle, neither empty nor a sentence.
bool may_be_author(std::string_view text);

}  // namespace broadsheet
