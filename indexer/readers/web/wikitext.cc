// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/wikitext.h"

#include <algorithm>
#include <map>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/web/date_words.h"
#include "indexer/readers/web/wiki_brackets.h"
#include "indexer/readers/web/wiki_lines.h"
#include "indexer/readers/web/wiki_words.h"

namespace broadsheet {

namespace {

constexpr int kDeepestMarkup = 40;

// Elements that go with what is in them.
constexpr std::string_view kUnshown[] = {
    "ref",        "gallery",         "math",        "score",           "timeline",     "imagemap",
    "style",      "script",          "includeonly", "dynamicpagelist", "templatedata", "graph",
    "references", "syntaxhighlight", "source",      "inputbox",        "categorytree"};

/// Values of a template: positional ones in order, the others by name.
struct Arguments {
  std::vector<std::string> positional;
  std::map<std::string, std::string> named;

  std::string first_named(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      const auto found = named.find(wiki_name(name));
      if (found != named.end() && !found->second.empty()) return found->second;
    }
    return {};
  }
};

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string without_comments(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find("<!--"), text.size());
    out += text.substr(0, begin);
    const std::size_t end = text.find("-->", begin);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 3);
  }
  return out;
}

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_language_code(const std::string& prefix) {
  const std::string_view code = std::string_view(prefix).substr(0, prefix.find('-'));
  return (code.size() == 2 || code.size() == 3) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A date given in parts: year, month and day in either order, months as numbers or names.
std::string date_of_parts(const std::vector<std::string>& parts) {
  if (parts.size() < 3) return {};
  if (is_number(parts[0]) && is_number(parts[1]) && is_number(parts[2])) {
    const bool year_first = parts[0].size() == 4;
    return parts[0] + (year_first ? "-" : ".") + parts[1] + (year_first ? "-" : ".") + parts[2];
  }
  const std::string joined = parts[0] + " " + parts[1] + " " + parts[2];
  return is_day_name(joined) ? joined : std::string();
}

class WikiReader {
 public:
  WikiReader(const std::string& text, const WikiNamespaces& namespaces)
      : text_(text), brackets_(text_), namespaces_(namespaces) {}

  WikiArticle read() {
    article_.body = wiki_paragraphs(render(0, text_.size(), 0));
    article_.is_draft = is_draft_ && !is_published_;
    return std::move(article_);
  }

 private:
  std::string render(std::size_t begin, std::size_t end, int depth) {
    std::string out;
    if (depth > kDeepestMarkup) return out;
    for (std::size_t i = begin; i < end;) {
      const std::size_t next = element(i, end, depth, out);
      if (next == i) {
        out += text_[i++];
      } else {
        i = std::min(next, end);
      }
    }
    return out;
  }

  /// Renders what begins at i and returns where it ends; i if it is a plain character.
  std::size_t element(std::size_t i, std::size_t end, int depth, std::string& out) {
    const std::string_view rest = text_.substr(i, end - i);
    switch (rest[0]) {
      case '{':
        return rest.starts_with("{|") ? table(i, end) : bracket(i, end, depth, out);
      case '[':
        return rest.starts_with("[[") ? bracket(i, end, depth, out) : external_link(i, end, depth, out);
      case '\'':
        return rest.starts_with("''") ? i + std::min(rest.find_first_not_of('\''), rest.size()) : i;
      case '<':
        return tag(i, end, out);
      case '_':
        return rest.starts_with("__") ? magic_word(i, rest) : i;
      default:
        return i;
    }
  }

  std::size_t bracket(std::size_t i, std::size_t end, int depth, std::string& out) {
    const std::size_t close = brackets_.close_of(i);
    if (close == std::string_view::npos || close + 2 > end) return i;
    text_[i] == '{' ? apply_template(i + 2, close, depth, out) : link(i + 2, close, depth, out);
    return close + 2;
  }

  /// Tables may hold tables; one that is not closed goes on to the next blank line.
  std::size_t table(std::size_t i, std::size_t end) {
    std::size_t open = 1;
    for (std::size_t at = i + 2; at + 1 < end && table_budget_ > 0; ++at, --table_budget_) {
      if (text_[at] == '{' && text_[at + 1] == '|' && text_[at - 1] == '\n') ++open;
      if (text_[at] == '|' && text_[at + 1] == '}' && (at + 2 >= end || text_[at + 2] != '}') && --open == 0)
        return at + 2;
    }
    return std::min(text_.find("\n\n", i), end);
  }

  std::size_t external_link(std::size_t i, std::size_t end, int depth, std::string& out) {
    const std::string_view rest = text_.substr(i + 1, end - i - 1);
    constexpr std::size_t longest = 3000;
    const bool is_link = begins_with(rest, "http://") || begins_with(rest, "https://") ||
                         begins_with(rest, "//") || begins_with(rest, "mailto:");
    const std::string_view line = first_line(rest.substr(0, is_link ? longest : 0));
    const std::size_t close = line.find(']');
    if (close == std::string_view::npos) return i;
    const std::size_t label = rest.substr(0, close).find(' ');
    if (label != std::string_view::npos) out += render(i + 1 + label + 1, i + 1 + close, depth + 1);
    return i + 1 + close + 1;
  }

  std::size_t tag(std::size_t i, std::size_t end, std::string& out) {
    constexpr std::size_t longest = 500;
    const std::string_view rest = text_.substr(i, end - i);
    const std::size_t name_begin = rest.size() > 1 && rest[1] == '/' ? 2 : 1;
    if (rest.size() <= name_begin || !is_letter(rest[name_begin])) return i;
    const std::size_t close = rest.substr(0, longest).find('>');
    if (close == std::string_view::npos) return i;
    const std::size_t name_end = rest.find_first_of(" \t\n/>", name_begin);
    const std::string name = lower(rest.substr(name_begin, name_end - name_begin));
    if (name == "br" || name == "p" || name == "div" || name == "li" || name == "blockquote" ||
        name == "poem") {
      out += name == "br" ? "\n" : "\n\n";
    }
    const bool is_unshown = std::find(std::begin(kUnshown), std::end(kUnshown), name) != std::end(kUnshown);
    if (name_begin == 2 || rest[close - 1] == '/' || (!is_unshown && name != "nowiki")) return i + close + 1;
    const std::size_t end_tag = find_end(name, i + close);
    if (end_tag >= end) return i + close + 1;
    if (name == "nowiki") out += text_.substr(i + close + 1, end_tag - i - close - 1);
    return std::min(text_.find('>', end_tag), end - 1) + 1;
  }

  /// The end tag of that name at or after from, each searched for once.
  std::size_t find_end(const std::string& name, std::size_t from) {
    const auto known = end_tags_.find(name);
    if (known != end_tags_.end() && known->second >= from) return known->second;
    std::size_t at = text_.find("</", from);
    while (at != std::string_view::npos && !begins_with(text_.substr(at + 2), name))
      at = text_.find("</", at + 1);
    return end_tags_[name] = at;
  }

  static std::size_t magic_word(std::size_t i, std::string_view rest) {
    const std::size_t end = rest.find("__", 2);
    const bool is_word = end != std::string_view::npos && end > 2 && end < 40 &&
                         rest.substr(2, end - 2).find_first_of(" \n") == std::string_view::npos;
    return is_word ? i + end + 2 : i;
  }

  void link(std::size_t begin, std::size_t end, int depth, std::string& out) {
    const std::vector<std::size_t> bars = brackets_.split(begin, end, '|');
    std::string target(trim(text_.substr(begin, bars[0] - begin)));
    const bool is_shown = target.starts_with(':');
    if (is_shown) target.erase(0, 1);
    const std::size_t colon = target.find(':');
    if (colon != std::string::npos) {
      const std::string prefix = wiki_name(std::string_view(target).substr(0, colon));
      const bool is_category = is_one_of(namespaces_.categories, prefix);
      if (is_category && !is_shown)
        article_.categories.emplace_back(trim(std::string_view(target).substr(colon + 1)));
      if (!is_shown && (is_category || is_one_of(namespaces_.files, prefix) || is_language_code(prefix)))
        return;
    }
    std::string label = bars.size() > 1 ? render(bars[bars.size() - 2] + 1, end, depth + 1) : std::string();
    out += trim(label).empty() ? shown_title(target) : label;
  }

  /// A title without what leads to it: "w:fr:Paris", "Paris#History".
  static std::string shown_title(std::string title) {
    for (std::size_t colon = title.find(':'); colon != std::string::npos && colon < 12;
         colon = title.find(':')) {
      const bool is_prefix = colon + 1 < title.size() && title[colon + 1] != ' ' &&
                             std::all_of(title.begin(), title.begin() + static_cast<long>(colon), is_letter);
      if (!is_prefix) break;
      title.erase(0, colon + 1);
    }
    const std::size_t section = title.find('#');
    if (section != std::string::npos && section > 0) title.erase(section);
    std::replace(title.begin(), title.end(), '_', ' ');
    return title;
  }

  Arguments arguments(const std::vector<std::size_t>& bars, int depth) {
    Arguments values;
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
      const std::size_t begin = bars[i] + 1;
      const std::size_t end = bars[i + 1];
      const std::size_t equals = brackets_.split(begin, end, '=')[0];
      const std::string name = equals < end ? wiki_name(text_.substr(begin, equals - begin)) : std::string();
      // "=" in an address or a tag names nothing.
      const bool is_named =
          equals < end && name.size() < 40 && name.find_first_of("<>/?.") == std::string::npos;
      std::string value(trim(render(is_named ? equals + 1 : begin, end, depth + 1)));
      if (is_named && !is_number(name)) {
        values.named[name] = std::move(value);
      } else {
        values.positional.push_back(std::move(value));
      }
    }
    return values;
  }

  void apply_template(std::size_t begin, std::size_t end, int depth, std::string& out) {
    const std::vector<std::size_t> bars = brackets_.split(begin, end, '|');
    const std::string_view name = trim(text_.substr(begin, bars[0] - begin));
    if (name == "!" || name == "=" || name == "'") {
      out += name == "!" ? "|" : name;
    } else if (begins_with(name, "formatnum:")) {
      out += name.substr(10);
    } else if (lower(name) == "nbsp" || lower(name) == "spaces") {
      out += ' ';
    } else if (name.size() < 60) {
      apply_meaning(template_meaning(name), bars, depth, out);
    }
  }

  void apply_meaning(WikiTemplate meaning, const std::vector<std::size_t>& bars, int depth,
                     std::string& out) {
    is_published_ = is_published_ || meaning == WikiTemplate::Published;
    is_draft_ = is_draft_ || meaning == WikiTemplate::Draft;
    if (meaning == WikiTemplate::Other || meaning == WikiTemplate::Published ||
        meaning == WikiTemplate::Draft)
      return;
    const Arguments values = arguments(bars, depth);
    const std::vector<std::string>& positional = values.positional;
    if (meaning == WikiTemplate::Date || meaning == WikiTemplate::Byline) {
      take_date(values);
    } else if (meaning == WikiTemplate::Categories) {
      article_.categories.insert(article_.categories.end(), positional.begin(), positional.end());
    } else if (meaning == WikiTemplate::Quote) {
      const std::string text =
          positional.empty() ? values.first_named({"text", "quote", "texte", "texto"}) : positional[0];
      out.append("\n\n").append(text).append("\n\n");
    } else if (meaning == WikiTemplate::Measure) {
      if (!positional.empty()) out += positional[0] + (positional.size() > 1 ? " " + positional[1] : "");
    } else {
      out += shown_value(meaning, values);
    }
  }

  static std::string shown_value(WikiTemplate meaning, const Arguments& values) {
    const std::vector<std::string>& positional = values.positional;
    if (positional.empty()) return values.first_named({"texte", "text", "trad", "fr"});
    if (meaning == WikiTemplate::First) return positional[0];
    const auto shown = std::find_if(positional.rbegin(), positional.rend(),
                                    [](const auto& value) { return !value.empty(); });
    if (shown == positional.rend()) return {};
    return shown == positional.rend() - 1 ? shown_title(*shown) : *shown;
  }

  void take_date(const Arguments& values) {
    std::string date = values.first_named({"date", "data", "datum", "fecha", "дата", "день"});
    if (date.empty()) date = date_of_parts(values.positional);
    for (const std::string& value : values.positional) {
      if (date.empty() && has_digit(value)) date = value;
      if (article_.location.empty() && !has_digit(value) && values.positional.size() < 3)
        article_.location = value;
    }
    if (article_.date.empty()) article_.date = date;
    const std::string place =
        values.first_named({"location", "luogo", "lugar", "lieu", "ort", "place", "город"});
    if (!place.empty()) article_.location = place;
  }

  std::string_view text_;
  WikiBrackets brackets_;
  const WikiNamespaces& namespaces_;
  WikiArticle article_;
  std::map<std::string, std::size_t> end_tags_;
  std::size_t table_budget_ =
      64 * 1024 * 1024;  // bytes to look for the ends of tables in, broken ones or not
  bool is_draft_ = false;
  bool is_published_ = false;
};

/// "#REDIRECT [[Title]]", with the word in any language.
bool is_redirect(std::string_view text) {
  constexpr std::size_t longest = 2000;
  constexpr std::size_t longest_word = 60;
  text = trim(text);
  const std::string_view line = first_line(text);
  const std::size_t target = line.find("[[");
  if (!text.starts_with('#') || text.size() > longest || target > longest_word || is_space(line[1]))
    return false;
  return trim(line.substr(1, target - 1)).find_first_of(" '*#") == std::string_view::npos;
}

}  // namespace

WikiArticle read_wikitext(std::string_view text, const WikiNamespaces& namespaces) {
  const std::string bare = without_comments(text);
  WikiArticle article = WikiReader(bare, namespaces).read();
  article.is_redirect = is_redirect(bare);
  return article;
}

}  // namespace broadsheet
