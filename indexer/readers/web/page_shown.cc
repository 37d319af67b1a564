// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/date_words.h"
#include "indexer/readers/web/page_meta.h"
#include "indexer/readers/web/text_blocks.h"

namespace broadsheet {

namespace {

constexpr std::string_view kDateLabels[] = {"published",
                                            "publish",
                                            "posted",
                                            "date",
                                            "created",
                                            "issued",
                                            "on",
                                            "at",
                                            "publi\xC3\xA9",
                                            "le",
                                            "publicado",
                                            "el",
                                            "ver\xC3\xB6"
                                            "ffentlicht",
                                            "am",
                                            "stand",
                                            "pubblicato",
                                            "il",
                                            "em",
                                            "first",
                                            "story",
                                            "filed",
                                            "originally"};
constexpr std::string_view kBylineLabels[] = {"by ",  "by:",   "von ",     "par ",
                                              "por ", "door ", "author: ", "written by "};

/// True if one of the words of class or id has the name as a part of it ("entry-date", "dt-published").
bool has_class(const HtmlNode& node, std::initializer_list<std::string_view> names) {
  for (const std::string_view key : {"class", "id"}) {
    const std::string value = " " + lower(node.attribute(key)) + " ";
    for (const std::string_view name : names) {
      for (std::size_t at = value.find(name); at != std::string::npos; at = value.find(name, at + 1)) {
        if (!is_letter(value[at - 1]) && !is_letter(value[at + name.size()])) return true;
      }
    }
  }
  return false;
}

std::string_view without_labels(std::string_view text) {
  while (true) {
    text = trim(text);
    const std::size_t end = std::min(text.find_first_of(" :"), text.size());
    const std::string word = lower(text.substr(0, end));
    if (end == 0 || std::find(std::begin(kDateLabels), std::end(kDateLabels), word) == std::end(kDateLabels))
      return text;
    text.remove_prefix(end);
    while (text.starts_with(':') || text.starts_with(' ')) text.remove_prefix(1);
  }
}

/// The page's title without the name of the site behind or before a separator.
std::string without_site(const std::string& title, const std::string& source, const std::string& heading) {
  for (const std::string_view separator :
       {" | ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", " - ", " :: ", " \xC2\xBB ", " : "}) {
    const std::size_t first = title.find(separator);
    const std::size_t last = title.rfind(separator);
    if (last == std::string::npos) continue;
    const std::string before = title.substr(0, last);
    const std::string behind = title.substr(last + separator.size());
    const std::string opening = title.substr(0, first);
    if (lower(before) == lower(source)) return behind;
    if (lower(opening) == lower(source)) return title.substr(first + separator.size());
    if (lower(opening) == lower(heading)) return opening;
    const bool is_site =
        count_words(behind) <= 4 && count_words(before) >= 3 && before.size() >= behind.size();
    if (lower(behind) == lower(source) || is_site) {
      return without_site(before, source, heading);
    }
  }
  return title;
}

/// Without what stands before a date in scripts and languages whose dates begin with a number.
std::string_view from_first_digit(std::string_view text) {
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || is_ascii(text.substr(0, digit))) return text;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", digit), text.size());
  const bool is_year = end - digit == 4;
  const bool is_day = end - digit <= 2 && end < text.size() && static_cast<unsigned char>(text[end]) < 0x80;
  return is_year || is_day ? text.substr(digit) : text;
}

/// A name without the date that stands behind it: "By Ann Poe March 3, 2006".
std::string without_date(const std::string& name) {
  std::size_t end = name.find_first_of("0123456789");
  if (end == std::string::npos) return name;
  const bool is_apart = end > 0 && name[end - 1] == ' ';
  std::string_view before = trim(std::string_view(name).substr(0, end));
  const std::size_t space = before.rfind(' ');
  // The month.
  constexpr std::size_t name_and_month = 3;
  if (is_apart && space != std::string_view::npos && count_words(before) >= name_and_month)
    before = before.substr(0, space);
  while (!before.empty() && (before.back() == ' ' || before.back() == ',' || before.back() == '|'))
    before.remove_suffix(1);
  return std::string(before);
}

class ShownReader {
 public:
  ShownReader(const HtmlTree& tree, const std::string& source)
      : tree_(tree), source_(source), furniture_(tree.nodes.size(), false) {
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      furniture_[i] =
          furniture_[node.parent] || node.name == "aside" || node.name == "footer" || node.name == "nav" ||
          has_class(node, {"related", "recommended", "sidebar", "comment", "comments", "footer", "teaser"});
    }
  }

