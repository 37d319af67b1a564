// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_splitter.h"

#include <algorithm>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kMaxHead = 1024 * 1024;
constexpr std::size_t kMaxOpen = 64;
constexpr const char* kTooLarge = "the record is larger than 64 MiB";

std::string_view name_of_tag(std::string_view start_tag) {
  return start_tag.substr(1, std::min(start_tag.find_first_of(" \t\r\n/>"), start_tag.size()) - 1);
}

}  // namespace

bool XmlSplitter::is_record(const XmlToken& token) const {
  if (token.kind != XmlKind::StartTag && token.kind != XmlKind::EmptyTag) return false;
  const std::string name = lower(local_xml_name(token.name));
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

/// The token at a position of pending(), with as much of the stream as it needs, up to the largest record.
/// The views of earlier tokens are no longer valid.
std::optional<XmlToken> XmlSplitter::token_at(std::size_t position) {
  while (true) {
    const std::string_view rest = input_.pending().substr(position);
    if (!rest.empty()) {
      if (auto token = next_xml_token(rest)) return token;
    }
    if (input_.pending().size() > kMaxRecordBytes || !input_.grow()) return std::nullopt;
  }
}

void XmlSplitter::begin_document(const XmlToken& instruction) {
  surroundings_.charset = std::string(xml_attribute(instruction, "encoding"));
  surroundings_.entities = {};
  surroundings_.open.clear();
  surroundings_.head.clear();
  ++surroundings_.document;
  seen_record_ = false;
}

/// Notes what stands outside records.
void XmlSplitter::pass(const XmlToken& token) {
  if (token.kind == XmlKind::Instruction && lower(token.name) == "xml") return begin_document(token);
  if (token.kind == XmlKind::Declaration) surroundings_.entities = XmlEntities(token.text);
  if (!seen_record_ && surroundings_.head.size() + token.text.size() <= kMaxHead) {
    surroundings_.head += token.text;
  }
  auto& open = surroundings_.open;
  if (token.kind == XmlKind::StartTag && open.size() < kMaxOpen) open.emplace_back(token.text);
  if (token.kind != XmlKind::EndTag) return;
  const auto found = std::find_if(open.rbegin(), open.rend(),
                                  [&](const std::string& tag) { return name_of_tag(tag) == token.name; });
  if (found != open.rend()) open.resize(open.size() - 1 - static_cast<std::size_t>(found - open.rbegin()));
}

/// A CDATA section that is not closed runs on into the next record's: where the record in it ends, or 0.
std::size_t XmlSplitter::lost_end(const XmlToken& cdata, std::string_view name) const {
  const std::string end_tag = std::string("</").append(name).append(">");
  const std::size_t end = cdata.text.find(end_tag);
  const bool runs_on =
      end != std::string_view::npos && cdata.text.find("<![CDATA[", end) != std::string_view::npos;
  return runs_on ? end + end_tag.size() : 0;
}

/// Where a record ends for whose markup there is no end (into end), and why that is.
const char* XmlSplitter::cut_short(std::size_t& end, std::string_view name) const {
  const std::string_view text = input_.pending();
  const std::string end_tag = std::string("</").append(name).append(">");
  const std::size_t found = text.find(end_tag, std::min(end, text.size()));
  end = text.size();
  if (!input_.ended()) return kTooLarge;
  if (found == std::string_view::npos) return "the record is cut off at the end of the dump";
  end = found + end_tag.size();
  return "a tag, comment or CDATA section in the record is not closed";
}

bool XmlSplitter::begins_another(const XmlToken& token, std::string_view name) const {
  const bool is_document = token.kind == XmlKind::Instruction && lower(token.name) == "xml";
  return is_document || (!nest_ && token.kind == XmlKind::StartTag && token.name == name);
}

XmlPiece XmlSplitter::cut(const XmlToken& opening) {
  const std::string name(opening.name);
  const char* problem = "";
  std::size_t end = opening.text.size();
  for (int depth = opening.kind == XmlKind::StartTag ? 1 : 0; depth > 0 && *problem == '\0';) {
    const auto token = token_at(end);
    const std::size_t lost = token && token->kind == XmlKind::Cdata ? lost_end(*token, name) : 0;
    if (!token) {
      problem = cut_short(end, name);
    } else if (lost > 0) {
      problem = "a CDATA section in the record is not closed";
      end += lost;
    } else if (begins_another(*token, name)) {
      problem = "the record is not closed: its end tag is missing";
    } else {
      if (token->name == name && token->kind == XmlKind::StartTag) ++depth;
      if (token->name == name && token->kind == XmlKind::EndTag) --depth;
      end += token->text.size();
      if (end > kMaxRecordBytes) problem = kTooLarge;
    }
  }
  taken_ = end;
  return {input_.pending().substr(0, end), input_.offset(), problem};
}

/// Where the start tag of a record may begin, behind the first character; the end if nowhere.
std::size_t XmlSplitter::find_record(std::string_view text) const {
  constexpr std::size_t longest_name = 128;
  for (std::size_t at = text.find('<', 1); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string name = lower(local_xml_name(name_of_tag(text.substr(at, longest_name))));
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) return at;
  }
  return text.size();
}

/// What is left has markup without an end, outside any record: reading goes on where a record may begin. (Not
/// at the next markup, which may have no end either: to see that takes as long as all that is left.)
std::optional<XmlPiece> XmlSplitter::broken_end() {
  const std::string_view rest = input_.pending();
  taken_ = find_record(rest);
  if (rest.empty()) return std::nullopt;
  return XmlPiece{rest.substr(0, taken_), input_.offset(), "a tag or comment is not closed"};
}

std::optional<XmlPiece> XmlSplitter::next() {
  input_.take(std::exchange(taken_, 0));
  while (const auto token = token_at(0)) {
    if (is_record(*token)) {
      seen_record_ = true;
      return cut(*token);
    }
    pass(*token);
    input_.take(token->text.size());
  }
  return broken_end();
}

}  // namespace broadsheet
