// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/boilerplate.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

using Words = std::unordered_set<std::string_view>;

const Words kElements = {"nav",    "aside",      "footer",  "dialog", "menu",
                         "figure", "figcaption", "picture", "header"};

const Words kRoles = {"navigation", "banner",      "contentinfo", "complementary", "search",  "dialog",
                      "alert",      "alertdialog", "menu",        "menubar",       "toolbar", "tooltip"};

// Parts of the words in class and id, each of which says that an element is no part of the text.
const Words kParts = {"nav",
                      "navbar",
                      "navigation",
                      "menu",
                      "submenu",
                      "sidebar",
                      "breadcrumb",
                      "breadcrumbs",
                      "footer",
                      "related",
                      "recommended",
                      "recommendation",
                      "recommendations",
                      "promo",
                      "advert",
                      "advertisement",
                      "advertising",
                      "ad",
                      "ads",
                      "adslot",
                      "sponsor",
                      "sponsored",
                      "social",
                      "share",
                      "sharing",
                      "sharebar",
                      "sharetools",
                      "newsletter",
                      "subscribe",
                      "signup",
                      "cookie",
                      "cookies",
                      "consent",
                      "gdpr",
                      "popup",
                      "modal",
                      "banner",
                      "trending",
                      "mostread",
                      "mostpopular",
                      "tags",
                      "taglist",
                      "byline",
                      "copyright",
                      "toolbar",
                      "outbrain",
                      "taboola",
                      "caption",
                      "timestamp",
                      "disqus",
                      "comments",
                      "commentlist",
                      "pagination",
                      "pager",
                      "masthead",
                      "skiplink",
                      "paywall",
                      "livefyre",
                      "addthis",
                      "sharedaddy",
                      "jp-relatedposts",
                      "follow",
                      "gallery",
                      "carousel",
                      "slideshow",
                      "authorbio",
                      "bio",
                      "login",
                      "feedback",
                      "tools",
                      "headlines",
                      "ticker",
                      "noprint",
                      "credit",
                      "credits",
                      "pubdate",
                      "readmore",
                      "seealso",
                      "moreon",
                      "nextarticle",
                      "prevnext",
                      "teasers",
                      "infobox",
                      "factbox"};

// Whole words in class and id: comments may have more words than the article.
const Words kComments = {"comments",         "comment-list",    "commentlist", "comments-area",
                         "comments-section", "disqus_thread",   "respond",     "disqus",
                         "comment-section",  "reader-comments", "usercomments"};

// Whole words in class and id that say so only alone: page builders wrap each paragraph in "x-widget-y".
const Words kWhole = {"widget",          "widget-area", "widget_area",       "noprint",
                      "visually-hidden", "sr-only",     "screen-reader-text"};

// A class word that begins so says something of the whole page.
constexpr std::string_view kStates[] = {"has-",     "no-",  "with-", "is-",  "js-",
                                        "without-", "not-", "hide-", "show-"};

bool holds(const Words& words, std::string_view word) {
  return words.find(word) != words.end();
}

/// Calls use with each space-separated word of class and id.
template <typename Use>
bool any_class_word(const HtmlNode& node, Use use) {
  for (const std::string_view key : {"class", "id"}) {
    const std::string value = lower(node.attribute(key));
    for (std::string_view rest = trim(value); !rest.empty(); rest = trim(rest)) {
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
      if (use(word)) return true;
      rest.remove_prefix(word.size());
    }
  }
  return false;
}

bool says_furniture(std::string_view word) {
  for (const std::string_view state : kStates) {
    if (word.starts_with(state)) return false;
  }
  if (holds(kWhole, word)) return true;
  while (!word.empty()) {
    const std::string_view part = word.substr(0, word.find_first_of("-_:"));
    if (holds(kParts, part)) return true;
    word.remove_prefix(std::min(part.size() + 1, word.size()));
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  std::string style = lower(node.attribute("style"));
  std::erase_if(style, is_space);
  const auto has_hidden = [](const auto& attribute) { return attribute.first == "hidden"; };
  return style.find("display:none") != std::string::npos || node.attribute("aria-hidden") == "true" ||
         std::any_of(node.attributes.begin(), node.attributes.end(), has_hidden);
}

bool is_never_furniture(const HtmlNode& node) {
  return node.name.empty() || node.name == "html" || node.name == "body" || node.name == "article" ||
         node.name == "main" || node.name == "a" || node.name == "h1" || node.name == "br" ||
         node.attribute("itemprop") == "articleBody";
}

/// What the nodes of a page hold, by sums up to each node.
class Contents {
 public:
  explicit Contents(const HtmlTree& tree) : tree_(tree), words_(1), anchors_(1) {
    std::size_t unread_end = 0;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      const HtmlNode& node = tree.nodes[i];
      if (is_unread_element(node.name)) unread_end = std::max<std::size_t>(unread_end, node.end);
      words_.push_back(words_.back() + (i < unread_end ? 0 : count_words(node.text)));
      const bool is_anchor = node.name == "h1" || node.attribute("itemprop") == "articleBody";
      anchors_.push_back(anchors_.back() + (is_anchor ? 1 : 0));
    }
  }

  double share_of_words(std::size_t i) const {
    const std::size_t words = words_[tree_.nodes[i].end] - words_[i];
    return words_.back() == 0 ? 0 : static_cast<double>(words) / static_cast<double>(words_.back());
  }
  bool has_anchor(std::size_t i) const { return anchors_[tree_.nodes[i].end] > anchors_[i]; }

 private:
  const HtmlTree& tree_;
  std::vector<std::size_t> words_;
  std::vector<std::size_t> anchors_;
};

bool is_furniture(const HtmlTree& tree, std::size_t i, const Contents& contents) {
  constexpr double most_words = 0.4;
  const HtmlNode& node = tree.nodes[i];
  if (is_never_furniture(node)) return false;
  const bool is_heading_part = node.name == "header" && contents.share_of_words(i) < most_words;
  if (is_heading_part) return true;
  if (contents.has_anchor(i)) return false;
  if (any_class_word(node, [](std::string_view word) { return holds(kComments, word); })) return true;
  const bool is_named = holds(kElements, node.name) || holds(kRoles, node.attribute("role")) ||
                        is_hidden(node) || any_class_word(node, says_furniture);
  return is_named && contents.share_of_words(i) < most_words;
}

}  // namespace

std::vector<bool> find_furniture(const HtmlTree& tree) {
  const Contents contents(tree);
  std::vector<bool> flags(tree.nodes.size(), false);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) flags[i] = is_furniture(tree, i, contents);
  return flags;
}

std::vector<bool> judge_blocks(const std::vector<TextBlock>& blocks) {
  const TextBlock none{};
  const auto judge = [](const TextBlock& previous, const TextBlock& current, const TextBlock& next) {
    constexpr double linked = 1.0 / 3;
    constexpr double previous_linked = 5.0 / 9;
    if (current.link_density() > linked) return false;
    if (previous.words > 0 && previous.link_density() > previous_linked) {
      return current.words > 40 || next.words > 17;
    }
    if (current.words > 16 || next.words > 15) return true;
    return previous.words > 4;
  };
  std::vector<bool> flags;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    flags.push_back(
        judge(i == 0 ? none : blocks[i - 1], blocks[i], i + 1 == blocks.size() ? none : blocks[i + 1]));
  }
  return flags;
}

}  // namespace broadsheet
