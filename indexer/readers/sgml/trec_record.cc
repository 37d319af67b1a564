// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/trec_record.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "indexer/readers/fields/print_section.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/sgml/sgml_text.h"
#include "indexer/readers/sgml/tag_scan.h"
#include "indexer/readers/sgml/trec_docno.h"
#include "indexer/readers/sgml/trec_text.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/html_page.h"

namespace broadsheet {

namespace {

using Names = std::initializer_list<std::string_view>;

// What a document without <TEXT> has beside its text.
constexpr std::string_view kBesideText[] = {
    "docno",  "docid", "docold",   "doctype", "dochdr", "date",   "date_time", "title",   "header", "byline",
    "author", "slug",  "headline", "url",     "cat",    "source", "fileid",    "section", "trailer"};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

class TrecRecord {
 public:
  explicit TrecRecord(std::string_view document)
      : document_(document), tag_(document.substr(0, document.find('>') + 1)) {
    content_ = document.substr(tag_.size());
    content_ =
        content_.substr(0, content_.size() - std::min(content_.size(), std::string_view("</DOC>").size()));
    head_ = outside_text();
  }

  Record read(std::string_view charset) const {
    Record record;
    record.charset = charset;
    record.id = first({"docno"}, {"id", "docno"});
    if (record.id.empty()) record.id = first({"docid"}, {"docid"});
    const DocnoFacts docno = read_docno(record.id);
    record.date = date();
    if (record.date.empty()) record.date = docno.date;
    record.source = source();
    if (record.source.empty()) record.source = docno.source;
    record.title = title();
    record.dateline = first({"dateline"});
    record.language = first({"lang"}, {"lang", "language", "xml:lang"});
    record.rights = first({"copyright", "copyrght"});
    record.url = first({"url"}, {"url"});
    record.section = print_section(first({"section", "desk", "category"}));
    add_lists(record);
    record.body = body();
    return record;
  }

  bool is_advisory() const { return lower(tag_attribute(tag_, "type")) == "advis"; }

 private:
  /// The document without its <TEXT> elements, so that nothing in the text is taken for a field.
  std::string outside_text() const {
    std::string outside;
    std::string_view rest = content_;
    for (const std::string_view text : tag_contents(content_, "text")) {
      outside += rest.substr(0, static_cast<std::size_t>(text.data() - rest.data()));
      rest.remove_prefix(static_cast<std::size_t>(text.data() + text.size() - rest.data()));
    }
    return outside.append(rest);
  }

  std::string first(Names elements, Names attributes = {}) const {
    for (const std::string_view name : elements) {
      for (const std::string_view content : tag_contents(head_, name)) {
        std::string line = trec_line(content);
        if (!line.empty()) return line;
      }
    }
    for (const std::string_view name : attributes) {
      const std::string_view value = trim(tag_attribute(tag_, name));
      if (!value.empty()) return std::string(value);
    }
    return {};
  }

  std::string date() const {
    std::string date = trec_date(first({"date_time", "date", "date1", "pubdate", "dd", "pubday"}));
    if (date.size() == 6 && all_digits(date)) date = read_docno("X" + date + ".1").date;
    return date;
  }

  std::string source() const {
    std::string source = first({"pub", "so", "source", "journal"});
    return source.substr(0, std::min(source.find(" ("), source.find(',')));
  }

  /// The Financial Times puts "FT  14 MAY 91 / " before its headlines; the Wall Street Journal's go on with
  /// subheads and authors behind "@" or "----".
  std::string title() const {
    std::string title = first({"headline", "hl", "title", "ti", "head"}, {"title"});
    if (title.empty()) title = trec_line(tag_content(content_, "headline").value_or(""));
    const std::size_t slash = title.find(" / ");
    if (title.starts_with("FT ") && slash != std::string::npos && slash < 24) title.erase(0, slash + 3);
    for (const std::string_view end : {" ---- ", " @ ", " @"}) title = title.substr(0, title.find(end));
    return title;
  }

  void add_lists(Record& record) const {
    for (const std::string_view name : {"byline", "author"}) {
      for (const std::string_view content : tag_contents(head_, name)) {
        add_byline(record, trec_line(content));
      }
    }
    if (record.bylines.empty()) add_byline(record, bare_byline());
    for (const std::string_view name : {"ns", "in", "subject", "descript", "descriptors", "cat", "keyword"}) {
      for (const std::string_view content : tag_contents(head_, name))
        add_topics(record, decode_sgml(trec_text(content), true));
    }
  }

