// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/page_meta.h"

#include <algorithm>
#include <map>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

using Keys = std::initializer_list<std::string_view>;

/// Names and values of all <meta>; names in lower case.
class MetaTable {
 public:
  explicit MetaTable(const HtmlTree& tree) {
    for (const HtmlNode& node : tree.nodes) {
      if (node.name != "meta") continue;
      for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        add(lower(node.attribute(key)), plain_text_of(node.attribute("content")));
      }
    }
  }

  std::string first(Keys names) const {
    for (const std::string_view name : names) {
      const auto found = values_.find(name);
      if (found != values_.end()) return found->second[0];
    }
    return {};
  }

  std::string first_date(Keys names) const {
    for (const std::string_view name : names) {
      const auto found = values_.find(name);
      if (found != values_.end() && may_be_date(found->second[0])) return found->second[0];
    }
    return {};
  }

  /// All values of the first name that has a good one.
  template <typename Test>
  std::vector<std::string> all(Keys names, Test is_good) const {
    for (const std::string_view name : names) {
      const auto found = values_.find(name);
      if (found == values_.end()) continue;
      std::vector<std::string> good;
      for (const std::string& value : found->second) {
        if (is_good(value) && std::find(good.begin(), good.end(), value) == good.end()) good.push_back(value);
      }
      if (!good.empty()) return good;
    }
    return {};
  }

 private:
  /// A property may be a list ("og:title dc:title"); Dublin Core's names are written with a colon or a dot.
  void add(const std::string& names, const std::string& value) {
    for (std::string_view rest = trim(names); !rest.empty() && !value.empty(); rest = trim(rest)) {
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
      std::string name(word);
      if (name.starts_with("dc:") || name.starts_with("dcterms:")) name[name.find(':')] = '.';
      values_[name].push_back(value);
      rest.remove_prefix(word.size());
    }
  }

  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

std::vector<std::string> split_topics(const std::vector<std::string>& values) {
  if (values.size() != 1) return values;
  std::vector<std::string> topics;
  for (std::string_view rest = values[0]; !rest.empty();) {
    const std::string_view topic = rest.substr(0, rest.find_first_of(",;"));
    if (!trim(topic).empty()) topics.emplace_back(trim(topic));
    rest.remove_prefix(std::min(topic.size() + 1, rest.size()));
  }
  return topics;
}

std::string language_of(const HtmlTree& tree, const MetaTable& meta) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.name != "html") continue;
    for (const std::string_view key : {"lang", "xml:lang"}) {
      const std::string_view value = trim(node.attribute(key));
      if (!value.empty()) return std::string(value);
    }
    break;
  }
  return meta.first(
      {"og:locale", "dc.language", "dcterms.language", "language", "content-language", "inlanguage"});
}

std::string canonical(const HtmlTree& tree) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.name == "link" && lower(node.attribute("rel")) == "canonical")
      return std::string(trim(node.attribute("href")));
  }
  return {};
}

void read_names(const MetaTable& meta, PageFacts& facts) {
  facts.title = meta.first({"og:title", "twitter:title", "citation_title", "parsely-title", "sailthru.title",
                            "dc.title", "dcterms.title", "headline", "hdl", "title"});
  facts.summary = meta.first(
      {"og:description", "description", "twitter:description", "dc.description", "sailthru.description"});
  facts.source = meta.first({"og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher",
                             "publisher", "application-name", "cre", "dc.source"});
  facts.section = meta.first({"article:section", "og:article:section", "parsely-section", "section", "cg",
                              "articlesection", "dc.type.section"});
  facts.rights = meta.first({"dc.rights", "dcterms.rights", "copyright", "rights"});
  facts.id = meta.first({"article:id", "articleid", "article_id", "parsely-post-id", "dc.identifier",
                         "dcterms.identifier", "cms_id", "articleid"});
}

void read_dates(const MetaTable& meta, PageFacts& facts) {
  facts.date = meta.first_date({"article:published_time",
                                "og:article:published_time",
                                "article:published",
                                "og:published_time",
                                "datepublished",
                                "parsely-pub-date",
                                "sailthru.date",
                                "citation_publication_date",
                                "citation_online_date",
                                "citation_date",
                                "dc.date.issued",
                                "dcterms.issued",
                                "dc.issued",
                                "dcterms.created",
                                "dc.date.created",
                                "dcterms.date",
                                "dc.date",
                                "date.created",
                                "article.published",
                                "article.created",
                                "published-date",
                                "published_date",
                                "publish-date",
                                "publishdate",
                                "publish_date",
                                "published_time",
                                "publication_date",
                                "publication-date",
                                "pubdate",
                                "pdate",
                                "displaydate",
                                "ptime",
                                "utime",
                                "originalpublicationdate",
                                "datecreated",
                                "article_date_original",
                                "rnews:datepublished",
                                "cxenseparse:recs:publishtime",
                                "bt:pubdate",
                                "dat",
                                "date",
                                "created"});
  facts.modified =
      meta.first_date({"article:modified_time", "og:article:modified_time", "og:updated_time",
                       "article:modified", "datemodified", "dc.date.modified", "dcterms.modified", "lastmod",
                       "last-modified", "modified", "revised", "updated"});
}

}  // namespace

PageFacts read_meta(const HtmlTree& tree) {
  const MetaTable meta(tree);
  PageFacts facts;
  read_names(meta, facts);
  read_dates(meta, facts);
  facts.language = language_of(tree, meta);
  facts.url = canonical(tree);
  if (facts.url.find("://") == std::string::npos) facts.url = meta.first({"og:url", "parsely-link"});
  facts.authors =
      meta.all({"author", "article:author", "og:article:author", "parsely-author", "sailthru.author",
                "dc.creator", "dcterms.creator", "citation_author", "byl", "byline", "authors",
                "article:author_name", "article.author", "dc.contributor", "twitter:creator"},
               may_be_author);
  const auto any = [](const std::string&) { return true; };
  facts.topics = split_topics(meta.all({"article:tag", "og:article:tag", "news_keywords", "keywords",
                                        "parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject"},
                                       any));
  const std::string type = lower(meta.first({"og:type"}));
  const std::string parsely = lower(meta.first({"parsely-type"}));
  const std::string has_time =
      meta.first({"article:published_time", "citation_publication_date", "parsely-pub-date"});
  facts.is_article =
      type == "article" || type.find("news") != std::string::npos || parsely == "post" || !has_time.empty();
  facts.is_collection = parsely == "sectionpage" || parsely == "frontpage" || parsely == "index";
  return facts;
}

std::vector<std::string> linked_data_blocks(const HtmlTree& tree) {
  std::vector<std::string> blocks;
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.name != "script" || !begins_with(trim(node.attribute("type")), "application/ld+json")) continue;
    std::string& block = blocks.emplace_back();
    for (std::size_t k = i + 1; k < node.end; ++k) block += tree.nodes[k].text;
  }
  return blocks;
}

}  // namespace broadsheet
