// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace broadsheet {

/// The general entities that a document type declaration names, as far as they can be used: XML 1.0, section
/// 4.2. Nothing is fetched, and nothing is expanded but a short text without references in it.
class XmlEntities {
 public:
  XmlEntities() = default;
  explicit XmlEntities(std::string_view declaration);

  /// Appends text with its references as XML has them: HTML's names and short entities as characters, what
  /// XML does not allow left out, an "&" that begins no reference as "&amp;". False if a reference would have
  /// to be fetched or expanded; why() then says so.
  bool append(std::string& out, std::string_view text);

  const std::string& why() const { return why_; }

 private:
  bool append_reference(std::string& out, std::string_view name);

  struct Entity {
    std::string value;
    std::string refusal;  // empty if it can be used
  };
  std::map<std::string, Entity, std::less<>> entities_;
  std::size_t expanded_ = 0;  // bytes
  std::string why_;
};

/// Appends well-formed UTF-8 without the characters that XML does not have (section 2.2), and with "<" and
/// ">" as references if escaped.
void append_xml_characters(std::string& out, std::string_view text, bool escaped);

}  // namespace broadsheet
