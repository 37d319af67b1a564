// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/rss_reader.h"

#include <algorithm>
#include <map>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/feed_text.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/wxr_post.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

/// What a key of an item fills, best first within a field.
struct RssKey {
  std::string_view key;  // lower case, as XmlNode::key()
  Field field;
};

constexpr RssKey kKeys[] = {
    {"guid", Field::Id},
    {"dc:identifier", Field::Id},
    {"atom:id", Field::Id},
    {"title", Field::Title},
    {"dc:title", Field::Title},
    {"media:title", Field::Title},
    {"content:encoded", Field::Body},
    {"xhtml:body", Field::Body},
    {"xhtml:div", Field::Body},
    {"yandex:full-text", Field::Body},
    {"turbo:content", Field::Body},
    {"full-text", Field::Body},
    {"fulltext", Field::Body},
    {"atom:content", Field::Body},
    {"content", Field::Body},
    {"body", Field::Body},
    {"description", Field::Summary},
    {"excerpt:encoded", Field::Summary},
    {"dc:description", Field::Summary},
    {"dcterms:abstract", Field::Summary},
    {"atom:summary", Field::Summary},
    {"summary", Field::Summary},
    {"itunes:summary", Field::Summary},
    {"media:description", Field::Summary},
    {"media:text", Field::Summary},
    {"pubdate", Field::Date},
    {"atom:published", Field::Date},
    {"dcterms:issued", Field::Date},
    {"prism:publicationdate", Field::Date},
    {"dc:date", Field::Date},
    {"dcterms:available", Field::Date},
    {"dcterms:created", Field::Date},
    {"date", Field::Date},
    {"atom:updated", Field::Modified},
    {"dcterms:modified", Field::Modified},
    {"prism:modificationdate", Field::Modified},
    {"lastbuilddate", Field::Modified},
    {"source", Field::Source},
    {"dc:source", Field::Source},
    {"dc:publisher", Field::Source},
    {"prism:publicationname", Field::Source},
    {"dc:language", Field::Language},
    {"language", Field::Language},
    {"feedburner:origlink", Field::Url},
    {"link", Field::Url},
    {"atom:link", Field::Url},
    {"prism:url", Field::Url},
    {"dc:rights", Field::Rights},
    {"copyright", Field::Rights},
    {"media:copyright", Field::Rights},
    {"prism:section", Field::Section},
    {"section", Field::Section},
    {"dc:creator", Field::Bylines},
    {"author", Field::Bylines},
    {"atom:author", Field::Bylines},
    {"itunes:author", Field::Bylines},
    {"dc:author", Field::Bylines},
    {"category", Field::Topics},
    {"dc:subject", Field::Topics},
    {"prism:keyword", Field::Topics},
    {"media:keywords", Field::Topics},
    {"keywords", Field::Topics},
    {"prism:person", Field::Persons},
    {"prism:organization", Field::Organisations},
    {"dcterms:replaces", Field::Replaces},
};

bool is_text(Field field) {
  return field == Field::Title || field == Field::Body || field == Field::Summary;
}

/// "me@example.com (Jane Doe)" is Jane Doe; a bare address is nobody.
std::string author_name(const XmlNode& author) {
  if (const XmlNode name = author.first("name")) return name.line();
  const std::string line = author.line();
  if (line.find('@') == std::string::npos) return line;
  const std::size_t opening = line.find('(');
  const std::size_t closing = line.rfind(')');
  if (opening != std::string::npos && closing != std::string::npos && closing > opening) {
    return squeezed_line(std::string_view(line).substr(opening + 1, closing - opening - 1));
  }
  const std::size_t angle = line.find('<');
  return angle == std::string::npos ? "" : squeezed_line(std::string_view(line).substr(0, angle));
}

/// The element's own text: some feeds put further elements into a category.
std::string own_line(const XmlNode& element) {
  std::string text;
  for (const xmlNode* child = element.raw()->children; child != nullptr; child = child->next) {
    const bool is_text_node = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;
    if (is_text_node) text += reinterpret_cast<const char*>(child->content);
  }
  return squeezed_line(text);
}

class RssItem {
 public:
  RssItem(const XmlNode& item, const FieldMap& field_map) : item_(item), field_map_(field_map) {}

  Record read(const std::map<std::string, std::string>& authors) {
    record_.charset = "utf-8";
    for (const XmlNode& child : item_.children()) sort(child);
    for (const RssKey& entry : kKeys) {
      for (const XmlNode& element : found_[lower(entry.key)]) use(entry.field, element);
    }
    set_if_empty(record_.id, item_.attribute("about"));
    set_if_empty(record_.url, url_of_guid());
    if (is_wxr_item(item_)) read_wxr(authors);
    set_if_empty(record_.language, item_.attribute("lang"));
    if (body_.empty()) std::swap(body_, summary_);
    set_texts(record_, title_, body_, summary_);
    for (const auto& [field, value] : mapped_) set_field(record_, field, split_values(field, value));
    return std::move(record_);
  }