  /// The New York Times' stories of the AQUAINT collection have "By JANE DOE" in no element, behind
  /// <HEADLINE>.
  std::string bare_byline() const {
    const std::size_t headline = find_end_tag(head_, "headline", 0);
    if (headline == std::string_view::npos) return {};
    std::string_view rest = std::string_view(head_).substr(headline);
    rest.remove_prefix(std::min(rest.find('>') + 1, rest.size()));
    const std::string_view line = first_line(rest.substr(std::min(space_length(rest), rest.size())));
    return begins_with(line, "by ") ? trec_line(line) : std::string();
  }

  /// AP's second <BYLINE> says what the author of the first is.
  static void add_byline(Record& record, std::string line) {
    const bool is_author = record.bylines.empty() || lower(line.substr(0, 3)) == "by " ||
                           lower(record.bylines.back().substr(0, 3)) != "by ";
    if (line.empty()) return;
    if (is_author) return record.bylines.push_back(std::move(line));
    record.bylines.back().append(", ").append(line);
  }

  static void add_topics(Record& record, std::string_view text) {
    while (!text.empty()) {
      const std::string_view topic = text.substr(0, text.find_first_of("\n;"));
      if (!trim(topic).empty()) set_field(record, Field::Topics, {trec_line(topic)});
      text.remove_prefix(std::min(topic.size() + 1, text.size()));
    }
  }

  std::string body() const {
    std::string body;
    const auto add = [&body](std::string_view content) {
      const std::string text = trec_text(content);
      if (!trim(text).empty()) body.append(body.empty() ? "" : "\n\n").append(text);
    };
    for (const std::string_view name : {"lp", "leadpara"}) {
      for (const std::string_view content : tag_contents(head_, name)) add(content);
    }
    for (const std::string_view content : tag_contents(content_, "text")) add(content);
    if (body.empty()) add(without_fields());
    return body;
  }

  std::string without_fields() const {
    std::string rest;
    std::string_view text = head_;
    while (!text.empty()) {
      const std::size_t field = field_length(text);
      if (field == 0) rest += text[0];
      text.remove_prefix(std::max<std::size_t>(field, 1));
      const std::size_t plain = std::min(text.find('<'), text.size());
      rest += text.substr(0, plain);
      text.remove_prefix(plain);
    }
    return rest;
  }

  /// The length of the element that text begins with if it is a field beside the text; else 0.
  static std::size_t field_length(std::string_view text) {
    for (const std::string_view name : kBesideText) {
      if (find_start_tag(text.substr(0, name.size() + 2), name, 0) != 0) continue;
      const std::size_t end = find_end_tag(text, name, 0);
      return end == std::string_view::npos ? 0 : std::min(text.find('>', end), text.size() - 1) + 1;
    }
    return 0;
  }

  std::string_view document_;
  std::string_view tag_;
  std::string_view content_;
  std::string head_;
};

/// trecweb: the page behind </DOCHDR>, whose first line has the URL. A document of a collection is one, even
/// where the page alone would not be taken for an article.
DumpItem read_web_document(std::string_view document, std::string_view header, std::string_view charset) {
  const std::size_t begin = static_cast<std::size_t>(header.data() + header.size() - document.data());
  const std::string_view page = document.substr(std::min(document.find('>', begin) + 1, document.size()));
  const std::string_view line = trim(first_line(trim(header)));
  const std::string_view url = line.substr(0, line.find_first_of(" \t"));
  const std::string_view known_url = url.find("://") == std::string_view::npos ? std::string_view() : url;
  DumpItem item = read_html_page(page, {.charset = charset, .url = known_url, .must_be_article = false});
  if (auto* record = std::get_if<Record>(&item)) {
    record->id = trim(tag_content(document.substr(0, begin), "docno").value_or(""));
    if (record->date.empty()) record->date = read_docno(record->id).date;
  }
  return item;
}

}  // namespace

DumpItem read_trec_document(std::string_view document, std::string_view charset) {
  if (const auto header = tag_content(document, "dochdr")) {
    return read_web_document(document, *header, charset);
  }
  const TrecRecord reader(document);
  if (reader.is_advisory()) return Skip{"it is an advisory to editors, not an article", 0};
  Record record = reader.read(charset);
  if (record.title.empty() && trim(record.body).empty()) {
    return Reject{"the document has neither headline nor text", 0, 0, ""};
  }
  return record;
}

}  // namespace broadsheet
