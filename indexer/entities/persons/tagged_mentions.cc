// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/tagged_mentions.h"

#include <algorithm>
#include <string_view>

#include "indexer/entities/persons/called_after.h"
#include "indexer/entities/persons/name_runs.h"
#include "indexer/entities/persons/name_score.h"
#include "indexer/entities/places/country_names.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

constexpr double sure_person = 0.5;  // from here on the tagger's bounds are taken
constexpr double sure_body = 0.8;
constexpr double least_single = 0.02;  // below, a word by itself is not asked whose surname it is
constexpr double gain = 2.5;           // in score, of a name the tagger is certain of
constexpr double doubt = 0.4;          // less, if no given name, initial or title is known in it
constexpr double loss = 1.0;           // of one it is certain is no person's

using Shape = NameToken::Shape;

/// Tokens that something covers.
class TokenSet {
 public:
  explicit TokenSet(std::size_t tokens) : covered_(tokens) {}

  template <typename Range>
  void add(const Range& range) {
    for (std::size_t i = range.first; i < range.last; ++i) covered_[i] = true;
  }
  template <typename Range>
  bool touches(const Range& range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (covered_[i]) return true;
    }
    return false;
  }

 private:
  std::vector<bool> covered_;
};

class NameMerger {
 public:
  NameMerger(const std::vector<NameToken>& tokens, const std::vector<bool>& left_out,
             const TaggedText& tagged, MentionList& found)
      : tokens_(tokens),
        left_out_(left_out),
        tagged_(tagged),
        found_(found),
        bodies_(tokens.size()),
        credits_(tokens.size()),
        persons_(tokens.size()) {}

