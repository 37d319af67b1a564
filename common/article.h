// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/moment.h"

namespace broadsheet {

/// What a paragraph of an article is. Only Body is text of the story: it is what is searched and counted.
/// The rest is kept for the reader. The names (to_string) are stored in archives.
enum class Role : std::uint8_t {
  Body,
  Dateline,  // "LONDON, March 3 (Reuters) -", cut off the paragraph it stood in
  Byline,    // "By Jane Doe"
  Note,      // editor's notes: "(Adds details)", "ENDS", "Reuter"; a date line
  Footer,    // share-this, like-us, subscribe
};

std::string_view to_string(Role role);

struct Paragraph {
  Role role = Role::Body;
  std::string text;
  bool operator==(const Paragraph&) const = default;
};

/// One news item as Broadsheet understands it. All text is UTF-8 (NFC), as shown, never folded.
struct Article {
  std::string identity;  // unique in an archive; see indexer/normalise/identity.h
  std::string id;        // the record's own id, as shown; its path or a hash if it has none
  std::string title;
  std::vector<Paragraph> paragraphs;  // in the order of the original
  std::string dateline_place;         // "LONDON" of the dateline, as printed; may be empty
  std::vector<std::string> bylines;   // authors' names
  std::vector<std::string> topics;
  std::string language;  // ISO 639-1, "" if unknown
  std::string source;    // outlet
  std::string section;
  std::string url;
  std::string rights;
  Moment published;
  DateFrom date_from = DateFrom::None;
  Moment modified;                    // as the record says; unknown if it does not
  std::int64_t version = 0;           // as the record says; 0 if it does not
  bool corrected = false;             // the record says that it corrects an earlier one
  std::vector<std::string> replaces;  // identities of other articles that this one stands in for

  bool operator==(const Article&) const = default;
};

/// The paragraphs with role Body, joined by a blank line.
std::string body_text(const Article& article);

/// A person or organisation found in an article or given with it.
struct NameTag {
  std::string name;  // as shown, tidy (fold.h)
  bool given = false;
  bool operator==(const NameTag&) const = default;
};

struct CountryTag {
  std::string code;  // see country.h
  bool about = false;
  bool given = false;
  bool operator==(const CountryTag&) const = default;
};

/// Who and what an article names. Each name and code at most once.
struct Entities {
  std::vector<NameTag> persons;
  std::vector<NameTag> organisations;
  std::vector<CountryTag> countries;
  bool operator==(const Entities&) const = default;
};

/// What a segment's document data holds: an article and its entities as one JSON object with a schema number.
/// decode throws std::runtime_error on anything that encode did not write.
struct StoredArticle {
  Article article;
  Entities entities;
  bool operator==(const StoredArticle&) const = default;
};

std::string encode_article(const StoredArticle& stored);
/// The same of the article and what was given with it: nothing that was found in the text.
std::string encode_given(const StoredArticle& stored);
/// True if nothing was found, so that both are the same.
bool is_all_given(const Entities& entities);
StoredArticle decode_article(std::string_view data);

/// Only the identity and the record's own id, of what encode_article wrote: quicker, for exports of ids.
struct ArticleIds {
  std::string identity;
  std::string id;
};
ArticleIds decode_ids(std::string_view data);

}  // namespace broadsheet
