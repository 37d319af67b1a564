// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet {

/// How a text file with many articles parts them.
enum class TextLayout : std::uint8_t {
  Lexis,     // "3 of 200 DOCUMENTS", "Document 3 of 200"
  Factiva,   // tagged lines: HD, WC, PD, SN, LP, TD, AN
  ProQuest,  // lines of underscores, "Publication title: ..."
  Ruled,     // lines of one sign
  Pages,     // form feeds
  Blocks,    // a header that repeats ("Title: ...") and nothing else
};

/// The layout of a text that begins like that; nothing if it may be a single article. Precision before
/// recall: a ruled or paged text has more than one article only if every piece of it that can be seen begins
/// with metadata (a labelled title, a URL, a date line), a block if its header has two labelled lines and
/// comes again.
std::optional<TextLayout> recognise_text_layout(std::string_view head);

/// Finds where pieces of a text end. Goes on where it was as the text grows; one per piece.
class PieceEnd {
 public:
  explicit PieceEnd(TextLayout layout) : layout_(layout) {}

  /// The length of the piece that the text begins with, what parts it from the next included; nothing if the
  /// text ends first and is not all.
  std::optional<std::size_t> find(std::string_view text, bool text_is_all);

 private:
  bool ends_before(std::string_view line, std::string_view below);
  bool ends_after(std::string_view line) const;
  bool ends_before_tag(std::string_view line);

  TextLayout layout_;
  std::size_t position_ = 0;
  bool has_text_ = false;
  bool has_headline_ = false;
  bool before_is_blank_ = true;
};

/// The lines that count documents in a LexisNexis export.
bool is_document_count(std::string_view line);

/// The two or three capitals that a line of a Factiva export begins with; empty if it is none of its tags.
std::string_view factiva_tag(std::string_view line);

}  // namespace broadsheet
