// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/moment.h"

namespace broadsheet {

/// The version of all that this header says. An archive of another version is refused.
constexpr int kSchemaVersion = 2;

/// Term prefixes. One capital letter each is Xapian's convention, X... are ours. Words are folded (fold.h)
/// and split (words.h), unstemmed, with positions; stems have no positions. A title's words have none of
/// their own either: they come first in an article, so theirs are the first positions of the same words
/// without prefix, as many as the wdf says.
///
/// How often a stem occurs in an article is the sum of what two terms say: that with kStem ("Zelect"), and
/// that of the word which is spelt as the stem ("elect"), if that word's stem is itself. So the first counts
/// what the second does not: the other words with that stem, and what words of the title count for more.
/// Most words of a text are their own stems, so this is half of what counting all of them twice would be.
namespace prefix {
constexpr std::string_view kStem = "Z";      // before the prefix of its field: "Zelect", "ZSelect"
constexpr std::string_view kIdentity = "Q";  // Article::identity
constexpr std::string_view kTitle = "S";     // words of the title
constexpr std::string_view kByline = "A";    // words of the bylines
constexpr std::string_view kLanguage = "L";  // ISO 639-1
constexpr std::string_view kDay = "D";       // YYYYMMDD, published, local
constexpr std::string_view kMonth = "M";     // YYYYMM
constexpr std::string_view kYear = "Y";      // YYYY
constexpr std::string_view kPerson = "XP";   // the rest: fold_value() of the value
constexpr std::string_view kCountry = "XC";  // code, mentioned
constexpr std::string_view kAbout = "XA";    // code, main subject
constexpr std::string_view kOrganisation = "XO";
constexpr std::string_view kSource = "XS";
constexpr std::string_view kSection = "XT";
constexpr std::string_view kTopic = "XK";
constexpr std::string_view kSuperseded =
    "XV";  // identity of an article whose newer version is the one searched
constexpr std::string_view kReplaces = "XR";  // identity of another article that this one stands in for
}  // namespace prefix

/// Positions that are left out behind a title, and behind a paragraph or a byline: no phrase reaches across.
constexpr Xapian::termpos kGapAfterTitle = 100;
constexpr Xapian::termpos kGapAfterParagraph = 10;

/// Value slots. Part of the format: never renumber.
namespace slot {
constexpr Xapian::valueno kPublished = 0;  // encode_moment
constexpr Xapian::valueno kFirstDay = 1;   // encode_day: first local day of the published interval
constexpr Xapian::valueno kLastDay = 2;    // encode_day: last local day
constexpr Xapian::valueno kPersons = 3;    // pack_ids, as all to kBylines
constexpr Xapian::valueno kCountries = 4;
constexpr Xapian::valueno kAbout = 5;
constexpr Xapian::valueno kOrganisations = 6;
constexpr Xapian::valueno kSource = 7;
constexpr Xapian::valueno kSection = 8;
constexpr Xapian::valueno kLanguage = 9;
constexpr Xapian::valueno kTopics = 10;
constexpr Xapian::valueno kBylines = 11;
constexpr Xapian::valueno kWordCount = 12;    // encode_number: words of title and body
constexpr Xapian::valueno kContentHash = 13;  // one packed id
constexpr Xapian::valueno kIdentity = 14;     // Article::identity; absent in a superseded version
constexpr Xapian::valueno kSignature =
    15;                              // indexer/copies/signature.h; absent in archives made before it was
constexpr Xapian::valueno kId = 16;  // encode_id (article_id.h); absent in the same, and superseded versions
}  // namespace slot

enum class Facet : std::uint8_t {
  Person,
  Country,
  About,
  Org,
  Source,
  Section,
  Topic,
  Byline,
  Language,
  Year,
  Month,
  Day
};
constexpr std::size_t kFacetCount = 12;
constexpr std::size_t kValueFacetCount =
    9;  // the first nine have values in slots; the dates come from kFirstDay

struct FacetInfo {
  Facet facet;
  std::string_view name;    // of its option, in JSON and docs
  std::string_view title;   // above its column on a page
  std::string_view prefix;  // of its terms
  Xapian::valueno slot;
};

/// All facets, indexed by Facet.
const std::array<FacetInfo, kFacetCount>& facets();
const FacetInfo& info(Facet facet);
std::optional<Facet> find_facet(std::string_view name);

/// A facet value's id: hash64(fold_value(value)), the same in every segment and archive.
using ValueId = std::uint64_t;
ValueId value_id(std::string_view value);

/// Several ids in one slot: 8 bytes each, big-endian, ascending, each once.
std::string pack_ids(std::vector<ValueId> ids);
/// Ignores a trailing piece shorter than 8 bytes.
std::vector<ValueId> unpack_ids(std::string_view packed);

/// prefix + value, at most 240 bytes (Xapian's limit is 245): longer ones are cut and end in a hash of the
/// whole.
std::string make_term(std::string_view prefix, std::string_view value);

/// Of make_term(prefix::kTitle, word).
constexpr bool is_title_term(std::string_view term) {
  return term.starts_with(prefix::kTitle);
}
/// Of the term of a stem: the term of the word that is spelt as the stem.
constexpr std::string_view word_of_stem(std::string_view stem_term) {
  return stem_term.substr(prefix::kStem.size());
}
std::string make_value_term(Facet facet, std::string_view value);  // fold_value()s the value

/// Sort as the numbers do. 4 bytes.
std::string encode_day(std::int32_t day_number);
std::int32_t decode_day(std::string_view encoded);
std::string encode_number(std::uint32_t number);
std::uint32_t decode_number(std::string_view encoded);
/// 11 bytes: instant (sortable), precision, zone. Unknown moments are not stored.
std::string encode_moment(const Moment& moment);
Moment decode_moment(std::string_view encoded);

/// Segment metadata: the label of a facet value, as shown. The key is "label/FACET/HEX".
std::string label_key(Facet facet, ValueId id);
std::string label_key_prefix(Facet facet);
/// The better of two spellings with the same fold: mixed case before capitals before small letters, then more
/// marks, then byte order. Associative and commutative, so that labels do not depend on the order of input.
const std::string& better_label(const std::string& a, const std::string& b);

/// The short id of an article that a page shows: first hexadecimal digits of hash64(identity).
std::string short_id(std::string_view identity);

}  // namespace broadsheet
