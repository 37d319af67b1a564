// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/html_tree.h"
#include "indexer/readers/web/loose_json.h"
#include "indexer/readers/web/page_text.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;
using simdjson::SUCCESS;

constexpr int kDeepestData = 16;
constexpr std::string_view kLists[] = {"itemListElement", "hasPart",        "mentions",  "citation",
                                       "isBasedOn",       "relatedLink",    "related",   "blogPosts",
                                       "blogPost",        "liveBlogUpdate", "subjectOf", "significantLink",
                                       "isRelatedTo",     "articles"};

std::optional<dom::element> member(const dom::element& object, std::string_view key) {
  dom::element value;
  if (!object.is_object() || object[key].get(value) != SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::string number_or_string(const dom::element& value) {
  std::string_view text;
  std::int64_t number = 0;
  if (value.get(text) == SUCCESS) return std::string(trim(text));
  return value.get(number) == SUCCESS ? std::to_string(number) : std::string();
}

/// "NewsArticle" of "NewsArticle", "http://schema.org/NewsArticle", "schema:NewsArticle", and of lists of
/// them.
std::vector<std::string> types_of(const dom::element& object) {
  std::vector<std::string> types;
  const auto add = [&types](const dom::element& value) {
    const std::string type = number_or_string(value);
    types.push_back(type.substr(type.find_last_of("/:#") + 1));
  };
  const auto type = member(object, "@type");
  dom::array list;
  if (type && type->get(list) == SUCCESS) {
    for (const dom::element value : list) add(value);
  } else if (type) {
    add(*type);
  }
  return types;
}

bool is_article_type(const std::string& type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool is_collection_type(const std::string& type) {
  return type == "CollectionPage" || type == "ItemList" || type == "SearchResultsPage" ||
         type == "ProfilePage";
}

template <typename Test>
bool has_type(const dom::element& object, Test test) {
  const auto types = types_of(object);
  return std::any_of(types.begin(), types.end(), test);
}

bool is_list_key(std::string_view key) {
  return std::find(std::begin(kLists), std::end(kLists), key) != std::end(kLists);
}

/// All blocks of a page with what is found in them.
class Graph {
 public:
  struct Candidate {
    dom::element object;
    bool is_listed = false;
  };

  explicit Graph(const std::vector<std::string>& blocks) {
    for (const std::string& block : blocks) {
      dom::element root;
      dom::parser& parser = parsers_.emplace_back();
      if (parser.parse(block).get(root) == SUCCESS || parser.parse(mend_json(block)).get(root) == SUCCESS) {
        visit(root, false, 0);
      }
    }
  }

  const std::vector<Candidate>& articles() const { return articles_; }
  const std::vector<dom::element>& pages() const { return pages_; }
  bool is_collection() const { return is_collection_; }

  /// The object that a reference ({"@id": ...} alone) stands for, else the value itself.
  dom::element resolved(const dom::element& value) const {
    const auto id = member(value, "@id");
    if (!id || member(value, "name") || member(value, "headline")) return value;
    const auto found = by_id_.find(number_or_string(*id));
    return found == by_id_.end() ? value : found->second;
  }

 private:
  void visit(const dom::element& value, bool is_listed, int depth) {
    dom::array list;
    dom::object object;
    if (depth > kDeepestData) return;
    if (value.get(list) == SUCCESS) {
      for (const dom::element item : list) visit(item, is_listed, depth + 1);
    } else if (value.get(object) == SUCCESS) {
      note(value, is_listed);
      for (const auto& [key, part] : object) visit(part, is_listed || is_list_key(key), depth + 1);
    }
  }

  void note(const dom::element& object, bool is_listed) {
    const auto id = member(object, "@id");
    if (id && (member(object, "name") || member(object, "headline"))) {
      by_id_.emplace(number_or_string(*id), object);
    }
    if (has_type(object, is_article_type)) {
      articles_.push_back({object, is_listed});
    } else if (has_type(object, [](const std::string& type) { return type.ends_with("WebPage"); })) {
      pages_.push_back(object);
    }
    is_collection_ = is_collection_ || (!is_listed && has_type(object, is_collection_type));
  }

  std::deque<dom::parser> parsers_;
  std::vector<Candidate> articles_;
  std::vector<dom::element> pages_;
  std::map<std::string, dom::element> by_id_;
  bool is_collection_ = false;
};

bool is_same_title(const std::string& headline, const std::string& page_title) {
  if (headline.empty() || page_title.empty()) return false;
  return lower(page_title).find(lower(headline)) != std::string::npos ||
         lower(headline).find(lower(page_title)) != std::string::npos;
}

/// Reads one object's members as facts.
class FactReader {
 public:
  FactReader(const Graph& graph, const dom::element& object) : graph_(graph), object_(object) {}

  PageFacts read(const std::string& page_title = {}) const {
    PageFacts facts;
    facts.title = title(page_title);
    facts.summary = text("description");
    facts.body = body();
    facts.date = date({"datePublished", "dateCreated", "uploadDate"});
    facts.modified = date({"dateModified"});
    facts.language = first_name("inLanguage");
    facts.section = first_name("articleSection");
    facts.source = first_name("publisher");
    if (facts.source.empty()) facts.source = first_name("sourceOrganization");
    facts.authors = authors(facts.source);
    facts.topics = topics();
    facts.url = url();
    facts.id = first_name("identifier");
    facts.is_live = has_type(object_, [](const std::string& type) { return type == "LiveBlogPosting"; });
    return facts;
  }

 private:
  std::string text(std::string_view key) const {
    const auto value = member(object_, key);
    return value ? plain_text_of(first_text(*value)) : std::string();
  }

  static std::string first_text(const dom::element& value) {
    dom::array list;
    if (value.get(list) != SUCCESS) return number_or_string(value);
    for (const dom::element item : list) return number_or_string(item);
    return {};
  }

  std::string body() const {
    std::string body = paragraphs_of_text(raw("articleBody"));
    if (body.empty()) body = paragraphs_of_text(raw("text"));
    dom::array updates;
    const auto live = member(object_, "liveBlogUpdate");
    if (!live || live->get(updates) != SUCCESS) return body;
    for (const dom::element update : updates) {
      const PageFacts post = FactReader(graph_, update).read();
      for (const std::string& part : {post.title, post.body}) {
        if (!part.empty()) body.append(body.empty() ? "" : "\n\n").append(part);
      }
    }
    return body;
  }

  /// Encyclopedias have a description as headline.
  std::string title(const std::string& page_title) const {
    std::string headline = text("headline");
    std::string name = text("name");
    const bool is_name = !is_same_title(headline, page_title) && is_same_title(name, page_title);
    return headline.empty() || is_name ? name : headline;
  }

  std::string raw(std::string_view key) const {
    const auto value = member(object_, key);
    return value ? first_text(*value) : std::string();
  }

  std::string date(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      std::string value = raw(key);
      if (may_be_date(value)) return value;
    }
    return {};
  }

  /// The names in a value: strings, objects' names, lists of both.
  std::vector<std::string> names(std::string_view key) const {
    std::vector<std::string> found;
    if (const auto value = member(object_, key)) add_names(*value, found);
    return found;
  }

  void add_names(const dom::element& value, std::vector<std::string>& found) const {
    dom::array list;
    if (value.get(list) == SUCCESS) {
      for (const dom::element item : list) {
        if (!item.is_array()) add_names(item, found);
      }
      return;
    }
    std::string name = number_or_string(value);
    if (value.is_object()) name = name_of(graph_.resolved(value));
    name = plain_text_of(name);
    if (!name.empty() && std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
  }

  static std::string name_of(const dom::element& object) {
    for (const std::string_view key : {"name", "value", "alternateName", "legalName"}) {
      const auto value = member(object, key);
      std::string name = value ? first_text(*value) : std::string();
      if (!name.empty()) return name;
    }
    const auto given = member(object, "givenName");
    const auto family = member(object, "familyName");
    return given && family ? number_or_string(*given) + " " + number_or_string(*family) : std::string();
  }

  std::string first_name(std::string_view key) const {
    const auto found = names(key);
    return found.empty() ? std::string() : found[0];
  }

  /// Persons before the organisation that a page without authors names; the publisher is no author.
  std::vector<std::string> authors(const std::string& publisher) const {
    std::vector<std::string> authors = names("author");
    if (authors.empty()) authors = names("creator");
    std::erase_if(authors, [&](const std::string& name) {
      return !may_be_author(name) || lower(name) == lower(publisher);
    });
    return authors;
  }

  std::vector<std::string> topics() const {
    std::vector<std::string> topics = names("keywords");
    if (topics.size() == 1) {
      const std::string all = topics[0];
      topics.clear();
      for (std::string_view rest = all; !rest.empty();) {
        const std::string_view topic = rest.substr(0, rest.find_first_of(",;"));
        if (!trim(topic).empty()) topics.emplace_back(trim(topic));
        rest.remove_prefix(std::min(topic.size() + 1, rest.size()));
      }
    }
    return topics;
  }

  std::string url() const {
    const std::string own = raw("url");
    if (own.find("://") != std::string::npos) return own;
    const auto page = member(object_, "mainEntityOfPage");
    if (!page) return {};
    const auto id = member(*page, "@id");
    const std::string address = id ? number_or_string(*id) : number_or_string(*page);
    return address.find("://") == std::string::npos ? std::string() : address;
  }

  const Graph& graph_;
  dom::element object_;
};

}  // namespace

PageFacts read_linked_data(const std::vector<std::string>& blocks, const std::string& page_title) {
  const Graph graph(blocks);
  PageFacts facts;
  std::optional<PageFacts> chosen;
  std::size_t free_standing = 0;
  bool is_matched = false;
  for (const auto& [object, is_listed] : graph.articles()) {
    PageFacts found = FactReader(graph, object).read(page_title);
    const bool matches = is_same_title(found.title, page_title);
    if (!is_listed && !found.title.empty()) ++free_standing;
    if (is_matched || (is_listed && !matches)) continue;
    if (!chosen) {
      chosen = std::move(found);
    } else if (matches || chosen->title.empty()) {
      if (chosen->title.empty()) found.fill_from(*chosen);
      chosen = std::move(found);
    } else if (found.title.empty() || lower(found.title) == lower(chosen->title)) {
      chosen->fill_from(found);
    }
    is_matched = matches;
  }
  facts.is_collection = graph.is_collection();
  if (!chosen || (free_standing > 2 && !is_matched)) {
    for (const dom::element& page : graph.pages()) facts.fill_from(FactReader(graph, page).read());
    facts.body.clear();
    facts.id.clear();
    return facts;
  }
  chosen->is_article = true;
  chosen->is_collection = false;
  return *chosen;
}

}  // namespace broadsheet
