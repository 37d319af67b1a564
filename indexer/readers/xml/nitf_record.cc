// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/nitf_record.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/nitf_text.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

/// Names of <meta> that hold a section, best first.
constexpr std::string_view kSections[] = {
    "online_sections", "section", "ressort", "rubrik", "department", "dsk", "desk", "category", "categoria"};

/// True of "section" and "acme-section".
bool ends_in_word(std::string_view name, std::string_view word) {
  if (!name.ends_with(word)) return false;
  return name.size() == word.size() || name[name.size() - word.size() - 1] == '-';
}

/// "Front Page; World": the first.
std::string first_of_list(const std::string& values) {
  return std::string(trim(std::string_view(values).substr(0, values.find(';'))));
}

class NitfRecord {
 public:
  NitfRecord(const XmlNode& nitf, const FieldMap& field_map)
      : nitf_(nitf), docdata_(nitf.first("head/docdata")), field_map_(field_map) {}

  Record read() {
    record_ = xml_record();
    record_.title = escape_html(nitf_headline(nitf_));
    record_.body = nitf_body(nitf_);
    const XmlNode abstract = nitf_.first("body/body.head/abstract");
    if (!abstract.line().empty()) record_.summary = html_of(abstract);
    record_.bylines = nitf_bylines(nitf_);
    record_.dateline = nitf_dateline(nitf_);
    read_identity();
    read_dates();
    read_management();
    read_origin();
    read_subjects();
    read_names();
    read_metas();
    return std::move(record_);
  }

 private:
  std::string docdata(std::string_view path, std::string_view attribute) const {
    return docdata_.first(path).attribute(attribute);
  }

  XmlNode pubdata() const { return nitf_.first("head/pubdata"); }

  /// The first <meta> of that name, be it with an agency's prefix, that has a value of more than a letter.
  std::string meta(std::string_view name) const {
    for (const XmlNode& meta : nitf_.all("head/meta")) {
      std::string value = meta.attribute("content");
      if (value.size() > 1 && ends_in_word(lower(meta.attribute("name")), name)) return value;
    }
    return "";
  }

  std::string number_meta(std::string_view name) const {
    for (const XmlNode& meta : nitf_.all("head/meta")) {
      if (meta.attribute("name") == name) return meta.attribute("content");
    }
    return "";
  }

  void read_identity() {
    record_.id = docdata("doc-id", "id-string");
    for (const char* attribute : {"version", "generation"}) {
      set_if_empty(record_.version, docdata("du-key", attribute));
    }
    for (const char* attribute : {"lang", "baselang"}) {
      set_if_empty(record_.language, nitf_.attribute(attribute));
      set_if_empty(record_.language, nitf_.first("body").attribute(attribute));
    }
    record_.url = pubdata().attribute("ex-ref");
    for (const char* name : {"alternate_url", "canonical", "url"}) set_if_empty(record_.url, meta(name));
  }

  /// The day in the attributes that NITF has for its own version (change.date) is none of the story's.
  void read_dates() {
    const std::string issue = iptc_date(docdata("date.issue", "norm"));
    const std::string release = iptc_date(docdata("date.release", "norm"));
    record_.date = iptc_date(pubdata().attribute("date.publication"));
    // The day of a paper, and when on that day the story was issued.
    if (issue.size() > record_.date.size() && issue.starts_with(record_.date)) record_.date = issue;
    set_if_empty(record_.date, issue);
    set_if_empty(record_.date, release);
    set_if_empty(record_.date, iptc_date(nitf_.descendant("story.date").attribute("norm")));
    set_if_empty(record_.date, date_of_metas());
    const auto revisions = nitf_.descendants("revision-history");
    if (!revisions.empty()) record_.modified = iptc_date(revisions.back().attribute("norm"));
    const bool is_held = contains_any(docdata_.attribute("management-status"), {"embargo", "withheld"});
    if (is_held || (!issue.empty() && release > issue)) record_.embargo = release;
  }

  /// The New York Times' three <meta>.
  std::string date_of_metas() const {
    const std::string year = number_meta("publication_year");
    const std::string month = number_meta("publication_month");
    const std::string day = number_meta("publication_day_of_month");
    if (year.size() != 4 || month.empty() || day.empty() || month.size() > 2 || day.size() > 2) {
      return iptc_date(meta("timestamp"));
    }
    return year + "-" + std::string(2 - month.size(), '0') + month + "-" + std::string(2 - day.size(), '0') +
           day;
  }

  void read_management() {
    record_.status = docdata_.attribute("management-status");
    add_value(record_.replaces, docdata_.attribute("management-doc-idref"));
    for (const XmlNode& message : docdata_.all("ed-msg")) {
      record_.corrected = record_.corrected || says_correction(message.attribute("info")) ||
                          says_correction(message.attribute("msg-type"));
    }
    record_.corrected = record_.corrected || !meta("correction_date").empty();
  }

