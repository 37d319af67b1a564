// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/g2_concepts.h"

#include <algorithm>

#include "common/country.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/record_values.h"

namespace broadsheet {

namespace {

constexpr int kLevels = 5;  // of places within places

std::string_view scheme_of(std::string_view code) {
  const std::size_t colon = code.find(':');
  return colon == std::string_view::npos ? std::string_view() : code.substr(0, colon);
}

bool is_country_code(std::string_view code) {
  const bool is_short = code.size() == 2 || code.size() == 3;
  return is_short && std::all_of(code.begin(), code.end(), is_letter);
}

/// Schemes whose codes or names are countries, Reuters' "N2:GB" among them.
bool names_countries(std::string_view scheme, std::string_view type) {
  return contains_any(scheme, {"country", "cntry", "iso3166"}) || contains_any(type, {"country"}) ||
         scheme == "N2";
}

bool describes_place(const XmlNode& assertion) {
  if (assertion.first("geoAreaDetails") || assertion.first("POIDetails")) return true;
  return contains_any(assertion.first("broader").attribute("type"), {"geoarea"});
}

std::string base_language(std::string_view tag) {
  return lower(tag.substr(0, tag.find_first_of("-_")));
}

}  // namespace

std::string g2_reference(const XmlNode& property) {
  for (const char* attribute : {"qcode", "uri", "literal"}) {
    std::string value = property.attribute(attribute);
    if (!value.empty()) return value;
  }
  return "";
}

G2Concepts::G2Concepts(const XmlNode& item) : language_(base_language(item.language())) {
  for (const XmlNode& assertion : item.all("assert"))
    assertions_.try_emplace(g2_reference(assertion), assertion);
}

XmlNode G2Concepts::assertion(const XmlNode& property) const {
  for (const char* attribute : {"qcode", "uri", "literal"}) {
    const auto found = assertions_.find(property.attribute(attribute));
    if (found != assertions_.end() && !found->first.empty()) return found->second;
  }
  return {};
}

std::string G2Concepts::named_by(const XmlNode& property) const {
  std::string first;
  for (const char* path : {"name", "mainConcept/name"}) {
    for (const XmlNode& name : property.all(path)) {
      std::string line = name.line();
      if (!line.empty() && base_language(name.language()) == language_) return line;
      set_if_empty(first, std::move(line));
    }
  }
  return first;
}

std::string G2Concepts::name(const XmlNode& property) const {
  std::string own = named_by(property);
  return own.empty() ? named_by(assertion(property)) : own;
}

std::string G2Concepts::shown(const XmlNode& property) const {
  std::string found = name(property);
  set_if_empty(found, property.attribute("literal"));
  set_if_empty(found, g2_reference(property));
  set_if_empty(found, g2_reference(property.first("mainConcept")));
  return found;
}

G2Concepts::Nature G2Concepts::nature(const XmlNode& subject) const {
  const std::string code = subject.attribute("qcode");
  const std::string type =
      subject.attribute("type") + " " + assertion(subject).first("type").attribute("qcode");
  const std::string_view scheme = scheme_of(code);
  if (contains_any(type, {"person"})) return Nature::Person;
  if (contains_any(type, {"organisation", "organization", "company", "team"})) return Nature::Organisation;
  if (contains_any(
          type, {"geoarea", "country", "city", "statprov", "location", "place", "cpnat:poi", "cpttype:5"})) {
    return Nature::Place;
  }
  if (contains_any(type, {"event"})) return Nature::Topic;
  if (contains_any(scheme,
                   {"depart", "desk", "ressort", "section", "categor", "dpacat", "anpacat", "rubri"})) {
    return Nature::Section;
  }
  const bool is_n2_country =
      scheme == "N2" && behind_colon(code).size() == 2 && find_country(behind_colon(code));
  if (is_n2_country || contains_any(scheme, {"country", "cntry", "iso3166"})) return Nature::Place;
  if (!subject.attribute("type").empty()) return Nature::Topic;
  if (contains_any(scheme, {"person"})) return Nature::Person;
  if (contains_any(scheme, {"organi", "company"})) return Nature::Organisation;
  return contains_any(scheme, {"geo"}) ? Nature::Place : Nature::Topic;
}

/// The country of a place, the widest that it is said to lie in first: Georgia may be in the United States.
std::string G2Concepts::country(const XmlNode& place, int levels) const {
  if (!place || levels == 0) return "";
  const XmlNode known = assertion(place);
  for (const XmlNode& source : {place, known == place ? XmlNode() : known}) {
    for (const XmlNode& broader : source.all("broader")) {
      std::string found = country(broader, levels - 1);
      if (!found.empty()) return found;
    }
  }
  std::string called = name(place);
  if (find_country(called)) return called;
  const std::string code = place.attribute("qcode");
  const std::string own(behind_colon(code));
  const bool is_code = is_country_code(own) || !contains_any(place.attribute("type"), {"code"});
  return names_countries(scheme_of(code), place.attribute("type")) && is_code && find_country(own) ? own : "";
}

void G2Concepts::add_asserted_countries(Record& record) const {
  for (const auto& [code, assertion] : assertions_) {
    if (describes_place(assertion)) add_value(record.countries, country(assertion, kLevels));
  }
}

void G2Concepts::add_subject(Record& record, const XmlNode& subject) const {
  std::string value = shown(subject);
  switch (nature(subject)) {
    case Nature::Person:
      return add_value(record.persons, name(subject));
    case Nature::Organisation:
      return add_value(record.organisations, name(subject));
    case Nature::Section:
      add_value(record.topics, value);
      return set_if_empty(record.section, std::move(value));
    case Nature::Topic:
      return add_value(record.topics, std::move(value));
    case Nature::Place:
      break;
  }
  const std::string in = country(subject, kLevels);
  add_value(record.countries, in);
  if (in != value && !name(subject).empty()) add_value(record.topics, std::move(value));
}

}  // namespace broadsheet
