// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/rcv1_item.h"

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

Record rcv1_record(const XmlNode& item) {
  Record record = xml_record();
  record.id = item.attribute("itemid");
  record.title = escape_html(item.first("headline").line());
  set_if_empty(record.title, escape_html(item.first("title").line()));
  record.body = html_of(item.first("text"));
  record.date = item.attribute("date");
  record.dateline = item.first("dateline").line();
  record.language = item.language();
  record.rights = item.first("copyright").line();
  for (const XmlNode& byline : item.all("byline")) add_value(record.bylines, byline.line());
  for (const XmlNode& codes : item.all("metadata/codes")) {
    const bool are_countries = contains_any(codes.attribute("class"), {"countries"});
    for (const XmlNode& code : codes.all("code")) {
      const std::string value = code.attribute("code");
      if (!are_countries) add_value(record.topics, value);
      if (are_countries) add_country(record, value);
    }
  }
  for (const XmlNode& element : item.all("metadata/dc")) {
    const std::string name = element.attribute("element");
    if (name == "dc.source") record.source = element.attribute("value");
    if (name == "dc.publisher") set_if_empty(record.source, element.attribute("value"));
    if (name == "dc.date.published") set_if_empty(record.date, element.attribute("value"));
  }
  return record;
}

}  // namespace broadsheet
