// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/page_text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/boilerplate.h"
#include "indexer/readers/web/text_blocks.h"

namespace broadsheet {

namespace {

// Parts of class and id words, without "-" and "_", under which publishing systems put an article's text.
constexpr std::string_view kBodyNames[] = {
    "articlebody",   "articlecontent", "articletext",   "articlecopy", "storybody",     "storycontent",
    "storytext",     "storycopy",      "entrycontent",  "postcontent", "postbody",      "posttext",
    "postentry",     "newsbody",       "newscontent",   "newstext",    "newsdetail",    "contentbody",
    "bodycontent",   "bodytext",       "econtent",      "caasbody",    "fieldnamebody", "textbody",
    "singlecontent", "articulocuerpo", "cuerponoticia", "bodycopy",    "contentdetail", "detailcontent",
    "maintext",      "paragraphtext",  "blogpostbody"};

// Short lines between the paragraphs that belong to the page.
constexpr std::string_view kShortFurniture[] = {"advertisement",
                                                "advertising",
                                                "anzeige",
                                                "publicidad",
                                                "publicit\xC3\xA9",
                                                "publicidade",
                                                "pubblicit\xC3\xA0",
                                                "loading...",
                                                "loading",
                                                "share",
                                                "print",
                                                "email",
                                                "tweet",
                                                "comments",
                                                "read more",
                                                "story continues below",
                                                "story continues below advertisement",
                                                "continue reading",
                                                "share this article",
                                                "share this story",
                                                "article continues below",
                                                "scroll to continue",
                                                "ad",
                                                "close",
                                                "skip advertisement",
                                                "supported by",
                                                "play",
                                                "listen",
                                                "save",
                                                "sponsored",
                                                "image source",
                                                "reklama"};

struct Region {
  std::vector<TextBlock> blocks;
  std::size_t words = 0;
};

// How short lines begin that ask the reader for something.
constexpr std::string_view kRequests[] = {"sign up for", "report this ad", "share this",   "click to share",
                                          "like this:",  "read more:",     "read also:",   "also read",
                                          "see also:",   "related:",       "subscribe to", "more from",
                                          "follow us",   "watch:",         "listen:"};

bool is_short_furniture(std::string_view text) {
  constexpr std::size_t longest = 60;
  const std::string lowered = lower(text);
  for (const std::string_view request : kRequests) {
    if (lowered.size() <= longest && lowered.starts_with(request)) return true;
  }
  return std::find(std::begin(kShortFurniture), std::end(kShortFurniture), lowered) !=
         std::end(kShortFurniture);
}

Region region_of(std::vector<TextBlock> blocks) {
  Region region;
  while (!blocks.empty() && blocks.back().is_heading()) blocks.pop_back();
  region.blocks = std::move(blocks);
  for (const TextBlock& block : region.blocks) region.words += block.words;
  return region;
}

bool names_body(const HtmlNode& node) {
  for (const std::string_view key : {"class", "id"}) {
    std::string value = lower(node.attribute(key));
    std::erase_if(value, [](char c) { return c == '-' || c == '_'; });
    for (const std::string_view name : kBodyNames) {
      if (value.find(name) != std::string::npos) return true;
    }
  }
  return false;
}

class TextFinder {
 public:
  TextFinder(const HtmlTree& tree, bool is_live)
      : tree_(tree), is_live_(is_live), furniture_(find_furniture(tree)) {}

  PageText find() const {
    const Region body = densest(0);
    const std::size_t share = body.words * 3 / 10;
    constexpr std::size_t few = 25;
    const Region marked =
        trusted(outermost([](const HtmlNode& n) { return n.attribute("itemprop") == "articleBody"; }));
    if (marked.words >= few) return page_text(marked, true);
    const Region named = trusted(outermost(names_body));
    if (named.words >= std::max(few, share)) return page_text(named, true);
    const auto articles = outermost([](const HtmlNode& n) { return n.name == "article"; });
    const Region article = is_live_ ? together(articles) : largest(articles);
    if (article.words >= std::max(few, share)) return page_text(article, articles.size() < 4);
    const Region main = largest(
        outermost([](const HtmlNode& n) { return n.name == "main" || n.attribute("role") == "main"; }));
    if (main.words >= std::max(few, share)) return page_text(main, false);
    const Region* best = &body;
    for (const Region* region : {&marked, &named, &article, &main}) {
      if (region->words > best->words) best = region;
    }
    return page_text(*best, false);
  }