  PageFacts read() {
    PageFacts facts;
    heading_ = find_heading();
    facts.title = title();
    read_marked(facts);
    if (facts.date.empty() || facts.authors.empty()) read_lines(facts);
    facts.is_article = has_article_type_;
    facts.is_live = is_live_;
    return facts;
  }

 private:
  std::size_t find_heading() const {
    std::size_t found = 0;
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (furniture_[i] || node.name.empty() || node.name == "meta") continue;
      if (node.attribute("itemprop") == "headline" && !short_text(i).empty()) return i;
      if (found == 0 && node.name == "h1" && count_words(short_text(i)) >= 2) found = i;
      const bool is_titled =
          has_class(node, {"entry-title", "article-title", "post-title", "story-title", "article-headline",
                           "article__title", "article__headline", "headline", "p-name"});
      if (node.name == "h1" && is_titled && !short_text(i).empty()) return i;
    }
    return found;
  }

  std::string title() const {
    const std::string heading = heading_ == 0 ? std::string() : short_text(heading_);
    const std::string titled = page_title();
    if (!heading.empty() && lower(heading) != lower(source_) && !names_something_else(heading, titled))
      return heading;
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      const bool is_heading = tree_.nodes[i].name == "h1" || tree_.nodes[i].name == "h2";
      const std::string text = is_heading && !furniture_[i] ? short_text(i) : std::string();
      if (count_words(text) > 2 && lower(titled).find(lower(text)) != std::string::npos) return text;
    }
    return titled.empty() ? heading : without_site(titled, source_, heading);
  }

  /// Of a heading, a name, a date: elements that hold more are none, however deep they are nested.
  std::string short_text(std::size_t i) const {
    constexpr std::size_t most_nodes = 300;
    return tree_.text_of(i, most_nodes);
  }

  std::string page_title() const {
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].name == "title") return short_text(i);
    }
    return {};
  }

  /// True of a short <h1> that shares no word with the page's title, without the site's name in that: the
  /// name of a site or section.
  bool names_something_else(const std::string& heading, const std::string& titled) const {
    constexpr std::size_t most_words = 5;
    if (titled.empty() || count_words(heading) > most_words) return false;
    if (tree_.nodes[heading_].attribute("itemprop") == "headline") return false;
    const std::string all = lower(without_site(titled, source_, ""));
    const std::string own = lower(heading);
    for (std::string_view rest = own; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const bool says_something = word.size() > 2 && word != "the" && word != "and" && word != "for";
      if (says_something && all.find(word) != std::string::npos) return false;
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return true;
  }

  void read_marked(PageFacts& facts) {
    std::string plain_time;
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.name.empty() || furniture_[i]) continue;
      const std::string_view type = node.attribute("itemtype");
      has_article_type_ = has_article_type_ || type.ends_with("Article") || type.ends_with("BlogPosting");
      is_live_ = is_live_ || type.ends_with("LiveBlogPosting");
      const std::string_view property = node.attribute("itemprop");
      if (has_word(property, "datePublished")) take_date(facts.date, i);
      if (has_word(property, "dateModified")) take_date(facts.modified, i);
      if (has_word(property, "author") || has_word(property, "creator")) add_author(facts, i);
      if (has_word(property, "articleSection") && facts.section.empty()) facts.section = value_of(i);
      if (node.name == "time" && plain_time.empty()) take_time(facts, plain_time, i);
      if (has_class(node, {"published", "dt-published", "publish-date", "pubdate"})) take_date(facts.date, i);
    }
    if (facts.date.empty()) facts.date = plain_time;
    if (facts.authors.empty()) read_author_classes(facts);
  }

  static bool has_word(std::string_view list, std::string_view word) {
    const std::size_t at = list.find(word);
    return at != std::string_view::npos &&
           (at + word.size() == list.size() || list[at + word.size()] == ' ') &&
           (at == 0 || list[at - 1] == ' ');
  }

  void take_time(PageFacts& facts, std::string& plain_time, std::size_t i) const {
    const HtmlNode& node = tree_.nodes[i];
    const bool is_change = has_class(node, {"updated", "modified", "dt-updated", "date-modified"});
    const auto has_pubdate = [](const auto& attribute) { return attribute.first == "pubdate"; };
    if (is_change) {
      take_date(facts.modified, i);
    } else if (std::any_of(node.attributes.begin(), node.attributes.end(), has_pubdate)) {
      take_date(facts.date, i);
    } else {
      take_date(plain_time, i);
    }
  }

  void take_date(std::string& date, std::size_t i) const {
    if (!date.empty()) return;
    std::string value = value_of(i);
    if (may_be_date(value)) date = from_first_digit(without_labels(value));
  }

  /// What a marked element says, for programs before for readers.
  std::string value_of(std::size_t i) const {
    for (const std::string_view key : {"content", "datetime", "title"}) {
      const std::string_view value = trim(tree_.nodes[i].attribute(key));
      if (!value.empty() && (key != "title" || may_be_date(value))) return std::string(value);
    }
    return short_text(i);
  }

  void add_author(PageFacts& facts, std::size_t i) const {
    std::string name = value_of(i);
    for (std::size_t k = i + 1; k < tree_.nodes[i].end; ++k) {
      if (!has_word(tree_.nodes[k].attribute("itemprop"), "name")) continue;
      name = value_of(k);
      break;
    }
    add_name(facts, name);
  }

  static void add_name(PageFacts& facts, const std::string& name) {
    constexpr std::size_t most_words = 12;
    if (!may_be_author(name) || count_words(name) > most_words) return;
    const auto is_known = [&](const std::string& author) { return name.find(author) != std::string::npos; };
    if (std::none_of(facts.authors.begin(), facts.authors.end(), is_known)) facts.authors.push_back(name);
  }

  void read_author_classes(PageFacts& facts) const {
    for (const bool by_link : {true, false}) {
      for (std::size_t i = 1; i < tree_.nodes.size() && (by_link || facts.authors.empty()); ++i) {
        const HtmlNode& node = tree_.nodes[i];
        if (node.name.empty() || node.name == "meta" || node.name == "link" || furniture_[i]) continue;
        const bool is_author =
            by_link ? lower(node.attribute("rel")) == "author"
                    : has_class(node, {"byline", "author", "p-author", "author-name", "byline-name"});
        constexpr std::size_t longest = 10;
        const std::string name = is_author ? without_date(short_text(i)) : std::string();
        if (count_words(name) <= longest) add_name(facts, name);
      }
      if (!facts.authors.empty()) return;
    }
  }

  /// Old pages have date and byline as lines of their own between headline and text.
  void read_lines(PageFacts& facts) const {
    const std::vector<TextBlock> blocks = text_blocks(tree_, 0, furniture_);
    constexpr std::size_t paragraph = 25;
    std::size_t end = 0;
    while (end < blocks.size() && (blocks[end].words < paragraph || blocks[end].link_density() > 0.3)) ++end;
    std::size_t begin = end < 6 ? 0 : end - 6;
    for (std::size_t i = 0; i < end; ++i) {
      if (heading_ != 0 && blocks[i].node >= heading_ && blocks[i].node < tree_.nodes[heading_].end)
        begin = i + 1;
    }
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view line = without_labels(blocks[i].text);
      if (facts.date.empty() && has_day_shape(line)) facts.date = line;
      const bool is_byline =
          std::any_of(std::begin(kBylineLabels), std::end(kBylineLabels),
                      [&](std::string_view label) { return begins_with(blocks[i].text, label); });
      if (facts.authors.empty() && is_byline) add_name(facts, blocks[i].text);
    }
  }

  const HtmlTree& tree_;
  const std::string& source_;
  std::vector<bool> furniture_;
  std::size_t heading_ = 0;
  bool has_article_type_ = false;
  bool is_live_ = false;
};

}  // namespace

PageFacts read_shown(const HtmlTree& tree, const std::string& source) {
  return ShownReader(tree, source).read();
}

}  // namespace broadsheet
