// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/text_blocks.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kParting[] = {
    "address", "article", "aside", "blockquote", "body",       "caption", "center", "dd",      "details",
    "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer", "form",    "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",         "header",  "hr",     "html",    "legend",
    "li",      "main",    "menu",  "nav",        "ol",         "p",       "pre",    "section", "summary",
    "table",   "tbody",   "td",    "tfoot",      "th",         "thead",   "tr",     "ul"};

bool parts_text(std::string_view name) {
  return std::find(std::begin(kParting), std::end(kParting), name) != std::end(kParting);
}

bool is_spaceless(UChar32 c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view ends[] = {".", "!", "?", "\"", "\xE2\x80\x9D", "\xC2\xBB", "\xE3\x80\x82"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return line.ends_with(end); });
}

class BlockMaker {
 public:
  BlockMaker(const HtmlTree& tree, const std::vector<bool>& left_out) : tree_(tree), left_out_(left_out) {}

  std::vector<TextBlock> make(std::size_t root) {
    begin_block(nearest_parting(root));
    for (std::size_t i = root; i < tree_.nodes[root].end;) {
      leave_until(i);
      const HtmlNode& node = tree_.nodes[i];
      if (left_out_[i] || is_unread_element(node.name)) {
        if (parts_text(node.name)) begin_block(nearest_parting(node.parent));
        i = node.end;
        continue;
      }
      enter(i);
      ++i;
    }
    begin_block(root);
    return std::move(blocks_);
  }

 private:
  void enter(std::size_t i) {
    const HtmlNode& node = tree_.nodes[i];
    if (node.name.empty()) return text(node.text);
    if (node.name == "br") return line_break();
    if (node.name == "pre") pre_end_ = node.end;
    if (node.name == "a" && !node.attribute("href").empty())
      link_end_ = std::max<std::size_t>(link_end_, node.end);
    if (!parts_text(node.name)) return;
    begin_block(i);
    if (node.end > i + 1) open_.push_back(i);
  }

  /// Elements that part text do so where they end, too.
  void leave_until(std::size_t i) {
    bool left = false;
    while (!open_.empty() && tree_.nodes[open_.back()].end <= i) {
      open_.pop_back();
      left = true;
    }
    if (left) begin_block(nearest_parting(tree_.nodes[i].parent));
    in_link_ = i < link_end_;
    in_pre_ = i < pre_end_;
  }

  std::size_t nearest_parting(std::size_t i) const {
    while (i != 0 && !parts_text(tree_.nodes[i].name)) i = tree_.nodes[i].parent;
    return i;
  }

  void begin_block(std::size_t node) {
    TextBlock block = std::move(block_);
    block_ = {};
    block_.node = node;
    block_.element = tree_.nodes[node].name;
    breaks_ = 0;
    while (!block.text.empty() && is_space(block.text.back())) block.text.pop_back();
    block.text.erase(0, block.element == "pre" ? 0 : space_length(block.text));
    block.linked_words = count_words(linked_);
    linked_.clear();
    add_lines(std::move(block));
  }

  /// A block, or its lines as blocks: pages without style sheets part headline, byline, date and paragraphs
  /// by <br> alone.
  void add_lines(TextBlock block) {
    constexpr std::size_t short_line = 80;  // bytes
    std::size_t from = 0;
    for (std::size_t end = block.text.find('\n', from); end != std::string::npos && block.element != "pre";
         end = block.text.find('\n', end + 1)) {
      const std::string_view line = trim(std::string_view(block.text).substr(from, end - from));
      if (block.linked_words > 0 || (line.size() >= short_line && !ends_sentence(line))) {
        block.text[end] = ' ';
        continue;
      }
      add_block(TextBlock(block), line);
      from = end + 1;
    }
    const std::string rest = block.text.substr(from);
    add_block(std::move(block), rest);
  }

  void add_block(TextBlock&& block, std::string_view text) {
    block.text = block.element == "pre" ? text : trim(text);
    block.words = count_words(block.text);
    block.linked_words = std::min(block.linked_words, block.words);
    if (block.words > 0) blocks_.push_back(std::move(block));
  }

  void text(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return !is_space(c); })) breaks_ = 0;
    if (in_pre_) {
      block_.text += text;
    } else {
      append_squeezed(block_.text, text);
    }
    if (in_link_) append_squeezed(linked_, text);
  }

  void line_break() {
    if (++breaks_ == 2) return begin_block(block_.node);
    while (!in_pre_ && !block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    block_.text += '\n';
  }

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  std::string linked_;
  std::vector<std::size_t> open_;
  std::size_t link_end_ = 0;
  std::size_t pre_end_ = 0;
  bool in_link_ = false;
  bool in_pre_ = false;
  int breaks_ = 0;
};

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t spaceless = 0;
  bool in_word = false;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    UChar32 c;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
    const bool is_blank = c == 0xA0 || c == 0x3000 || (c >= 0 && c < 0x80 && is_space(static_cast<char>(c)));
    const bool is_character = is_spaceless(c);
    spaceless += is_character ? 1 : 0;
    if (!is_blank && !is_character && !in_word) ++words;
    in_word = !is_blank && !is_character;
  }
  return words + (spaceless + 1) / 2;
}

std::vector<TextBlock> text_blocks(const HtmlTree& tree, std::size_t root,
                                   const std::vector<bool>& left_out) {
  return BlockMaker(tree, left_out).make(root);
}

}  // namespace broadsheet
