// SPDX-License-Identifier: GPL-2.0-or-later
// A record with anything in its fields is an article, a reject, a skip or a notice; an article is clean
// UTF-8.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/fold.h"
#include "indexer/normalise/normalise.h"

namespace {

using namespace broadsheet;

constexpr char kBetweenFields = '\x1F';
constexpr char kBetweenValues = '\x1E';

void require(bool kept) {
  if (!kept) __builtin_trap();
}

/// The text up to a separator, which is taken off with it.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view first = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(first.size() + 1, text.size()));
  return first;
}

/// Flags, then the fields of a record in their order, \x1F between them and \x1E between values of one.
Record record_of(std::string_view text) {
  const unsigned flags = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
  text.remove_prefix(std::min<std::size_t>(text.size(), 1));
  Record record;
  record.is_markup = (flags & 1) != 0;
  record.corrected = (flags & 2) != 0;
  record.date_is_of_version = (flags & 4) != 0;
  for (std::string* field :
       {&record.title, &record.body, &record.date, &record.charset, &record.language, &record.dateline,
        &record.url, &record.id, &record.version, &record.modified, &record.embargo, &record.status,
        &record.source, &record.section, &record.rights, &record.summary, &record.path}) {
    *field = take(text, kBetweenFields);
  }
  for (auto* field : {&record.bylines, &record.topics, &record.persons, &record.organisations,
                      &record.countries, &record.replaces}) {
    std::string_view values = take(text, kBetweenFields);
    while (!values.empty()) field->emplace_back(take(values, kBetweenValues));
  }
  record.number = 1;
  return record;
}

void check_text(const std::string& text) {
  require(is_utf8(text));
  require(text.find('\0') == std::string::npos);
}

void check(const Normalised& normalised) {
  const Article& article = normalised.article;
  require(!article.identity.empty());
  require(!article.title.empty() || !article.paragraphs.empty());
  for (const std::string* text : {&article.identity, &article.id, &article.title, &article.source,
                                  &article.section, &article.language, &article.url, &article.rights})
    check_text(*text);
  for (const Paragraph& paragraph : article.paragraphs) check_text(paragraph.text);
  for (const auto* values : {&article.bylines, &article.topics, &article.replaces})
    for (const std::string& value : *values) check_text(value);
  for (const std::string& problem : normalised.problems) require(problem.find('\n') == std::string::npos);
  const StoredArticle stored{article, normalised.given};
  require(decode_article(encode_article(stored)) == stored);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Record record = record_of({reinterpret_cast<const char*>(data), size});
  NormaliseOptions options;
  options.default_offset_minutes = 60;
  const auto result = normalise(record, "json", options);
  if (const auto* article = std::get_if<Normalised>(&result)) check(*article);
  if (const auto* reject = std::get_if<Reject>(&result)) require(!reject->reason.empty());
  return 0;
}
