// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/field_keys.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/fold.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct KeyList {
  Field field;
  const char* keys;  // squeezed, best first
  bool is_markup = false;
};

constexpr KeyList kKeys[] = {
    {Field::Id, "id guid uuid uri articleid docid docno newsid itemid storyid identifier"},
    {Field::Version, "version versionnumber revision"},
    {Field::Title,
     "title headline headline.main headlines webtitle headlinetext articletitle newstitle head titre titel "
     "titulo "
     "título titolo überschrift заголовок 标题 標題 title.rendered headlines.basic name"},
    {Field::Body,
     "body text maintext content article bodytext fulltext fullstory story contenttext articlebody "
     "articletext "
     "articlecontent newstext storytext bodies contents paragraphs texte texto testo inhalt contenu "
     "contenido текст "
     "正文 内容 內容 content.rendered contentelements document"},
    {Field::Body, "bodyhtml contenthtml html bodyxhtml articlehtml htmlcontent bodynitf", true},
    {Field::Summary,
     "leadparagraph summary description lead abstract shortdescription trailtext descriptiontext standfirst "
     "subtitle teaser excerpt descriptions snippet excerpt.rendered "
     "description.basic subheadlines.basic highlights"},
    {Field::Summary, "descriptionhtml summaryhtml", true},
    {Field::Date,
     "datetimepub dategmt firstpublishdate firstpublicationdate datetime date published publishedat "
     "datepublish "
     "pubdate datepublished publicationdate publisheddate publishdate "
     "webpublicationdate displaydate pubtime publishtime dateline.date firstcreated "
     "contentcreated timestamp createdat created datum fecha дата 日期 time"},
    {Field::Modified,
     "modifiedgmt modified datemodify datemodified updated updatedat lastmodified lastmod lastupdated "
     "updateddate "
     "versioncreated "
     "modifieddate lastupdateddate lastmodifieddate"},
    {Field::Embargo, "embargoed embargo embargoeduntil embargountil embargodate"},
    {Field::Status, "pubstatus publicationstatus publishingstatus"},
    {Field::Dateline, "dateline dateline.text datelinetext"},
    {Field::Language, "language lang languagecode inlanguage langue sprache idioma"},
    {Field::Source,
     "source source.name source.title sourcename publisher publisher.name outlet publication newspaper "
     "sourcedomain site sitename thread.site domain quelle fuente "
     "infosources provider provider.name copyrightholder"},
    {Field::Section,
     "section sectionname category rubric desk categoryname sectiontitle articlesection newsdesk rubrik "
     "ressort "
     "rubrique taxonomy.primarysection.name service anpacategory"},
    {Field::Url, "url link weburl canonicalurl articleurl canonical permalink thread.url"},
    {Field::Rights, "rights copyright copyrightnotice license usageterms"},
    {Field::Bylines,
     "authors author byline byline.original authorname bylines creator writer journalist reporter by "
     "credits.by auteur "
     "autor autore"},
    {Field::Topics, "topics topic"},
    {Field::Topics, "keywords tags subjects concepts categories taxonomy.tags"},
    {Field::Topics, "subject keyword tag"},
    {Field::Persons, "persons people person entities.persons"},
    {Field::Organisations, "organisations organizations organisation organization entities.organizations"},
    {Field::Countries, "countries country"},
    {Field::Replaces, "replaces supersedes evolvedfrom correctionof rewriteof"},
    {Field::Charset, "charset encoding"},
};

/// What records are wrapped in. Elasticsearch's before squeezing: "_source" is an envelope, "source" an
/// outlet.
constexpr std::string_view kElasticsearch = "_source";
/// Solr counts its own writes in it.
constexpr std::string_view kSolrVersion = "_version_";
constexpr std::string_view kEnvelopes[] = {"fields.",     "data.",    "article.", "doc.",
                                           "document.",   "content.", "item.",    "attributes.",
                                           "properties.", "record.",  "news."};

/// A key of any alphabet and charset folded as values are, so that "Überschrift" is "überschrift".
std::string squeeze(std::string_view key) {
  std::string squeezed;
  std::string folded;
  if (std::any_of(key.begin(), key.end(), [](char c) { return (c & 0x80) != 0; })) {
    folded = fold_value(is_utf8(key) ? std::string(key) : repair_utf8(key));
    key = folded;
  }
  for (const char c : key) {
    if (c != '_' && c != '-' && c != ' ') squeezed += to_lower(c);
  }
  return squeezed;
}

using KeyTable = std::unordered_map<std::string, KeyMatch>;

KeyTable make_table() {
  KeyTable table;
  int rank = kFirstKeyRank;
  for (const KeyList& list : kKeys) {
    std::string_view keys = list.keys;
    while (!keys.empty()) {
      const std::string_view key = keys.substr(0, keys.find(' '));
      table.emplace(squeeze(key), KeyMatch{list.field, rank++, list.is_markup});
      keys.remove_prefix(std::min(key.size() + 1, keys.size()));
    }
  }
  return table;
}

std::string_view without_envelope(std::string_view key) {
  for (const std::string_view envelope : kEnvelopes) {
    if (begins_with(key, envelope)) return key.substr(envelope.size());
  }
  return {};
}

}  // namespace

std::optional<KeyMatch> recognise_key(std::string_view key) {
  static const KeyTable table = make_table();
  constexpr std::size_t longest = 100;
  int penalty = 0;
  if (key == kElasticsearch || key == kSolrVersion) return std::nullopt;
  if (key.starts_with(kElasticsearch) && key[kElasticsearch.size()] == '.') {
    key.remove_prefix(kElasticsearch.size() + 1);
    penalty = kEnvelopeRank;
  }
  for (; !key.empty() && key.size() <= longest; key = without_envelope(key), penalty += kEnvelopeRank) {
    const auto found = table.find(squeeze(key));
    if (found == table.end()) continue;
    KeyMatch match = found->second;
    match.rank += penalty;
    return match;
  }
  return std::nullopt;
}

}  // namespace broadsheet
