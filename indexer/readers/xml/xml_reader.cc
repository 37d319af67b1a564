// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_reader.h"

#include "common/printable.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/xml/xml_charset.h"
#include "indexer/readers/xml/xml_mend.h"

namespace broadsheet {

namespace {

/// A charset in which markup cannot be told by its bytes is decoded before anything else looks.
DumpSource with_plain_markup(DumpSource source) {
  constexpr std::size_t declaration = 256;
  const std::string_view head = source.input.peek(declaration);
  const auto token = head.starts_with("<?xml") ? next_xml_token(head) : std::nullopt;
  const std::string charset(token ? xml_attribute(*token, "encoding") : std::string_view());
  if (!is_shifting_charset(charset)) return source;
  if (auto decoded = decoded_stream(source.input, charset)) {
    source.input = std::move(*decoded);
    source.charset = "utf-8";
  }
  return source;
}

std::string start_tags(const XmlSurroundings& around) {
  std::string tags;
  for (const std::string& tag : around.open) tags += tag;
  return tags;
}

std::string end_tags(const XmlSurroundings& around) {
  std::string tags;
  for (auto tag = around.open.rbegin(); tag != around.open.rend(); ++tag) {
    if (const auto token = next_xml_token(*tag)) tags.append("</").append(token->name).append(">");
  }
  return tags;
}

/// The record element of a document that holds its ancestors and it alone.
XmlNode find_record(const XmlNode& node, const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) {
    if (node.is(name)) return node;
  }
  for (const XmlNode& child : node.children()) {
    if (const XmlNode found = find_record(child, names)) return found;
  }
  return {};
}

/// Why a record could not be had of a piece. Tags that seem to be one to the splitter need not be one to
/// libxml2, which has nothing to complain of then.
std::string problem_of(const MendedXml& mended, const XmlDocument& document) {
  if (!mended.problem.empty()) return mended.problem;
  return document.problem().empty() ? "the tags around the record are malformed" : document.problem();
}

}  // namespace

Record xml_record() {
  Record record;
  record.is_markup = true;
  record.charset = "utf-8";
  return record;
}

XmlReader::XmlReader(DumpSource source, XmlRecordNames records)
    : RecordReader(with_plain_markup(std::move(source))),
      records_(std::move(records)),
      splitter_(input(), records_.names, records_.nest) {}

std::string XmlReader::declared_charset() const {
  return source().charset.empty() ? splitter_.surroundings().charset : source().charset;
}

void XmlReader::read_document(const XmlPiece& piece, const std::string& charset) {
  const XmlSurroundings& around = splitter_.surroundings();
  if (std::exchange(document_, around.document) != around.document) {
    const MendedXml head = mend_xml(xml_to_utf8(around.head + end_tags(around), charset), around.entities);
    head_ = std::make_unique<XmlDocument>(head.text);
    begin_document();
  }
  const std::string whole = start_tags(around).append(piece.text).append(end_tags(around));
  const MendedXml mended = mend_xml(xml_to_utf8(whole, charset), around.entities);
  const XmlDocument document(mended.problem.empty() ? mended.text : "");
  const XmlNode record = find_record(document.root(), records_.names);
  if (!mended.problem.empty() || !record) {
    ready_.push_back(refusal(problem_of(mended, document)));
    return;
  }
  for (DumpItem& item : items_of(record)) ready_.push_back(std::move(item));
}

void XmlReader::read_piece(const XmlPiece& piece) {
  const bool is_last = piece.text.size() == input().pending().size();
  if (piece.problem.empty()) {
    read_document(piece, declared_charset());
  } else if (is_last) {
    ready_.push_back(cut_off(piece.problem, piece.offset, piece.text));
  } else {
    ready_.push_back(refusal(piece.problem));
  }
  for (DumpItem& item : ready_) {
    if (auto* record = std::get_if<Record>(&item)) record->offset = piece.offset;
    if (auto* bad = std::get_if<Reject>(&item)) *bad = reject(bad->reason, piece.offset, piece.text);
  }
}

std::optional<DumpItem> XmlReader::end_of_dump() {
  if (std::exchange(found_any_, true) || failed()) return std::nullopt;
  return reject("there is no <" + std::string(records_.names.front()) + "> in it", input().offset(), "");
}

std::optional<DumpItem> XmlReader::read_item() {
  while (ready_.empty()) {
    const auto piece = splitter_.next();
    if (!piece) return end_of_dump();
    found_any_ = true;
    read_piece(*piece);
  }
  DumpItem item = std::move(ready_.front());
  ready_.pop_front();
  return item;
}

}  // namespace broadsheet
