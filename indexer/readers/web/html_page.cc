// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/html_page.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <string>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/html_charset.h"
#include "indexer/readers/web/html_tree.h"
#include "indexer/readers/web/linked_data.h"
#include "indexer/readers/web/page_meta.h"
#include "indexer/readers/web/page_text.h"
#include "indexer/readers/web/text_blocks.h"

namespace broadsheet {

namespace {

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

/// True of http://host/ and its usual synonyms.
bool is_front_page(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || url.find('?') != std::string_view::npos) return false;
  const std::size_t path = url.find('/', scheme + 3);
  if (path == std::string_view::npos) return true;
  const std::string_view rest = url.substr(path, url.find('#') - path);
  return rest == "/" || rest == "/index.html" || rest == "/index.htm" || rest == "/index.php" ||
         rest == "/home";
}

bool is_cut_short(std::string_view title) {
  return title.ends_with("...") || title.ends_with("\xE2\x80\xA6");
}

bool contains(const std::string& text, const std::string& part) {
  return !part.empty() && lower(text).find(lower(part)) != std::string::npos;
}

constexpr std::string_view kSeparators[] = {"|",        "-",       ":", "\xE2\x80\x93", "\xE2\x80\x94",
                                            "\xC2\xBB", "\xC2\xB7"};

std::string without_separators(std::string_view text) {
  text = trim(text);
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) text.remove_prefix(separator.size());
    if (text.ends_with(separator)) text.remove_suffix(separator.size());
  }
  return std::string(trim(text));
}

/// True if a title has nothing that matters beside the heading: it is most of it, or all before or behind a
/// separator.
bool is_all_but_site(const std::string& heading, const std::string& title) {
  const std::size_t at = lower(title).find(lower(heading));
  if (heading.empty() || at == std::string::npos) return false;
  const std::string_view behind = std::string_view(title).substr(at + heading.size());
  const std::string_view before = trim(std::string_view(title).substr(0, at));
  const auto parts = [](std::string_view text) {
    return std::any_of(std::begin(kSeparators), std::end(kSeparators), [&](std::string_view separator) {
      return text.starts_with(separator) || text.ends_with(separator);
    });
  };
  const bool is_first = before.empty() && behind.starts_with(' ') && parts(trim(behind).substr(0, 3));
  const bool is_last =
      trim(behind).empty() && parts(before.substr(before.size() - std::min<std::size_t>(before.size(), 3)));
  return heading.size() * 2 >= title.size() || is_first || is_last;
}

/// Of the title that the page's metadata has and the heading that it shows, the headline: sites add their
/// name to the one, and write another one for sharing.
std::string headline(const PageFacts& linked, const PageFacts& meta, const PageFacts& shown) {
  if (!linked.title.empty() && !is_cut_short(linked.title)) return linked.title;
  if (!linked.title.empty() && contains(shown.title, linked.title.substr(0, linked.title.size() / 2)))
    return shown.title;
  if (meta.title.empty() || is_all_but_site(shown.title, meta.title) || contains(shown.title, meta.title)) {
    return shown.title.empty() ? linked.title : shown.title;
  }
  return is_cut_short(meta.title) && !shown.title.empty() ? shown.title : meta.title;
}

bool is_mostly_not_latin(std::string_view text) {
  constexpr std::size_t sample = 4000;
  text = text.substr(0, sample);
  std::size_t latin = 0;
  std::size_t other = 0;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
    UChar32 c;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
    latin += c > 0x40 && c < 0x250 ? 1 : 0;
    other += c >= 0x370 && (c < 0x1E00 || c > 0x206F) ? 1 : 0;
  }
  return other > latin;
}

/// Publishing systems write lang="en" on pages in any language.
bool is_false_language(const std::string& language, std::string_view text) {
  return begins_with(language, "en") && is_mostly_not_latin(text);
}

/// An identifier that a publisher gives each article: not the site's, which would make all its pages one.
bool is_article_id(std::string_view id, std::string_view url) {
  constexpr std::size_t longest = 200;
  const auto digits = std::count_if(id.begin(), id.end(), is_digit);
  const bool is_issn = id.size() == 9 && id[4] == '-' && digits >= 7;
  if (id.empty() || id.size() > longest || is_issn) return false;
  return digits >= 4 || (id.size() > 3 && url.find(id) != std::string_view::npos);
}

