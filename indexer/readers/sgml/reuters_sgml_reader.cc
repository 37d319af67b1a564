// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/reuters_sgml_reader.h"

#include <algorithm>

#include "common/fold.h"
#include "indexer/readers/fields/person_key.h"
#include "indexer/readers/sgml/sgml_text.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kOpening = "<REUTERS";
constexpr std::string_view kClosing = "</REUTERS>";
// What the collection's makers put where an article had nothing but a headline.
constexpr std::string_view kNoBody = "Blah blah blah.";

std::string_view without_controls(std::string_view text) {
  const auto is_blank = [](char c) { return is_space(c) || (c >= 0 && c < ' '); };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// "    by Janie Gabbett, Reuters" without what is not the name.
std::string author_name(std::string_view text) {
  text = trim(text);
  if (begins_with(text, "by ")) text = trim(text.substr(3));
  const std::size_t comma = text.rfind(',');
  if (comma != std::string_view::npos && begins_with(trim(text.substr(comma + 1)), "reuter")) {
    text = trim(text.substr(0, comma));
  }
  return std::string(text);
}

/// One <REUTERS> element as a Record.
class ReutersRecord {
 public:
  explicit ReutersRecord(std::string_view element)
      : element_(element), is_utf8_(!is_ascii(element) && is_utf8(element)) {}

  Record read() {
    Record record;
    record.language = "en";  // as the whole collection is; its tables have too few words to tell
    record.source = "Reuters";
    record.charset = is_utf8_ ? "utf-8" : "iso-8859-1";
    record.id = sgml_attribute(element_.substr(0, element_.find('>')), "NEWID");
    const std::string date = content(element_, "DATE");
    record.date = trim(date.substr(0, date.find('#')));  // behind # stands an editor's remark
    record.topics = values("TOPICS");
    set_field(record, Field::Topics, values("EXCHANGES"));
    record.countries = values("PLACES");
    record.organisations = values("ORGS");
    set_field(record, Field::Organisations, values("COMPANIES"));
    for (const std::string& key : values("PEOPLE")) record.persons.push_back(name_of_person_key(key));
    read_text(record, sgml_element(element_, "TEXT").value_or(std::string_view()));
    return record;
  }

 private:
  std::string decoded(std::string_view text) const { return decode_sgml(text, is_utf8_); }

  std::string content(std::string_view text, std::string_view tag) const {
    return decoded(sgml_element(text, tag).value_or(std::string_view()));
  }

  std::vector<std::string> values(std::string_view tag) const {
    std::vector<std::string> result;
    for (const std::string_view value : sgml_elements(sgml_element(element_, tag).value_or(""), "D")) {
      result.emplace_back(trim(decoded(value)));
    }
    std::erase(result, "");
    return result;
  }

  void read_text(Record& record, std::string_view text) const {
    record.title = without_controls(content(text, "TITLE"));
    record.dateline = without_controls(content(text, "DATELINE"));
    for (const std::string_view author : sgml_elements(text, "AUTHOR")) {
      std::string name = author_name(decoded(author));
      if (!name.empty()) record.bylines.push_back(std::move(name));
    }
    record.body = sgml_element(text, "BODY") ? content(text, "BODY") : decoded(after_elements(text));
    const std::string_view text_alone = without_controls(record.body);
    if (text_alone.empty() || text_alone == kNoBody) record.body.clear();
    if (record.title.empty()) record.title = trim(first_line(without_controls(record.body)));
  }

  static std::string_view after_elements(std::string_view text) {
    for (const std::string_view tag : {"</TITLE>", "</AUTHOR>", "</DATELINE>"}) {
      const std::size_t end = text.rfind(tag);
      if (end != std::string_view::npos) text.remove_prefix(end + tag.size());
    }
    return text;
  }

  std::string_view element_;
  bool is_utf8_;
};

class ReutersSgmlReader : public RecordReader {
 public:
  explicit ReutersSgmlReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "reuters-sgml"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!skip_to_opening()) return end_of_dump();
    begun_ = true;
    const std::size_t end = find_end();
    const std::string_view text = input().pending().substr(0, end);
    DumpItem item = item_of(text);
    input().take(end);
    return item;
  }

 private:
  DumpItem item_of(std::string_view text) {
    const std::uint64_t offset = input().offset();
    if (text.size() > kMaxRecordBytes) return reject("the record is larger than 64 MiB", offset, text);
    if (!text.ends_with(kClosing)) {
      if (text.size() < input().pending().size()) return reject("the record is not closed", offset, text);
      return cut_off("the record is cut off at the end of the dump", offset, text);
    }
    Record record = ReutersRecord(text).read();
    record.offset = offset;
    return record;
  }

  std::optional<DumpItem> end_of_dump() {
    if (std::exchange(begun_, true) || failed()) return std::nullopt;
    return reject("there is no <REUTERS> record in it", 0, input().pending());
  }

  /// Leaves a few bytes pending that may be the beginning of an opening tag.
  bool skip_to_opening() {
    std::size_t at = input().pending().find(kOpening);
    while (at == std::string_view::npos) {
      const std::size_t size = input().pending().size();
      input().take(size - std::min(size, kOpening.size() - 1));
      if (!input().grow()) return false;
      at = input().pending().find(kOpening);
    }
    input().take(at);
    return true;
  }

  /// Where the record that pending() begins with ends: after its end tag, before the next record, or at the
  /// end.
  std::size_t find_end() {
    std::size_t at = kOpening.size();
    while (true) {
      const std::string_view text = input().pending();
      at = std::min(text.find('<', at), text.size());
      if (text.size() - at >= kClosing.size() || (at < text.size() && input().ended())) {
        if (text.substr(at).starts_with(kOpening)) return at;
        if (text.substr(at).starts_with(kClosing)) return at + kClosing.size();
        ++at;
        continue;
      }
      if (text.size() > kMaxRecordBytes || input().ended()) return text.size();
      input().grow();
    }
  }

  bool begun_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_reuters_sgml_reader(DumpSource source) {
  return std::make_unique<ReutersSgmlReader>(std::move(source));
}

}  // namespace broadsheet