  void read_origin() {
    record_.source = pubdata().attribute("name");
    set_if_empty(record_.source, nitf_.first("body/body.head/distributor").line());
    set_if_empty(record_.source, docdata("doc-id", "regsrc"));
    set_if_empty(record_.source, docdata("del-list/from-src", "src-name"));
    set_if_empty(record_.source, nitf_.first("body/body.head/rights/rights.owner").line());
    set_if_empty(record_.source, docdata("doc.copyright", "holder"));
    set_if_empty(record_.source, meta("source"));
    record_.rights = nitf_.first("body/body.head/rights").line();
    set_if_empty(record_.rights, docdata("doc.rights", "type"));
    const std::string holder = docdata("doc.copyright", "holder");
    if (!holder.empty()) {
      set_if_empty(record_.rights,
                   squeezed_line("\xC2\xA9 " + docdata("doc.copyright", "year") + " " + holder));
    }
  }

  void read_subjects() {
    for (const XmlNode& subject : nitf_.descendants("tobject.subject")) read_subject(subject);
    for (const XmlNode& keyword : docdata_.all("key-list/keyword")) {
      const std::string key = keyword.attribute("key");
      add_value(record_.topics, key.empty() ? keyword.line() : key);
    }
    for (const XmlNode& classifier : nitf_.descendants("classifier")) read_classifier(classifier);
    record_.section = pubdata().attribute("position.section");
    for (const std::string_view name : kSections) set_if_empty(record_.section, first_of_list(meta(name)));
    const std::string type = nitf_.descendant("tobject").attribute("tobject.type");
    if (lower(type) != "news") set_if_empty(record_.section, type);
    set_if_empty(record_.section, docdata("doc-scope", "scope"));
    set_if_empty(record_.section, nitf_.descendant("tobject.subject").attribute("tobject.subject.type"));
  }

  /// The names of a subject, else its IPTC subject code.
  void read_subject(const XmlNode& subject) {
    const std::size_t before = record_.topics.size();
    bool is_named = false;
    for (const char* level : {"type", "matter", "detail"}) {
      std::string name = subject.attribute(std::string("tobject.subject.") + level);
      is_named = is_named || !name.empty();
      add_value(record_.topics, std::move(name));
    }
    const std::string code = subject.attribute("tobject.subject.refnum");
    if (!is_named && record_.topics.size() == before && !code.empty()) {
      add_value(record_.topics, code.find(':') == std::string::npos ? "subj:" + code : code);
    }
  }

  void read_classifier(const XmlNode& classifier) {
    const std::string type = classifier.attribute("type");
    if (type == "types_of_material") return;
    std::string name = classifier.line();
    if (name.empty()) name = classifier.attribute("value");
    if (type == "taxonomic_classifier") name = name.substr(name.rfind('/') + 1);
    add_value(record_.topics, std::move(name));
  }

  /// Whom and what editors named as the story's matter, and what is marked inside it, if a whole name.
  void read_names() {
    for (const XmlNode& list : nitf_.descendants("identified-content")) read_names_of(list, false);
    read_names_of(nitf_.first("body/body.content"), true);
    for (const XmlNode& place : docdata_.all("evloc")) {
      bool found = false;
      for (const char* attribute : {"iso-cc", "country", "state-prov"}) {
        found = found || add_country(record_, place.attribute(attribute));
      }
    }
  }

  void read_names_of(const XmlNode& list, bool is_text) {
    for (const XmlNode& person : list.descendants("person")) {
      const std::string name = without_possessive(person.line());
      if (!is_text || name.find(' ') != std::string::npos) add_value(record_.persons, name);
    }
    for (const XmlNode& body : list.descendants("org"))
      add_value(record_.organisations, without_possessive(body.line()));
    for (const XmlNode& place : list.descendants("location")) read_place(place, is_text);
    for (const XmlNode& country : list.descendants("country")) read_country(country);
  }

  void read_country(const XmlNode& country) {
    if (!add_country(record_, country.attribute("iso-cc"))) add_country(record_, country.line());
  }

  /// A place that is no country, named as the story's matter, is a topic.
  void read_place(const XmlNode& place, bool is_text) {
    if (place.first("country")) return;
    std::string name = without_possessive(place.line());
    if (!add_country(record_, name) && !is_text) add_value(record_.topics, std::move(name));
  }

  static std::string without_possessive(std::string name) {
    for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
      if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    }
    return name;
  }

  void read_metas() {
    for (const XmlNode& meta_element : nitf_.all("head/meta")) {
      const std::string name = meta_element.attribute("name");
      const std::string value = meta_element.attribute("content");
      if (take_mapped(record_, field_map_, "meta." + name, value) || value.empty()) continue;
      const bool is_used =
          value == record_.section || value == record_.url || name.starts_with("publication_");
      if (!is_used) add_value(record_.unused_keys, "meta." + name);
    }
  }

  XmlNode nitf_;
  XmlNode docdata_;
  const FieldMap& field_map_;
  Record record_;
};

}  // namespace

Record nitf_record(const XmlNode& nitf, const FieldMap& field_map) {
  return NitfRecord(nitf, field_map).read();
}

}  // namespace broadsheet