class PageReader {
 public:
  PageReader(const HtmlTree& tree, const PageSource& source) : tree_(tree), source_(source) {
    meta_ = read_meta(tree_);
    const PageFacts before = read_shown(tree_, meta_.source);
    linked_ = read_linked_data(linked_data_blocks(tree_), meta_.title.empty() ? before.title : meta_.title);
    const std::string& site = linked_.source.empty() ? meta_.source : linked_.source;
    shown_ = site == meta_.source ? before : read_shown(tree_, site);
    all_ = linked_;
    all_.fill_from(meta_);
    all_.fill_from(shown_);
    all_.title = headline(linked_, meta_, shown_);
    all_.url = url();
    text_ = find_page_text(tree_, linked_.body, all_.is_live);
    if (meta_.title.empty() && linked_.title.empty() && !all_.title.empty()) take_shown_headline();
  }

  DumpItem read() const {
    if (std::string reason = no_article_reason(); source_.must_be_article && !reason.empty()) {
      return Skip{std::move(reason), 0};
    }
    Record record;
    record.is_markup = true;
    record.charset = "utf-8";
    record.title = escape_html(all_.title);
    record.summary = escape_html(all_.summary);
    for (const std::string& paragraph : body_paragraphs()) add_paragraph(record.body, paragraph);
    record.date = all_.date;
    record.modified = all_.modified;
    record.url = all_.url;
    record.source = all_.source.empty() ? std::string(host_of(all_.url)) : all_.source;
    record.section = all_.section;
    record.rights = all_.rights;
    record.bylines = all_.authors;
    std::erase_if(record.bylines,
                  [&](const std::string& name) { return lower(name) == lower(record.source); });
    record.topics = all_.topics;
    if (!is_false_language(all_.language, record.body)) record.language = all_.language;
    if (is_article_id(all_.id, all_.url)) record.id = all_.id;
    return record;
  }

 private:
  std::string url() const {
    for (const std::string_view url :
         {source_.url, std::string_view(meta_.url), std::string_view(linked_.url)}) {
      if (url.find("://") != std::string_view::npos) return std::string(url);
    }
    return {};
  }

  /// A page without headings shows its headline as a line of its own, and has it in its title with the name
  /// of the site.
  void take_shown_headline() {
    constexpr std::size_t least_words = 3;
    constexpr std::size_t most_words = 6;  // of a site's name
    for (const TextBlock& block : text_blocks(tree_, 0, std::vector<bool>(tree_.nodes.size(), false))) {
      const bool is_part = block.text.size() < all_.title.size() && is_all_but_site(block.text, all_.title);
      if (block.words < least_words || !is_part) continue;
      const std::size_t at = lower(all_.title).find(lower(block.text));
      const std::string site =
          without_separators(at == 0 ? all_.title.substr(block.text.size()) : all_.title.substr(0, at));
      if (all_.source.empty() && count_words(site) <= most_words) all_.source = site;
      all_.title = block.text;
      return;
    }
  }

  /// Why the page is taken for none; empty if it is an article.
  std::string no_article_reason() const {
    constexpr std::size_t some = 15;
    constexpr std::size_t many = 80;
    constexpr std::size_t paragraph = 20;
    if (is_front_page(all_.url) && !linked_.is_article)
      return "it is the front page of a site, not an article";
    if (all_.is_collection && !linked_.is_article) return "it is a list of articles, not one";
    if (all_.is_article && all_.title.empty() && text_.words < some)
      return "it has neither a headline nor text";
    if (all_.is_article && text_.words < some && !linked_.is_article)
      return "it is a page with hardly any text";
    if (!all_.is_article && (text_.words < many || text_.longest < paragraph)) {
      return "nothing says that the page is an article, and it has no text of an article's size";
    }
    return {};
  }

  std::vector<std::string> body_paragraphs() const {
    if (source_.must_be_article || text_.words > 0) return text_.paragraphs;
    std::vector<std::string> all;
    for (const TextBlock& block : text_blocks(tree_, 0, std::vector<bool>(tree_.nodes.size(), false))) {
      all.push_back(block.text);
    }
    return all;
  }

  static void add_paragraph(std::string& body, const std::string& paragraph) {
    const bool has_lines = paragraph.find('\n') != std::string::npos;
    body.append(has_lines ? "<pre>" : "<p>")
        .append(escape_html(paragraph))
        .append(has_lines ? "</pre>\n" : "</p>\n");
  }

  const HtmlTree& tree_;
  const PageSource& source_;
  PageFacts linked_;
  PageFacts meta_;
  PageFacts shown_;
  PageFacts all_;
  PageText text_;
};

}  // namespace

DumpItem read_html_page(std::string_view bytes, const PageSource& source) {
  if (bytes.size() > kMaxTextBytes) return Reject{"the page is larger than 16 MiB", 0, 0, ""};
  const HtmlTree tree = parse_html(html_to_utf8(bytes, source.charset));
  if (tree.too_large)
    return Reject{"the page has more elements, or deeper nested ones, than any page to be read", 0, 0, ""};
  return PageReader(tree, source).read();
}

}  // namespace broadsheet
