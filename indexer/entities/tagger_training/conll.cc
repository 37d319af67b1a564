// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/conll.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {
namespace {

struct TypeName {
  std::string_view name;
  NameType type;
};

std::optional<NameType> type_named(std::string_view name) {
  static constexpr std::array<TypeName, 10> names{{{"PER", NameType::Person},
                                                   {"person", NameType::Person},
                                                   {"PERSON", NameType::Person},
                                                   {"LOC", NameType::Place},
                                                   {"location", NameType::Place},
                                                   {"GPE", NameType::Place},
                                                   {"ORG", NameType::Body},
                                                   {"corporation", NameType::Body},
                                                   {"group", NameType::Body},
                                                   {"organization", NameType::Body}}};
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const TypeName& n) { return n.name == name; });
  return found == names.end() ? std::nullopt : std::optional(found->type);
}

/// Puts words together to a line as it is printed.
class LineBuilder {
 public:
  void add(std::string_view word, std::string_view label) {
    if (is_address(word)) return;
    if (!line_.text.empty() && !joins(word)) line_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(line_.text.size());
    line_.text += word;
    opened_ = word == "(" || word == "[" || word == "$";
    add_label(label, begin);
  }

  bool empty() const { return line_.text.empty(); }

  /// The line; the next word starts another.
  AnnotatedLine take() {
    last_.reset();
    opened_ = false;
    at_sign_ = false;
    return std::exchange(line_, {});
  }

 private:
  /// "@somebody", "#something", "http://...".
  bool is_address(std::string_view word) {
    const bool name_follows = std::exchange(at_sign_, word == "@");
    return at_sign_ || name_follows || (word.size() > 1 && (word.front() == '@' || word.front() == '#')) ||
           word.starts_with("http");
  }

  bool joins(std::string_view word) const {
    static constexpr std::array<std::string_view, 18> joining{
        ".", ",", ";", ":", "?", "!", "%", ")", "]", "'s", "'", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"};
    return opened_ || std::find(joining.begin(), joining.end(), word) != joining.end();
  }

  void add_label(std::string_view label, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_.text.size());
    const auto type = label.size() > 2 && label[1] == '-' ? type_named(label.substr(2)) : std::nullopt;
    if (type && label.front() == 'I' && last_ == type) {
      line_.names.back().end = end;
    } else if (type) {
      line_.names.push_back({begin, end, *type});
    }
    last_ = type;
  }

  AnnotatedLine line_;
  std::optional<NameType> last_;
  bool opened_ = false;
  bool at_sign_ = false;
};

class ConllReader {
 public:
  explicit ConllReader(std::size_t lines_an_article) : lines_an_article_(lines_an_article) {}

  void read(std::string_view text) {
    std::istringstream cells{std::string(text)};
    std::string word;
    std::string label;
    if (!(cells >> word)) return end_line();
    if (word.starts_with("-DOCSTART-")) {
      marked_ = true;
      return end_article();
    }
    while (cells >> label) {
    }
    if (!label.empty()) line_.add(word, label);
  }

  std::vector<AnnotatedArticle> finish() {
    end_article();
    return std::move(articles_);
  }

 private:
  void end_line() {
    if (line_.empty()) return;
    article_.push_back(line_.take());
    if (!marked_ && article_.size() >= lines_an_article_) end_article();
  }
  void end_article() {
    if (!line_.empty()) article_.push_back(line_.take());
    if (!article_.empty()) articles_.push_back(std::exchange(article_, {}));
  }

  std::size_t lines_an_article_;
  bool marked_ = false;
  LineBuilder line_;
  AnnotatedArticle article_;
  std::vector<AnnotatedArticle> articles_;
};

}  // namespace

std::vector<AnnotatedArticle> read_conll(std::istream& in, std::size_t lines_an_article) {
  ConllReader reader(lines_an_article);
  for (std::string line; std::getline(in, line);) reader.read(line);
  return reader.finish();
}

}  // namespace broadsheet