 private:
  template <typename Test>
  std::vector<std::size_t> outermost(Test test) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < tree_.nodes.size();) {
      const bool is_one = !furniture_[i] && !tree_.nodes[i].name.empty() && tree_.nodes[i].name != "body" &&
                          tree_.nodes[i].name != "html" && test(tree_.nodes[i]);
      if (is_one) found.push_back(i);
      i = is_one || furniture_[i] ? tree_.nodes[i].end : i + 1;
    }
    return found;
  }

  /// Where the page says that all is the article's text: all but lists of links.
  Region trusted(const std::vector<std::size_t>& roots) const {
    std::vector<TextBlock> kept;
    for (const std::size_t root : roots) {
      for (TextBlock& block : text_blocks(tree_, root, furniture_)) {
        const bool is_text =
            block.link_density() <= 0.5 || (block.words >= 30 && block.link_density() <= 0.8);
        if (is_text && block.element != "h1" && !is_short_furniture(block.text))
          kept.push_back(std::move(block));
      }
    }
    return region_of(std::move(kept));
  }

  /// Where headlines, authors and lists may stand around the text.
  Region judged(std::size_t root) const {
    std::vector<TextBlock> blocks = text_blocks(tree_, root, furniture_);
    const std::vector<bool> flags = judge_blocks(blocks);
    std::vector<TextBlock> kept;
    bool begun = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const bool is_paragraph = blocks[i].element == "p" || blocks[i].element == "blockquote" ||
                                blocks[i].element == "li" || blocks[i].element == "pre" ||
                                blocks[i].is_heading();
      const bool is_text = flags[i] || (is_paragraph && blocks[i].link_density() <= 1.0 / 3);
      constexpr std::size_t opening = 10;
      begun = begun || (is_text && blocks[i].words >= opening && !blocks[i].is_heading());
      if (begun && is_text && blocks[i].element != "h1" && !is_short_furniture(blocks[i].text)) {
        kept.push_back(std::move(blocks[i]));
      }
    }
    return region_of(std::move(kept));
  }

  Region together(const std::vector<std::size_t>& roots) const {
    std::vector<TextBlock> blocks;
    for (const std::size_t root : roots) {
      Region region = judged(root);
      std::move(region.blocks.begin(), region.blocks.end(), std::back_inserter(blocks));
    }
    return region_of(std::move(blocks));
  }

  Region largest(const std::vector<std::size_t>& roots) const {
    Region best;
    for (const std::size_t root : roots) {
      Region region = judged(root);
      if (region.words > best.words) best = std::move(region);
    }
    return best;
  }

  /// The element that most of the text is gathered in.
  Region densest(std::size_t root) const {
    const std::vector<TextBlock> blocks = text_blocks(tree_, root, furniture_);
    const std::vector<bool> flags = judge_blocks(blocks);
    std::map<std::size_t, std::size_t> scores;
    std::size_t all = 0;
    constexpr std::size_t least = 10;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!flags[i] || blocks[i].words < least) continue;
      const std::size_t holder = holder_of(blocks[i]);
      scores[holder] += blocks[i].words;
      all += blocks[i].words;
    }
    if (scores.empty()) return {};
    const auto by_score = [](const auto& a, const auto& b) { return a.second < b.second; };
    std::size_t best = std::max_element(scores.begin(), scores.end(), by_score)->first;
    return judged(widened(best, scores));
  }

  std::size_t holder_of(const TextBlock& block) const {
    const bool holds_many = block.element == "div" || block.element == "td" || block.element == "body" ||
                            block.element == "section" || block.element == "center" ||
                            block.element == "article";
    return holds_many ? block.node : tree_.nodes[block.node].parent;
  }

  /// Up to the parent as long as that has much more text beside.
  std::size_t widened(std::size_t node, const std::map<std::size_t, std::size_t>& scores) const {
    std::size_t words = words_within(node, scores);
    while (node != 0) {
      const std::size_t parent = tree_.nodes[node].parent;
      const std::size_t more = words_within(parent, scores);
      if (more * 10 > words * 13) {
        node = parent;
        words = more;
      } else if (more == words && parent != 0) {
        node = parent;
      } else {
        break;
      }
    }
    return node;
  }

  std::size_t words_within(std::size_t node, const std::map<std::size_t, std::size_t>& scores) const {
    std::size_t words = 0;
    for (auto i = scores.lower_bound(node); i != scores.end() && i->first < tree_.nodes[node].end; ++i) {
      words += i->second;
    }
    return words;
  }

  static PageText page_text(const Region& region, bool is_marked) {
    PageText text;
    text.is_marked = is_marked;
    text.words = region.words;
    for (const TextBlock& block : region.blocks) {
      text.paragraphs.push_back(block.text);
      text.longest = std::max(text.longest, block.words);
    }
    return text;
  }

  const HtmlTree& tree_;
  bool is_live_;
  std::vector<bool> furniture_;
};

