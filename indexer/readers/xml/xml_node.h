// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// An element of a parsed document, or none: then it is false, and empty in every way. A view: the document
/// must outlive it. Names are compared without prefix and without case, as dumps have both in all ways.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const XmlNode& other) const { return node_ == other.node_; }

  std::string_view name() const;  // without prefix
  bool is(std::string_view name) const;
  std::string_view name_space() const;  // its URI
  /// "title", or with the usual prefix of a namespace that feeds add things from: "dc:title".
  std::string key() const;

  /// The value of an attribute with that local name; empty if there is none. White space is squeezed.
  std::string attribute(std::string_view name) const;
  /// The language in force (xml:lang).
  std::string language() const;

  /// All text inside as it stands, and on one line, squeezed.
  std::string text() const;
  std::string line() const;

  XmlNode parent() const;
  std::vector<XmlNode> children() const;
  /// Children of children along a path of names ("docdata/doc-id").
  std::vector<XmlNode> all(std::string_view path) const;
  XmlNode first(std::string_view path) const;
  /// Elements of that name at any depth below, in order.
  std::vector<XmlNode> descendants(std::string_view name) const;
  XmlNode descendant(std::string_view name) const;

  const xmlNode* raw() const { return node_; }

 private:
  xmlNode* node_ = nullptr;
};

/// A document in memory, parsed by libxml2: no network, no document type, no expansion. Requires UTF-8.
class XmlDocument {
 public:
  /// An empty document if the text is not well-formed; problem() then says why.
  explicit XmlDocument(std::string_view text);

  XmlNode root() const;
  const std::string& problem() const { return problem_; }

 private:
  std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document_;
  std::string problem_;
};

}  // namespace broadsheet
