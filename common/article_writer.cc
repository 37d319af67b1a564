// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "common/article.h"
#include "common/fold.h"
#include "common/schema.h"

namespace broadsheet {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = true;
  return escaped;
}
constexpr std::array<bool, 256> kEscaped = make_escaped();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  out += '\\';
  if (const auto at = kNamed.find(c); at != std::string_view::npos) {
    out += kNames[at];
    return;
  }
  out += "u00";
  out += "0123456789abcdef"[c >> 4];
  out += "0123456789abcdef"[c & 15];
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kEscaped[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, done, i - done);
    append_escape(out, text[i]);
    done = i + 1;
  }
  out.append(text, done);
  out += '"';
}

/// Writes the members of one object, which must come in byte order of their names: the bytes are those of
/// nlohmann::json's dump, without the tree. A hash of them is stored in archives.
class ObjectWriter {
 public:
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_ += '}'); }

  void put(const char* name, std::string_view value) {
    if (!value.empty()) put_always(name, value);
  }
  void put_always(const char* name, std::string_view value) {
    begin(name);
    string(value);
  }
  void put(const char* name, std::int64_t value) {
    begin(name);
    number(value);
  }
  void put(const char* name, const Moment& moment) {
    if (!moment.known()) return;
    begin(name);
    out_ += '[';
    number(moment.seconds);
    out_ += ',';
    number(moment.offset_minutes);
    out_ += ',';
    number(static_cast<int>(moment.precision));
    out_ += ']';
  }
  void put_true(const char* name) {
    begin(name);
    out_ += "true";
  }

  /// Nothing for an empty list.
  template <typename List, typename Put>
  void put_list(const char* name, const List& list, const Put& put_one) {
    bool is_first = true;
    for (const auto& one : list) {
      if (is_first) begin(name);
      out_ += is_first ? '[' : ',';
      is_first = false;
      put_one(one);
    }
    if (!is_first) out_ += ']';
  }
  void put(const char* name, const std::vector<std::string>& list) {
    put_list(name, list, [this](const std::string& one) { string(one); });
  }

  void pair(std::string_view a, std::string_view b) {
    out_ += '[';
    string(a);
    out_ += ',';
    string(b);
    out_ += ']';
  }
  template <typename... Flags>
  void flagged(std::string_view text, Flags... flags) {
    out_ += '[';
    string(text);
    ((out_ += flags ? ",true" : ",false"), ...);
    out_ += ']';
  }
  void string(std::string_view text) {
    if (is_utf8(text)) return append_string(out_, text);
    out_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

 private:
  void begin(const char* name) {
    out_ += out_.size() > 1 ? ",\"" : "\"";
    out_ += name;
    out_ += "\":";
  }
  void number(std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
  }

  std::string out_ = "{";
};

enum class Which { All, Given };

class ArticleWriter {
 public:
  ArticleWriter(const StoredArticle& stored, Which which)
      : article_(stored.article), entities_(stored.entities), which_(which) {}

  std::string write() {
    out_.reserve(room());
    put_before_names();
    put_names("organisations", entities_.organisations);
    put_names("persons", entities_.persons);
    put_after_names();
    return out_.take();
  }

 private:
  /// About as many bytes as there will be.
  std::size_t room() const {
    constexpr std::size_t kBesideText = 1'024;
    std::size_t text = kBesideText;
    for (const Paragraph& paragraph : article_.paragraphs) text += paragraph.text.size() + 16;
    return text + text / 64;
  }

  void put_before_names() {
    out_.put("bylines", article_.bylines);
    if (article_.corrected) out_.put_true("corrected");
    put_countries();
    if (article_.date_from != DateFrom::None) out_.put("date_from", static_cast<int>(article_.date_from));
    out_.put("id", article_.id);
    out_.put_always("identity", article_.identity);
    out_.put("language", article_.language);
    out_.put("modified", article_.modified);
  }

  void put_after_names() {
    out_.put("place", article_.dateline_place);
    out_.put("published", article_.published);
    out_.put("replaces", article_.replaces);
    out_.put("rights", article_.rights);
    out_.put("schema", kSchemaVersion);
    out_.put("section", article_.section);
    out_.put("source", article_.source);
    put_text();
    out_.put("title", article_.title);
    out_.put("topics", article_.topics);
    out_.put("url", article_.url);
    if (article_.version != 0) out_.put("version", article_.version);
  }

  template <typename Tag>
  std::vector<Tag> chosen(const std::vector<Tag>& tags) const {
    std::vector<Tag> chosen;
    for (const Tag& tag : tags) {
      if (which_ == Which::All || tag.given) chosen.push_back(tag);
    }
    return chosen;
  }

  void put_countries() {
    out_.put_list("countries", chosen(entities_.countries), [this](const CountryTag& tag) {
      // What an article is about is judged by its text, unless it is all that is told.
      out_.flagged(tag.code, tag.about || which_ == Which::Given, tag.given);
    });
  }

  void put_names(const char* name, const std::vector<NameTag>& tags) {
    out_.put_list(name, chosen(tags), [this](const NameTag& tag) { out_.flagged(tag.name, tag.given); });
  }

  void put_text() {
    out_.put_list("text", article_.paragraphs, [this](const Paragraph& paragraph) {
      if (paragraph.role == Role::Body) return out_.string(paragraph.text);
      out_.pair(to_string(paragraph.role), paragraph.text);
    });
  }

  const Article& article_;
  const Entities& entities_;
  Which which_;
  ObjectWriter out_;
};

}  // namespace

std::string encode_article(const StoredArticle& stored) {
  return ArticleWriter(stored, Which::All).write();
}

std::string encode_given(const StoredArticle& stored) {
  return ArticleWriter(stored, Which::Given).write();
}

bool is_all_given(const Entities& entities) {
  const auto is_given = [](const NameTag& tag) { return tag.given; };
  return std::all_of(entities.persons.begin(), entities.persons.end(), is_given) &&
         std::all_of(entities.organisations.begin(), entities.organisations.end(), is_given) &&
         std::all_of(entities.countries.begin(), entities.countries.end(),
                     [](const CountryTag& tag) { return tag.given && tag.about; });
}

}  // namespace broadsheet
