// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/nitf_text.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"

namespace broadsheet {

namespace {

/// The abstract's text, if any, unless the headline or the story says the same.
std::string own_abstract(const XmlNode& head, const std::string& headline, const std::string& story) {
  const XmlNode abstract = head.first("abstract");
  const std::string line = abstract.line();
  if (line.empty() || line == headline || story.find(line) != std::string::npos) return "";
  return abstract.children().empty() ? html_paragraph(abstract.text()) : html_of(abstract);
}

XmlNode full_text_block(const XmlNode& content) {
  for (const XmlNode& block : content.all("block")) {
    if (block.attribute("class") == "full_text") return block;
  }
  return {};
}

/// The New York Times printed some leads twice: once behind "LEAD:", once as the story's first paragraph.
std::string without_doubled_lead(std::string html) {
  constexpr std::string_view mark = "<p>LEAD: ";
  const std::size_t begin = std::min(html.find_first_not_of(" \n\r\t"), html.size());
  const std::size_t end = html.find("</p>", begin);
  if (html.compare(begin, mark.size(), mark) != 0 || end == std::string::npos) return html;
  const std::string lead = html.substr(begin + mark.size(), end - begin - mark.size());
  const std::size_t next = html.find("<p>", end);
  if (next != std::string::npos && html.compare(next + 3, lead.size(), lead) == 0) html.erase(0, next);
  return html;
}

/// Content of <body> that stands in none of its three parts.
std::string loose_content(const XmlNode& body) {
  std::string html;
  for (const XmlNode& child : body.children()) {
    if (!child.is("body.head") && !child.is("body.end")) html += "<p>" + html_of(child) + "</p>";
  }
  return html;
}

/// Text of an element on one line, elements inside it parted by spaces, those with a name left out.
void append_text(const xmlNode* node, std::string_view left_out, std::string& out) {
  for (const xmlNode* child = node == nullptr ? nullptr : node->children; child; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      out += reinterpret_cast<const char*>(child->content);
    } else if (child->type == XML_ELEMENT_NODE && !XmlNode(const_cast<xmlNode*>(child)).is(left_out)) {
      out += ' ';
      append_text(child, left_out, out);
      out += ' ';
    }
  }
}

std::string text_without(const XmlNode& element, std::string_view left_out) {
  std::string text;
  append_text(element.raw(), left_out, text);
  text = squeezed_line(text);
  while (!text.empty() && (is_space(text.back()) || text.back() == ',' || text.back() == ';'))
    text.pop_back();
  return text;
}

/// Behind the day: what stands before it is read with the place.
bool has_words_of_its_own(const XmlNode& dateline) {
  bool is_behind_day = false;
  for (const xmlNode* child = dateline.raw() == nullptr ? nullptr : dateline.raw()->children; child;
       child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      is_behind_day = is_behind_day || XmlNode(const_cast<xmlNode*>(child)).is("story.date");
    if (child->type != XML_TEXT_NODE || !is_behind_day) continue;
    const std::string_view text(reinterpret_cast<const char*>(child->content));
    if (std::any_of(text.begin(), text.end(), is_letter)) return true;
  }
  return false;
}

bool is_print_byline(const XmlNode& byline) {
  return byline.attribute("class") == "print_byline";
}

}  // namespace

std::string nitf_headline(const XmlNode& nitf) {
  for (const char* path : {"body/body.head/hedline/hl1", "body/body.head/headline/hl1", "body/hedline/hl1",
                           "body/body.head/hedline", "head/title"}) {
    std::string line = nitf.first(path).line();
    if (!line.empty()) return line;
  }
  return "";
}

std::string nitf_body(const XmlNode& nitf) {
  const XmlNode body = nitf.first("body");
  const XmlNode head = body.first("body.head");
  const XmlNode content = body.first("body.content");
  const XmlNode full_text = full_text_block(content);
  const std::string story = !content    ? loose_content(body)
                            : full_text ? without_doubled_lead(html_of(full_text))
                                        : html_of(content);
  const std::string headline = nitf_headline(nitf);
  std::string above;
  for (const XmlNode& line : head.first("hedline").children()) {
    const std::string text = line.line();
    if (!line.is("hl1") && text != headline) above += html_paragraph(text);
  }
  if (!full_text) above += own_abstract(head, headline, (full_text ? full_text : content).line());
  return above + story + html_of(body.first("body.end"));
}

std::vector<std::string> nitf_bylines(const XmlNode& nitf) {
  std::vector<XmlNode> bylines = nitf.all("body/body.head/byline");
  if (bylines.empty()) bylines = nitf.all("body/byline");
  const bool has_print = std::any_of(bylines.begin(), bylines.end(), is_print_byline);
  std::vector<std::string> names;
  for (const XmlNode& byline : bylines) {
    if (has_print && !is_print_byline(byline)) continue;
    const auto persons = byline.descendants("person");
    for (const XmlNode& person : persons) add_value(names, person.line());
    if (persons.empty()) add_value(names, text_without(byline, "byttl"));
  }
  return names;
}

std::string nitf_dateline(const XmlNode& nitf) {
  const XmlNode dateline = nitf.first("body/body.head/dateline");
  const XmlNode location = dateline.first("location");
  const XmlNode city = location.first("city");
  if (!city && has_words_of_its_own(dateline)) return text_without(dateline, "");  // "(PTI)" behind the day
  const std::string place = city ? city.line() : text_without(dateline, "story.date");
  const std::string day = dateline.first("story.date").line();
  return place.empty() || day.empty() ? place : place + ", " + day;
}

}  // namespace broadsheet