 private:
  void sort(const XmlNode& child) {
    const std::string key = child.key();
    for (const auto& [theirs, field] : field_map_) {
      if (theirs != key) continue;
      mapped_.emplace_back(field, child.line());
      return;
    }
    const bool is_known = std::any_of(std::begin(kKeys), std::end(kKeys),
                                      [&](const RssKey& entry) { return entry.key == lower(key); });
    if (is_known) {
      found_[lower(key)].push_back(child);
    } else if (!key.starts_with("wp:") || !is_wxr_item(item_)) {
      add_value(record_.unused_keys, key);
    }
  }

  void use(Field field, const XmlNode& element) {
    if (is_text(field)) return use_text(field, rss_text(element));
    if (field == Field::Bylines) return add_value(record_.bylines, author_name(element));
    if (field == Field::Url) return set_if_empty(record_.url, link_of(element));
    if (field == Field::Topics) return add_topics(element);
    const std::string line = element.line();
    if (!line.empty() && (is_list(field) || !has_field(record_, field))) set_field(record_, field, {line});
  }

  void use_text(Field field, FeedText text) {
    FeedText& place = field == Field::Title ? title_ : field == Field::Body ? body_ : summary_;
    if (place.empty()) place = std::move(text);
  }

  static std::string link_of(const XmlNode& link) {
    std::string address = link.line();
    const std::string relation = link.attribute("rel");
    if (address.empty() && (relation.empty() || relation == "alternate")) address = link.attribute("href");
    return address;
  }

  void add_topics(const XmlNode& category) {
    std::string line = own_line(category);
    set_if_empty(line, category.attribute("label"));
    set_if_empty(line, category.attribute("term"));
    set_if_empty(line, category.attribute("text"));
    const std::string key = lower(category.key());
    const bool is_list_of_words = key == "keywords" || key == "media:keywords";
    if (!is_list_of_words) return add_value(record_.topics, std::move(line));
    set_field(record_, Field::Topics, split_values(Field::Topics, line));
  }

  std::string url_of_guid() {
    for (const XmlNode& guid : found_["guid"]) {
      if (lower(guid.attribute("isPermaLink")) != "false" && begins_with(guid.line(), "http"))
        return guid.line();
    }
    return "";
  }

  void read_wxr(const std::map<std::string, std::string>& authors) {
    for (std::string& name : record_.bylines) {
      if (const auto known = authors.find(name); known != authors.end()) name = known->second;
    }
    body_ = {wxr_html(body_.text), true};
    set_if_empty(record_.id, item_.first("post_id").line());
    if (std::string date = wxr_date(item_, "post_date"); !date.empty()) record_.date = std::move(date);
    record_.modified = wxr_date(item_, "post_modified");
    record_.status = item_.first("status").line();
    for (const XmlNode& category : item_.all("category")) {
      if (category.attribute("domain") == "category") set_if_empty(record_.section, own_line(category));
    }
  }

  XmlNode item_;
  const FieldMap& field_map_;
  Record record_;
  std::map<std::string, std::vector<XmlNode>> found_;
  std::vector<std::pair<Field, std::string>> mapped_;
  FeedText title_;
  FeedText body_;
  FeedText summary_;
};

class RssReader : public XmlReader {
 public:
  explicit RssReader(DumpSource source) : XmlReader(std::move(source), {{"item"}}) {}
  std::string_view format() const override { return "rss"; }

 protected:
  void begin_document() override {
    authors_ = wxr_authors(head());
    channel_ = Record();
    const XmlNode channel = head().is("channel") ? head() : head().descendant("channel");
    for (const XmlNode& child : channel.children()) {
      const std::string key = lower(child.key());
      if (key == "title") set_if_empty(channel_.source, child.line());
      if (key == "language" || key == "dc:language") set_if_empty(channel_.language, child.line());
      if (key == "copyright" || key == "dc:rights") set_if_empty(channel_.rights, child.line());
    }
    set_if_empty(channel_.language, head().attribute("lang"));
  }

  std::vector<DumpItem> items_of(const XmlNode& item) override {
    if (is_wxr_item(item)) {
      if (std::string reason = wxr_skip_reason(item); !reason.empty()) return {skip(std::move(reason))};
    }
    Record record = RssItem(item, source().field_map).read(authors_);
    if (record.title.empty() && record.body.empty()) return {skip("an item without title and text")};
    fill_missing(record, channel_);
    return {std::move(record)};
  }

 private:
  Record channel_;
  std::map<std::string, std::string> authors_;
};

}  // namespace

std::unique_ptr<DumpReader> make_rss_reader(DumpSource source) {
  return std::make_unique<RssReader>(std::move(source));
}

}  // namespace broadsheet