  void merge() {
    for (const BodyMention& body : found_.bodies) bodies_.add(body);
    for (const TokenRange& credit : found_.credits) credits_.add(credit);
    std::vector<NameMention> names;
    for (const TaggedName& name : tagged_.names()) {
      if (bodies_.touches(name) || credits_.touches(name)) continue;
      if (name.type == NameType::Person && name.probability >= sure_person) add_person(name, names);
      if (name.type == NameType::Body && name.probability >= sure_body)
        found_.bodies.push_back({name.first, name.last, false, ""});
    }
    for (const NameMention& mention : found_.names) weigh(mention, names);
    std::sort(names.begin(), names.end(),
              [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    found_.names = std::move(names);
    std::sort(found_.bodies.begin(), found_.bodies.end(),
              [](const BodyMention& a, const BodyMention& b) { return a.first < b.first; });
  }

 private:
  /// "Ann Arbor".
  bool is_place(const TaggedName& name) const {
    if (name.last - name.first != 2) return false;
    const std::string phrase = tokens_[name.first].folded + ' ' + tokens_[name.first + 1].folded;
    return (NameLexicon::instance().kinds(phrase) & PlaceName) != 0;
  }

  /// "John F. Kennedy Airport", "USS Carl Vinson", "Farient Advisors", "Grupo Modelo": no person.
  bool names_a_thing(const TaggedName& name) const {
    if (is_called_after(tokens_, name.first, name.last)) return true;
    constexpr std::uint32_t body = CompanyWord | BodyWord;
    const NameToken& first = tokens_[name.first];
    if (first.is(body) && !first.is(any_given_name | Surname)) return true;
    const NameToken& last = tokens_[name.last - 1];
    if (ends_in_country(first, last)) return true;
    if (last.is(body) && !last.is(any_given_name | Surname)) return true;
    const NameToken& after = tokens_[name.last];  // the last token of all is a Stop
    return !last.possessive && after.shape == Shape::Capital && after.is(body | ThingWord) &&
           !after.is(TitleWord | RoleWord | any_given_name);
  }

  /// "Kabel Deutschland", but not "Jane Holland" or "Ting Lu".
  static bool ends_in_country(const NameToken& first, const NameToken& last) {
    constexpr std::size_t shortest = 6;
    return last.folded.size() >= shortest && !last.is(Surname | EastAsianSurname) &&
           !first.is(any_given_name | EastAsianSurname) && first.shape != Shape::Initial &&
           is_country_name(last.text);
  }

  /// The end of the name before a bracket, dash or slash inside it: "Carlos Slim -- Gates".
  std::size_t end_of_words(const TaggedName& name) const {
    const auto mark = std::find_if(
        tokens_.begin() + static_cast<std::ptrdiff_t>(name.first),
        tokens_.begin() + static_cast<std::ptrdiff_t>(name.last),
        [](const NameToken& token) { return token.shape == Shape::Open || token.shape == Shape::Other; });
    return static_cast<std::size_t>(mark - tokens_.begin());
  }

  void add_person(TaggedName name, std::vector<NameMention>& names) {
    const std::size_t words = end_of_words(name);
    if (names_a_thing(name) || is_place(name) || (words < name.last && words < name.first + 2)) return;
    name.last = words;
    persons_.add(name);
    NameMention mention;
    mention.first = name.first;
    mention.last = with_suffix(name.last);
    if (mention.size() > 2 && is_set_off_place(mention.last - 1)) --mention.last;
    while (mention.size() > 1 && is_title(mention.first)) ++mention.first;
    while (mention.size() > 1 && is_loose_initial(mention.last - 1)) --mention.last;
    if (mention.first > 0) {
      const NameToken& before = tokens_[mention.first - 1];
      mention.titled = before.is(TitleWord);
      mention.called = before.is(Honorific);
    }
    mention.tagged = name.probability;
    mention.tag_score = gain * name.probability - (is_known_given(mention) ? 0 : doubt);
    if (mention.size() > 1) mention.score = name_score(tokens_, mention);
    names.push_back(mention);
  }

  /// "İstanbul'da" behind a name.
  bool is_set_off_place(std::size_t i) const {
    const NameToken& token = tokens_[i];
    return token.possessive && !token.is(Surname) && (token.is(PlaceName) || is_country_name(token.text));
  }

  /// "B." in "Alan B. [Lancz & Associates]", but not "X" in "Malcolm X".
  bool is_loose_initial(std::size_t i) const {
    return tokens_[i].shape == Shape::Initial && tokens_[i].folded != "x" && tokens_[i + 1].is_name_like();
  }

  /// True if the first word is a given name or an initial, or a title stands before it.
  bool is_known_given(const NameMention& mention) const {
    const NameToken& first = tokens_[mention.first];
    return mention.titled || mention.called || first.shape == Shape::Initial || first.is(any_given_name);
  }

  /// ", Jr." and "III" belong to the name before them.
  std::size_t with_suffix(std::size_t last) const {
    const std::size_t suffix = tokens_[last].shape == Shape::Comma ? last + 1 : last;
    const bool follows =
        suffix < tokens_.size() && tokens_[suffix].is_name_like() && tokens_[suffix].is(SuffixWord);
    return follows && tokens_[suffix].folded.size() > 1 ? suffix + 1 : last;
  }

  /// "Sen.", "Prince", and "Floridian" before a given name.
  bool is_title(std::size_t i) const {
    const NameToken& token = tokens_[i];
    const NameToken& next = tokens_[i + 1];
    if (is_royal(token)) return next.is(GivenName) || next.kinds == 0;
    if (token.is(TitleWord | Honorific) && (token.dot || !token.is(any_given_name | Surname))) return true;
    return token.shape == Shape::Capital && next.is(GivenName) &&
           token.is(CommonWord | RoleWord | OfficeWord | NationWord | PlaceName) &&
           !token.is(any_given_name | Surname | EastAsianSurname | ParticleWord);
  }

  /// Not "Sheikh" and "Shah", which are parts of names, nor "Reina", which is a name.
  static bool is_royal(const NameToken& token) {
    for (const std::string_view title :
         {"king", "queen", "prince", "princess", "emperor", "pope", "sultan", "emir"}) {
      if (token.folded == title) return true;
    }
    return false;
  }

  /// Keeps a mention of the rules where the tagger has no name, its score less by the tagger's doubt.
  void weigh(NameMention mention, std::vector<NameMention>& names) const {
    if (persons_.touches(mention)) return;
    if (!left_out_[tokens_[mention.first].part]) {
      const double probability = mean_probability(mention);
      if (mention.size() == 1 && probability < least_single) return;
      mention.tag_score = -loss * (1 - probability);
    }
    names.push_back(mention);
  }

  double mean_probability(const NameMention& mention) const {
    double sum = 0;
    for (std::size_t i = mention.first; i < mention.last; ++i)
      sum += tagged_.probability(i, NameType::Person);
    return sum / static_cast<double>(mention.size());
  }

  const std::vector<NameToken>& tokens_;
  const std::vector<bool>& left_out_;
  const TaggedText& tagged_;
  MentionList& found_;
  TokenSet bodies_;
  TokenSet credits_;
  TokenSet persons_;  // that the tagger is sure of
};

}  // namespace

void add_tagged_names(const std::vector<NameToken>& tokens, const std::vector<bool>& left_out,
                      const TaggedText& tagged, MentionList& found) {
  NameMerger(tokens, left_out, tagged, found).merge();
}

}  // namespace broadsheet
