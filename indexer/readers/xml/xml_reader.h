// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record_reader.h"
#include "indexer/readers/xml/xml_node.h"
#include "indexer/readers/xml/xml_splitter.h"

namespace broadsheet {

/// Which elements a format's records are.
struct XmlRecordNames {
  std::vector<std::string_view> names;  // local, in lower case
  bool nest = false;                    // one may stand in another
};

/// What the readers of XML formats have in common: each record element is cut out of the stream, mended,
/// parsed by itself within its ancestors' start tags, and given to the format. A record that cannot be parsed
/// is one Reject.
class XmlReader : public RecordReader {
 public:
  XmlReader(DumpSource source, XmlRecordNames records);

 protected:
  std::optional<DumpItem> read_item() override;

  /// What a record element holds, at least one item, without offsets.
  virtual std::vector<DumpItem> items_of(const XmlNode& record) = 0;
  /// Called before the first record of a document.
  virtual void begin_document() {}
  /// The document's root with what stands before its first record (a feed's title, a message's header).
  XmlNode head() const { return head_ ? head_->root() : XmlNode(); }

  /// A Reject whose place and first bytes are added later.
  static Reject refusal(std::string reason) { return {std::move(reason), 0, 0, ""}; }
  static Skip skip(std::string reason) { return {std::move(reason), 0}; }

 private:
  void read_piece(const XmlPiece& piece);
  void read_document(const XmlPiece& piece, const std::string& charset);
  std::string declared_charset() const;
  std::optional<DumpItem> end_of_dump();

  XmlRecordNames records_;
  XmlSplitter splitter_;
  std::deque<DumpItem> ready_;
  std::unique_ptr<XmlDocument> head_;
  bool found_any_ = false;
  int document_ = -1;
};

/// A record with markup and charset set as all records of these formats have them.
Record xml_record();

}  // namespace broadsheet
