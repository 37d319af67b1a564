// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/article.h"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace broadsheet {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<Role, const char*>, 5> kRoles = {{{Role::Body, "body"},
                                                                 {Role::Dateline, "dateline"},
                                                                 {Role::Byline, "byline"},
                                                                 {Role::Note, "note"},
                                                                 {Role::Footer, "footer"}}};

Role role_of(const std::string& name) {
  for (const auto& [value, role] : kRoles) {
    if (name == role) return value;
  }
  throw std::runtime_error("a stored article has a paragraph of the unknown kind " + name);
}

Moment moment_of(const Json& json, const char* key) {
  Moment moment;
  const auto found = json.find(key);
  if (found == json.end()) return moment;
  moment.seconds = found->at(0).get<std::int64_t>();
  moment.offset_minutes = found->at(1).get<std::int16_t>();
  moment.precision = static_cast<Precision>(found->at(2).get<int>());
  return moment;
}

std::vector<NameTag> names_of(const Json& json, const char* key) {
  std::vector<NameTag> tags;
  const auto found = json.find(key);
  if (found == json.end()) return tags;
  for (const Json& tag : *found) tags.push_back({tag.at(0).get<std::string>(), tag.at(1).get<bool>()});
  return tags;
}

std::vector<std::string> list_of(const Json& json, const char* key) {
  return json.value(key, std::vector<std::string>());
}

std::vector<Paragraph> paragraphs_of(const Json& json) {
  std::vector<Paragraph> paragraphs;
  const auto found = json.find("text");
  if (found == json.end()) return paragraphs;
  for (const Json& item : *found) {
    if (item.is_string()) {
      paragraphs.push_back({Role::Body, item.get<std::string>()});
    } else {
      paragraphs.push_back({role_of(item.at(0).get<std::string>()), item.at(1).get<std::string>()});
    }
  }
  return paragraphs;
}

Article article_of(const Json& json) {
  Article article;
  article.identity = json.at("identity").get<std::string>();
  article.id = json.value("id", "");
  article.title = json.value("title", "");
  article.paragraphs = paragraphs_of(json);
  article.dateline_place = json.value("place", "");
  article.bylines = list_of(json, "bylines");
  article.topics = list_of(json, "topics");
  article.language = json.value("language", "");
  article.source = json.value("source", "");
  article.section = json.value("section", "");
  article.url = json.value("url", "");
  article.rights = json.value("rights", "");
  article.published = moment_of(json, "published");
  article.date_from = static_cast<DateFrom>(json.value("date_from", 0));
  article.modified = moment_of(json, "modified");
  article.version = json.value("version", std::int64_t{0});
  article.corrected = json.value("corrected", false);
  article.replaces = list_of(json, "replaces");
  return article;
}

Entities entities_of(const Json& json) {
  Entities entities;
  entities.persons = names_of(json, "persons");
  entities.organisations = names_of(json, "organisations");
  if (const auto found = json.find("countries"); found != json.end()) {
    for (const Json& tag : *found) {
      entities.countries.push_back(
          {tag.at(0).get<std::string>(), tag.at(1).get<bool>(), tag.at(2).get<bool>()});
    }
  }
  return entities;
}

/// Reads an object until both ids are found, which is before the text: keys are stored in order.
class IdReader final : public nlohmann::json_sax<Json> {
 public:
  const ArticleIds& ids() const { return ids_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    failed_ = true;
    return false;
  }
  bool failed() const { return failed_; }

  bool key(string_t& key) override {
    if (depth_ == 1) wanted_ = key == "id" ? &ids_.id : key == "identity" ? &ids_.identity : nullptr;
    return true;
  }
  bool string(string_t& text) override {
    if (depth_ == 1 && wanted_ != nullptr) *wanted_ = std::move(text);
    return ids_.id.empty() || ids_.identity.empty();
  }

 private:
  bool enter() {
    ++depth_;
    return true;
  }
  bool leave() {
    --depth_;
    return true;
  }

  ArticleIds ids_;
  std::string* wanted_ = nullptr;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string_view to_string(Role role) {
  for (const auto& [value, name] : kRoles) {
    if (value == role) return name;
  }
  return "body";
}

std::string body_text(const Article& article) {
  std::string text;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role != Role::Body) continue;
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

StoredArticle decode_article(std::string_view data) {
  try {
    const Json json = Json::parse(data);
    return {article_of(json), entities_of(json)};
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("a stored article cannot be read: ") + error.what());
  }
}

ArticleIds decode_ids(std::string_view data) {
  IdReader reader;
  Json::sax_parse(data, &reader);
  if (reader.failed()) throw std::runtime_error("a stored article cannot be read");
  return reader.ids();
}

}  // namespace broadsheet
