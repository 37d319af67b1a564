// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/wiki_page.h"

#include <algorithm>

#include "indexer/readers/sgml/sgml_text.h"
#include "indexer/readers/sgml/tag_scan.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/date_words.h"
#include "indexer/readers/web/html_tree.h"
#include "indexer/readers/web/wiki_words.h"

namespace broadsheet {

namespace {

std::string value(std::string_view text, std::string_view name) {
  return decode_sgml(trim(tag_content(text, name).value_or("")), true);
}

Skip skip_page(std::string reason) {
  return {std::move(reason), 0};
}

/// The latest revision by its timestamp; of equal ones the last.
std::string_view latest_revision(std::string_view page) {
  std::string_view latest;
  std::string newest;
  for (const std::string_view revision : tag_contents(page, "revision")) {
    std::string stamp = value(revision, "timestamp");
    if (stamp < newest) continue;
    newest = std::move(stamp);
    latest = revision;
  }
  return latest;
}

std::string percent_encoded(std::string_view title) {
  constexpr std::string_view kept = "-_.~!*'();:@,/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c) || is_digit(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else if (c == ' ') {
      encoded += '_';
    } else {
      encoded.append("%").append(1, digits[byte / 16]).append(1, digits[byte % 16]);
    }
  }
  return encoded;
}

std::string page_url(const WikiSite& site, std::string_view title) {
  const std::size_t slash = site.base.rfind('/');
  return slash == std::string::npos ? std::string() : site.base.substr(0, slash + 1) + percent_encoded(title);
}

bool is_other_namespace(std::string_view page, std::string_view title, const WikiSite& site) {
  if (tag_content(page, "ns")) return value(page, "ns") != "0";
  const std::size_t colon = title.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string prefix = wiki_name(title.substr(0, colon));
  return std::find(site.other_namespaces.begin(), site.other_namespaces.end(), prefix) !=
         site.other_namespaces.end();
}

/// Paragraphs as HTML: references are HTML's in wikitext too.
std::string as_markup(std::string_view paragraphs) {
  std::string markup;
  while (!paragraphs.empty()) {
    const std::string_view paragraph = paragraphs.substr(0, paragraphs.find("\n\n"));
    markup += "<p>";
    for (const char c : paragraph) c == '<' ? markup += "&lt;" : markup += c;
    markup += "</p>\n";
    paragraphs.remove_prefix(std::min(paragraph.size() + 2, paragraphs.size()));
  }
  return markup;
}

Record make_record(std::string_view page, std::string_view title, std::string_view revision,
                   WikiArticle article, const WikiSite& site) {
  Record record;
  record.charset = "utf-8";
  record.is_markup = true;
  record.title = escape_html(title);
  record.body = as_markup(article.body);
  const std::string id = value(page, "id");
  const std::string& scope = site.database;
  if (!id.empty()) record.id = scope.empty() ? id : scope + ":" + id;
  record.modified = value(revision, "timestamp");
  record.source = site.name;
  record.language = site.language;
  record.url = page_url(site, title);
  record.date = article.date;
  record.dateline = article.location;
  for (std::string& category : article.categories) {
    std::replace(category.begin(), category.end(), '_', ' ');
    const bool is_day = is_day_name(category);
    if (is_day && record.date.empty()) record.date = category;
    const bool is_state = template_meaning(lower(category)) == WikiTemplate::Published;  // "Published"
    if (!is_day && !is_state && !category.empty()) record.topics.push_back(std::move(category));
  }
  return record;
}

}  // namespace

WikiSite read_wiki_site(std::string_view head) {
  WikiSite site;
  const std::size_t tag = find_start_tag(head, "mediawiki", 0);
  if (tag != std::string_view::npos) site.language = tag_attribute(head.substr(tag), "xml:lang");
  site.name = value(head, "sitename");
  site.database = value(head, "dbname");
  site.base = value(head, "base");
  for (std::size_t at = find_start_tag(head, "namespace", 0); at != std::string_view::npos;
       at = find_start_tag(head, "namespace", at + 1)) {
    const std::string_view key = tag_attribute(head.substr(at), "key");
    const std::string name = wiki_name(value(head.substr(at), "namespace"));
    if (name.empty() || key == "0") continue;
    site.other_namespaces.push_back(name);
    if (key == "6" || key == "-2") site.namespaces.files.push_back(name);
    if (key == "14") site.namespaces.categories.push_back(name);
  }
  return site;
}

DumpItem read_wiki_page(std::string_view page, const WikiSite& site) {
  const std::string title = value(page, "title");
  if (title.empty()) return Reject{"the page has no title", 0, 0, ""};
  if (is_other_namespace(page, title, site))
    return skip_page("it is a page of another namespace than that of articles");
  const std::string_view revision = latest_revision(page);
  const std::size_t first = find_start_tag(page, "revision", 0);
  if (find_start_tag(page.substr(0, first), "redirect", 0) != std::string_view::npos)
    return skip_page("it is a redirect");
  const std::string model = value(revision, "model");
  if (!model.empty() && model != "wikitext") return skip_page("it is no wikitext but " + model);
  const auto text = tag_content(revision, "text");
  if (!text || trim(*text).empty()) return skip_page("the page has no text");
  if (text->size() > kMaxTextBytes) return Reject{"the text of the page is larger than 16 MiB", 0, 0, ""};
  const std::string main_page = site.base.substr(site.base.rfind('/') + 1);
  if (!main_page.empty() && percent_encoded(title) == main_page)
    return skip_page("it is the wiki's main page");
  WikiArticle article = read_wikitext(decode_sgml(*text, true), site.namespaces);
  if (article.is_redirect) return skip_page("it is a redirect");
  if (article.is_draft) return skip_page("it is a draft, not published");
  if (article.body.empty()) return skip_page("the page has no text of its own");
  return make_record(page, title, revision, std::move(article), site);
}

}  // namespace broadsheet
