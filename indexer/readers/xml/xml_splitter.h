// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/input_buffer.h"
#include "indexer/readers/xml/xml_entities.h"
#include "indexer/readers/xml/xml_token.h"

namespace broadsheet {

/// What stands around the records of an XML document, up to the record at hand, bytes as in the stream.
struct XmlSurroundings {
  std::string charset;            // as the XML declaration has it
  XmlEntities entities;           // of its document type declaration
  std::vector<std::string> open;  // start tags of the elements that the record is in
  std::string head;               // all markup before the first record, without records; at most 1 MiB
  int document = 0;               // counts: a stream may hold several, one after another
};

/// An element as it stands in the stream.
struct XmlPiece {
  std::string_view text;  // valid until the next call
  std::uint64_t offset = 0;
  std::string problem;  // why it is no whole element; empty if it is
};

/// Cuts the elements with certain names out of a stream of XML that need not be well-formed, with memory
/// bounded by the largest of them. One without its end tag ends before the next one, or where the stream or
/// 64 MiB do.
class XmlSplitter {
 public:
  /// names: local names of records, in lower case; a record in another of the same name is part of it if
  /// they nest. The input must outlive the splitter.
  XmlSplitter(InputBuffer& input, std::vector<std::string_view> names, bool nest)
      : input_(input), names_(std::move(names)), nest_(nest) {}

  /// The next element; nothing at the end.
  std::optional<XmlPiece> next();

  const XmlSurroundings& surroundings() const { return surroundings_; }

 private:
  bool is_record(const XmlToken& token) const;
  void pass(const XmlToken& token);
  void begin_document(const XmlToken& instruction);
  XmlPiece cut(const XmlToken& opening);
  std::optional<XmlToken> token_at(std::size_t position);
  const char* cut_short(std::size_t& end, std::string_view name) const;
  bool begins_another(const XmlToken& token, std::string_view name) const;
  std::size_t find_record(std::string_view text) const;
  std::optional<XmlPiece> broken_end();
  std::size_t lost_end(const XmlToken& cdata, std::string_view name) const;

  InputBuffer& input_;
  std::vector<std::string_view> names_;
  bool nest_;
  bool seen_record_ = false;
  std::size_t taken_ = 0;  // of the piece given last
  XmlSurroundings surroundings_;
};

}  // namespace broadsheet
