// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_reader.h"

#include <simdjson.h>

#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/json/json_escapes.h"
#include "indexer/readers/json/json_item.h"
#include "indexer/readers/json/json_splitter.h"
#include "indexer/readers/json/json_text.h"
#include "indexer/readers/json/json_values.h"

namespace broadsheet {

namespace {

class JsonReader : public RecordReader {
 public:
  explicit JsonReader(DumpSource source) : RecordReader(std::move(source)), splitter_(input()) {}
  std::string_view format() const override { return "json"; }

 protected:
  std::optional<DumpItem> read_item() override {
    while (const auto piece = splitter_.next()) {
      if (auto item = read_piece(*piece)) return item;
    }
    return std::nullopt;
  }

 private:
  /// Nothing for an action line, which is about the next record.
  std::optional<DumpItem> read_piece(const JsonPiece& piece) {
    if (!piece.broken.empty()) {
      return piece.at_end ? cut_off(piece.broken, piece.offset, piece.bytes)
                          : reject(piece.broken, piece.offset, piece.bytes);
    }
    if (is_mere_values(piece.bytes)) {
      return reject("the record has millions of values and little text: it is no article", piece.offset,
                    piece.bytes);
    }
    simdjson::dom::element value;
    if (const auto error = parse(piece.bytes, value)) return bad_value(piece, error);
    simdjson::dom::object object;
    if (value.get(object)) return reject("the record is not a JSON object", piece.offset, piece.bytes);
    if (auto action = bulk_action(object)) {
      if (action->deletes) return Skip{"a deletion in Elasticsearch's bulk format: no article"};
      action_id_ = std::move(action->id);
      return std::nullopt;
    }
    return read_object(object, piece);
  }

  DumpItem read_object(const simdjson::dom::object& whole, const JsonPiece& piece) {
    const simdjson::dom::object item = item_within(whole);
    FieldCollector collector(source().field_map);
    collect_item(item, collector);
    collect_json(item, collector);
    Record record = collector.finish();
    complete_item(item, record);
    apply_feed(record);
    const std::string action_id = std::exchange(action_id_, "");
    if (auto reason = no_article_reason(item, record)) return Skip{std::move(*reason)};
    if (!FieldCollector::has_text(record)) {
      return reject(FieldCollector::no_text_reason(keys_of(item)), piece.offset, piece.bytes);
    }
    if (!action_id.empty()) record.id = action_id;
    record.charset = "utf-8";
    record.offset = piece.offset;
    return record;
  }

  /// JSON Feed (https://jsonfeed.org/version/1.1) names the outlet once, above its items.
  void apply_feed(Record& record) {
    if (splitter_.around_list().find("jsonfeed.org/version") == std::string::npos) return;
    if (!feed_) feed_ = read_feed(splitter_.around_list() + "]}");
    if (record.source.empty()) record.source = feed_->source;
    if (record.language.empty()) record.language = feed_->language;
  }

  static Record read_feed(const std::string& text) {
    Record feed;
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(text).get(object) != simdjson::SUCCESS) return feed;
    feed.source = json_member(object, "title");
    feed.language = json_member(object, "language");
    return feed;
  }

  simdjson::error_code parse(std::string_view bytes, simdjson::dom::element& value) {
    auto error = parser_.parse(bytes.data(), bytes.size()).get(value);
    std::string repaired;
    if (error == simdjson::UTF8_ERROR) {
      repaired = repair_utf8(bytes);
      bytes = repaired;
      error = parser_.parse(repaired).get(value);
    }
    if (error == simdjson::STRING_ERROR) error = parser_.parse(mend_surrogates(bytes)).get(value);
    return error;
  }

  DumpItem bad_value(const JsonPiece& piece, simdjson::error_code error) {
    if (piece.at_end && failed()) return cut_off("", piece.offset, piece.bytes);
    const std::string reason = std::string("the record is not valid JSON: ") + simdjson::error_message(error);
    return reject(reason, piece.offset, piece.bytes);
  }

  static std::vector<std::string> keys_of(const simdjson::dom::object& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object) keys.emplace_back(key);
    return keys;
  }

  JsonSplitter splitter_;
  simdjson::dom::parser parser_;
  std::string action_id_;  // of the action line before
  std::optional<Record> feed_;
};

}  // namespace

std::unique_ptr<DumpReader> make_json_reader(DumpSource source) {
  return std::make_unique<JsonReader>(std::move(source));
}

}  // namespace broadsheet