std::string only_letters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || is_letter(c) || is_digit(c)) letters += to_lower(c);
  }
  return letters;
}

/// Of the page's paragraphs those that the known text has, if they are nearly all of it; else the known text.
std::optional<PageText> agreed(const PageText& shown, std::string_view known_body) {
  const std::string known = only_letters(known_body);
  PageText kept;
  kept.is_marked = true;
  std::size_t letters = 0;
  for (const std::string& paragraph : shown.paragraphs) {
    const std::string own = only_letters(paragraph);
    if (own.empty() || known.find(own) == std::string::npos) continue;
    letters += own.size();
    kept.paragraphs.push_back(paragraph);
    kept.words += count_words(paragraph);
    kept.longest = std::max(kept.longest, count_words(paragraph));
  }
  if (letters * 10 < known.size() * 9) return std::nullopt;
  return kept;
}

PageText split_known(std::string_view known_body) {
  PageText text;
  text.is_marked = true;
  while (!known_body.empty()) {
    const std::string_view paragraph = known_body.substr(0, known_body.find("\n\n"));
    text.paragraphs.emplace_back(paragraph);
    text.words += count_words(paragraph);
    text.longest = std::max(text.longest, count_words(paragraph));
    known_body.remove_prefix(std::min(paragraph.size() + 2, known_body.size()));
  }
  return text;
}

}  // namespace

std::string PageText::joined() const {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

PageText find_page_text(const HtmlTree& tree, std::string_view known_body, bool is_live) {
  PageText shown = TextFinder(tree, is_live).find();
  const std::size_t known_words = count_words(known_body);
  // A known text that is much shorter than what the page shows is an abstract of it.
  if (shown.words == 0 && known_words > 0) return split_known(known_body);
  if (known_words < 20 || known_words * 10 < shown.words * 6) return shown;
  if (auto both = agreed(shown, known_body)) return *std::move(both);
  return known_words * 10 >= shown.words * 8 ? split_known(known_body) : shown;
}

std::string paragraphs_of_text(std::string_view maybe_html) {
  std::string text;
  const auto add = [&text](std::string_view paragraph) {
    std::string line;
    append_squeezed(line, paragraph);
    if (!trim(line).empty()) text.append(text.empty() ? "" : "\n\n").append(trim(line));
  };
  if (looks_like_markup(maybe_html)) {
    const HtmlTree tree = parse_html(maybe_html);
    for (const TextBlock& block : text_blocks(tree, 0, std::vector<bool>(tree.nodes.size(), false)))
      add(block.text);
    return text;
  }
  while (!maybe_html.empty()) {
    const std::string_view line = maybe_html.substr(0, maybe_html.find('\n'));
    add(line.find('&') == std::string_view::npos ? std::string(line) : plain_text_of(line));
    maybe_html.remove_prefix(std::min(line.size() + 1, maybe_html.size()));
  }
  return text;
}

}  // namespace broadsheet
