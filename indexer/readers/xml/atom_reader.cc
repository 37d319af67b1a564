// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/atom_reader.h"

#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "common/printable.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/feed_text.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

constexpr std::string_view kUsed[] = {
    "id",   "title",  "content",  "summary", "published", "issued",    "created",     "updated", "modified",
    "link", "author", "category", "source",  "rights",    "copyright", "contributor", "control"};

std::string line_of(const XmlNode& element, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string line = element.first(name).line(); !line.empty()) return line;
  }
  return "";
}

/// An Atom text on one line, without markup.
std::string plain_line(const XmlNode& element) {
  if (!element) return "";
  Record record;
  set_texts(record, atom_text(element), {}, {});
  return record.title;
}

void add_authors(std::vector<std::string>& names, const XmlNode& element) {
  for (const XmlNode& author : element.all("author")) {
    add_value(names, author.children().empty() ? author.line() : author.first("name").line());
  }
}

/// The page that an entry is: the alternate link, HTML before other types.
std::string page_of(const XmlNode& entry) {
  std::string best;
  for (const XmlNode& link : entry.all("link")) {
    const std::string relation = lower(link.attribute("rel"));
    std::string address = link.attribute("href");
    set_if_empty(address, link.line());
    if (!relation.empty() && relation != "alternate") continue;
    const bool is_page = contains_any(link.attribute("type"), {"html"});
    if (best.empty() || is_page) best = std::move(address);
    if (is_page) return best;
  }
  return best;
}

/// RFC 3986, section 5, against xml:base (RFC 4287, section 2).
std::string resolved(const std::string& address, const std::string& base) {
  if (address.empty() || base.empty() || address.find("://") != std::string::npos) return address;
  const auto* reference = reinterpret_cast<const xmlChar*>(address.c_str());
  const auto* base_uri = reinterpret_cast<const xmlChar*>(base.c_str());
  const std::unique_ptr<xmlChar, void (*)(void*)> whole(xmlBuildURI(reference, base_uri), xmlFree);
  return whole ? reinterpret_cast<const char*>(whole.get()) : address;
}

class AtomReader : public XmlReader {
 public:
  explicit AtomReader(DumpSource source) : XmlReader(std::move(source), {{"entry"}}) {}
  std::string_view format() const override { return "atom"; }

 protected:
  void begin_document() override {
    feed_ = Record();
    const XmlNode feed = head();
    feed_.source = plain_line(feed.first("title"));
    feed_.rights = plain_line(feed.first(feed.first("rights") ? "rights" : "copyright"));
    add_authors(feed_.bylines, feed);
    std::erase(feed_.bylines, feed_.source);
    base_ = feed.attribute("base");
    set_if_empty(base_, page_of(feed));
  }

  std::vector<DumpItem> items_of(const XmlNode& entry) override {
    const std::string_view name_space = entry.name_space();
    if (!name_space.empty() && !contains_any(name_space, {"/atom"})) {
      return {refusal("its namespace " + one_line(name_space, 80) + " is not that of Atom")};
    }
    if (std::string reason = skip_reason(entry); !reason.empty()) return {skip(std::move(reason))};
    Record record = read(entry);
    if (record.title.empty() && record.body.empty()) return {skip("an entry without title and text")};
    fill_missing(record, feed_);
    return {std::move(record)};
  }

 private:
  static std::string skip_reason(const XmlNode& entry) {
    constexpr std::string_view blogger_kind = "http://schemas.google.com/blogger/2008/kind#";
    for (const XmlNode& draft : entry.descendants("draft")) {
      if (lower(draft.line()) == "yes") return "a draft";
    }
    for (const XmlNode& category : entry.all("category")) {
      const std::string term = category.attribute("term");
      if (!term.starts_with(blogger_kind) || term.ends_with("#post")) continue;
      return "a Blogger " + one_line(term.substr(blogger_kind.size()), 40) + ", no post";
    }
    return "";
  }

  std::string whole_address(const std::string& address, const XmlNode& entry) const {
    const std::string own_base = entry.attribute("base");
    return resolved(address, own_base.empty() ? base_ : resolved(own_base, base_));
  }

  Record read(const XmlNode& entry) const {
    Record record;
    record.charset = "utf-8";
    record.id = line_of(entry, {"id"});
    record.date = line_of(entry, {"published", "issued", "created", "updated", "modified"});
    record.modified = line_of(entry, {"updated", "modified"});
    record.url = whole_address(page_of(entry), entry);
    record.language = entry.first(entry.first("content") ? "content" : "summary").language();
    set_if_empty(record.language, entry.language());
    record.rights = plain_line(entry.first(entry.first("rights") ? "rights" : "copyright"));
    record.source = plain_line(entry.first("source/title"));
    add_authors(record.bylines, entry);
    if (record.bylines.empty()) add_authors(record.bylines, entry.first("source"));
    for (const XmlNode& category : entry.all("category")) add_topic(record, category);
    FeedText body = atom_text(entry.first("content"));
    FeedText summary = atom_text(entry.first("summary"));
    if (body.empty()) std::swap(body, summary);
    set_texts(record, atom_text(entry.first("title")), body, summary);
    read_rest(record, entry);
    return record;
  }

  static void add_topic(Record& record, const XmlNode& category) {
    std::string topic = category.attribute("label");
    set_if_empty(topic, category.attribute("term"));
    set_if_empty(topic, category.line());
    if (!topic.starts_with("http://schemas.google.com/")) add_value(record.topics, std::move(topic));
  }

  void read_rest(Record& record, const XmlNode& entry) const {
    for (const XmlNode& child : entry.children()) {
      const std::string key = child.key();
      const bool is_atom = child.name_space() == entry.name_space();
      const bool is_used =
          is_atom && std::find(std::begin(kUsed), std::end(kUsed), lower(child.name())) != std::end(kUsed);
      const std::string shown = is_atom ? std::string(child.name()) : key;
      if (!take_mapped(record, source().field_map, shown, child.line()) && !is_used &&
          shown != "app:control") {
        add_value(record.unused_keys, shown);
      }
    }
  }

  Record feed_;
  std::string base_;
};

}  // namespace

std::unique_ptr<DumpReader> make_atom_reader(DumpSource source) {
  return std::make_unique<AtomReader>(std::move(source));
}

}  // namespace broadsheet
