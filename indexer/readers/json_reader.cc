// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_reader.h"

#include <simdjson.h>

#include "indexer/readers/json_splitter.h"
#include "indexer/readers/json_values.h"
#include "indexer/readers/unicode_stream.h"

namespace broadsheet {

namespace {

class JsonReader : public RecordReader {
 public:
  explicit JsonReader(DumpSource source) : RecordReader(std::move(source)), splitter_(input()) {}
  std::string_view format() const override { return "json"; }

 protected:
  std::optional<DumpItem> read_item() override {
    const auto piece = splitter_.next();
    if (!piece) return std::nullopt;
    if (piece->broken.empty()) return read_value(*piece);
    return piece->at_end ? cut_off(piece->broken, piece->offset, piece->bytes)
                         : reject(piece->broken, piece->offset, piece->bytes);
  }

 private:
  DumpItem read_value(const JsonPiece& piece) {
    simdjson::dom::element value;
    if (const auto error = parse(piece.bytes, value)) return bad_value(piece, error);
    simdjson::dom::object object;
    if (value.get(object)) return reject("the record is not a JSON object", piece.offset, piece.bytes);
    FieldCollector collector(source().field_map);
    collect_json(object, collector);
    Record record = collector.finish();
    if (auto reason = FieldCollector::no_text_reason(record, keys_of(object))) {
      return reject(std::move(*reason), piece.offset, piece.bytes);
    }
    record.charset = "utf-8";
    record.offset = piece.offset;
    return record;
  }

  simdjson::error_code parse(std::string_view bytes, simdjson::dom::element& value) {
    const auto error = parser_.parse(bytes.data(), bytes.size()).get(value);
    if (error != simdjson::UTF8_ERROR) return error;
    const std::string repaired = repair_utf8(bytes);
    return parser_.parse(repaired).get(value);
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
};

}  // namespace

std::unique_ptr<DumpReader> make_json_reader(DumpSource source) {
  return std::make_unique<JsonReader>(std::move(source));
}

}  // namespace broadsheet
