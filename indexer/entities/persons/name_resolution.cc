// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_resolution.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/fold.h"
#include "indexer/entities/persons/article_person.h"
#include "indexer/entities/persons/called_after.h"
#include "indexer/entities/persons/name_capitals.h"
#include "indexer/entities/persons/name_score.h"
#include "indexer/entities/persons/name_spelling.h"
#include "indexer/entities/places/countries.h"
#include "indexer/entities/places/country_names.h"
#include "indexer/entities/words/cyrillic_cases.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;
constexpr double repeated_score = 0.2;
constexpr double sure_name = 0.6;  // of the tagger's probability
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

Span span_of(const std::vector<NameToken>& tokens, const NameMention& mention) {
  return {tokens[mention.first].part, tokens[mention.first].begin, tokens[mention.last - 1].end};
}

/// Which persons of an article have a name, by sound of the surname and by any of their words.
class PersonIndex {
 public:
  void build(const std::vector<ArticlePerson>& persons) {
    for (std::size_t i = 0; i < persons.size(); ++i) {
      for (const std::string& sound : persons[i].surname_sounds) by_surname_[sound].push_back(i);
      for (const std::string& word : persons[i].words) {
        if (word.size() > 2) by_word_[word].push_back(i);
      }
    }
  }

  /// Persons of that surname; if there are none, persons with that word in their name.
  std::vector<std::size_t> named(const std::string& word) const {
    std::vector<std::size_t> found;
    for (const std::string& sound : surname_sounds(word)) append(by_surname_, sound, found);
    if (word.size() > 4 && word.back() == 's') {  // it may be a German genitive
      for (const std::string& sound : surname_sounds(word.substr(0, word.size() - 1)))
        append(by_surname_, sound, found);
    }
    if (found.empty()) append(by_word_, word, found);
    return found;
  }

 private:
  using Lists = std::unordered_map<std::string, std::vector<std::size_t>>;

  static void append(const Lists& lists, const std::string& key, std::vector<std::size_t>& found) {
    const auto at = lists.find(key);
    if (at != lists.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  }

  Lists by_surname_;
  Lists by_word_;
};

/// True of a word that was taken for a name where all was in capitals.
bool is_in_capitals(std::string_view word) {
  return word.size() > 1 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// True of "co-founders", "ex-Morgan": no word of a name begins so.
bool has_prefix(std::string_view folded) {
  constexpr std::string_view prefixes[] = {"co-",  "ex-",  "vice-", "anti-", "pro-",
                                           "non-", "pre-", "post-", "mid-"};
  return std::any_of(std::begin(prefixes), std::end(prefixes),
                     [&](std::string_view prefix) { return folded.starts_with(prefix); });
}

/// A token of a name as shown: declined names in the nominative, "Pascal DUPONT" without the capitals.
std::string shown(const NameToken& token, bool mixed) {
  if (token.declined) return name_case(token.folded);
  if (token.shape == Shape::Capital && is_in_capitals(token.text)) return name_case(token.text);
  const bool shouted =
      mixed && token.shape == Shape::Upper && token.folded.size() > 3 && !token.is(SuffixWord);
  return shouted ? name_case(token.text) : std::string(token.text);
}

/// Names that stand for no one.
bool is_nobody(std::string_view key) {
  constexpr std::string_view names[] = {"jack frost",  "john doe",   "jane doe",   "john bull",
                                        "uncle sam",   "joe public", "joe bloggs", "father christmas",
                                        "santa claus", "joe sixpack"};
  return std::find(std::begin(names), std::end(names), key) != std::end(names);
}

class NameResolver {
 public:
  NameResolver(const std::vector<NameToken>& tokens, const MentionList& mentions)
      : tokens_(tokens), mentions_(mentions) {}

  std::vector<FoundNames::Name> resolve() {
    block_companies();
    collect_full_names();
    join_spellings();
    index_.build(persons_);
    for (const NameMention& mention : mentions_.names) {
      if (mention.size() == 1) resolve_single(mention);
    }
    add_titled_singles();
    return in_text_order();
  }

 private:
  /// "Philip Morris Cos" makes "Philip Morris" a company all through the article.
  void block_companies() {
    for (const BodyMention& body : mentions_.bodies) {
      if (!body.company) continue;
      NameMention name;
      name.first = body.first;
      for (name.last = body.last - 1; name.size() > 1; --name.last)
        companies_.insert(mention_key(tokens_, name));
    }
  }

  void collect_full_names() {
    std::unordered_map<std::string, std::size_t> by_key;
    std::vector<ArticlePerson> candidates;
    for (NameMention mention : mentions_.names) {
      if (mention.size() > 1 && has_prefix(tokens_[mention.first].folded)) ++mention.first;
      if (mention.size() < 2 || has_only_initials(mention) || begins_as_company(mention) ||
          is_called_after(tokens_, mention.first, mention.last))
        continue;
      const auto [at, added] = by_key.try_emplace(mention_key(tokens_, mention), candidates.size());
      if (added) {
        candidates.push_back(make_person(tokens_, mention));
        continue;
      }
      ArticlePerson& person = candidates[at->second];
      person.score = std::max(person.score, mention.score);
      person.mentions.push_back(mention);
    }
    for (ArticlePerson& person : candidates) {
      if (is_person(person)) persons_.push_back(std::move(person));
    }
  }

  /// "M.N", as stock exchanges call a company.
  bool has_only_initials(const NameMention& mention) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(mention.first),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(mention.last),
                       [](const NameToken& token) { return token.shape == Shape::Initial; });
  }

  /// "Banca Carige", "Grupo Modelo".
  bool begins_as_company(const NameMention& mention) const {
    const NameToken& first = tokens_[mention.first];
    return first.is(CompanyWord) && !first.is(GivenName | RareGivenName | Surname | TitleWord);
  }

  /// A company may read as a person once, but not wherever it is named.
  static double mean_tag_score(const ArticlePerson& person) {
    double sum = 0;
    for (const NameMention& mention : person.mentions) sum += mention.tag_score;
    return sum / static_cast<double>(person.mentions.size());
  }

  /// "Jane Brown" beside "Jane Brown Inc", unless it says who she is: "said Jane Brown, president of".
  bool is_company(const ArticlePerson& person) const {
    return companies_.contains(person.key) &&
           std::none_of(person.mentions.begin(), person.mentions.end(), [&](const NameMention& mention) {
             return mention.called || is_followed_by_role(tokens_, mention.last);
           });
  }

  bool is_person(const ArticlePerson& person) const {
    const double repeated = person.mentions.size() > 1 ? repeated_score : 0;
    return person.score + mean_tag_score(person) + repeated >= person_threshold && !is_company(person) &&
           !is_nobody(person.key) && !is_country_name(person.key) &&
           !is_place_form(mention_text(tokens_, person.fullest.first, person.fullest.last));
  }

  /// Joins persons whose names are spellings or shorter forms of one another. A short form that fits two
  /// longer names ("George Bush" beside "George W. Bush" and "George H. Bush") stays by itself.
  void join_spellings() {
    PersonIndex index;
    index.build(persons_);
    std::vector<std::size_t> order(persons_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return prefers_form(persons_[b], persons_[a]); });
    std::vector<bool> gone(persons_.size());
    for (const std::size_t i : order) {
      const std::size_t other = one_fitting(index, i, gone);
      if (other == nobody) continue;
      absorb(persons_[other], persons_[i]);
      gone[i] = true;
    }
    std::vector<ArticlePerson> kept;
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      if (!gone[i] && !is_bare_surname(persons_[i])) kept.push_back(std::move(persons_[i]));
    }
    persons_ = std::move(kept);
  }

  /// "De Larosière" alone is as little a full name as "Larosière"; "analyst Van Baker" has a first name.
  bool is_bare_surname(const ArticlePerson& person) const {
    const std::size_t first = person.fullest.first;
    return person.words.size() == 1 && tokens_[first].is(ParticleWord) &&
           !(first > 0 && tokens_[first - 1].is(RoleWord) && tokens_[first - 1].shape == Shape::Lower);
  }

  /// The person whose form of i's name is preferred, if just one is left.
  std::size_t one_fitting(const PersonIndex& index, std::size_t i, const std::vector<bool>& gone) const {
    std::size_t found = nobody;
    for (const std::size_t j : index.named(persons_[i].surname)) {
      if (j == i || j == found || gone[j] || !same_in_article(persons_[i], persons_[j])) continue;
      if (!prefers_form(persons_[j], persons_[i]) || found != nobody) return nobody;
      found = j;
    }
    return found;
  }

  static void absorb(ArticlePerson& into, const ArticlePerson& from) {
    into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  }

  /// The person a single name means: of those with that name the last mentioned before it.
  std::size_t owner_of(const std::string& word, std::size_t at) {
    const auto [known, added] = owners_.try_emplace(word);
    if (added) known->second = index_.named(word);
    std::size_t best = nobody;
    for (const std::size_t i : known->second) {
      if (best == nobody || last_before(persons_[i], at) > last_before(persons_[best], at)) best = i;
    }
    return best;
  }

  static std::size_t last_before(const ArticlePerson& person, std::size_t at) {
    std::size_t last = 0;
    for (const NameMention& mention : person.mentions) {
      if (mention.first < at) last = std::max(last, mention.first + 1);
    }
    return last;
  }

  void resolve_single(const NameMention& mention) {
    const std::string& word = tokens_[mention.first].folded;
    std::size_t owner = owner_of(word, mention.first);
    if (owner == nobody && is_cyrillic(word))
      owner = owner_of(surname_nominative(word, false), mention.first);
    if (owner != nobody) {
      persons_[owner].mentions.push_back(mention);
      return;
    }
    const auto hyphen = word.find('-');
    if (hyphen == std::string::npos) {
      if (can_be_single_name(mention)) titled_.push_back(mention);
      return;
    }
    bool known = false;
    for (const std::string& half : {word.substr(0, hyphen), word.substr(hyphen + 1)}) {
      owner = owner_of(half, mention.first);
      if (owner != nobody) persons_[owner].mentions.push_back(mention);
      known = known || owner != nobody;
    }
    if (!known && is_hyphenated_name(mention)) titled_.push_back(mention);
  }

  /// The token before a name, or in "President and Mrs. Reagan" the office.
  const NameToken& title_of(std::size_t first) const {
    const bool couple =
        first >= 3 && tokens_[first - 1].folded == "mrs" && tokens_[first - 2].folded == "and";
    return tokens_[couple ? first - 3 : first - 1];
  }

  /// "President Reagan", "King Hussein": what the world knows its bearer by.
  bool can_be_single_name(const NameMention& mention) const {
    const NameToken& token = tokens_[mention.first];
    if (mention.first == 0 || token.shape != Shape::Capital || token.folded.size() < 3) return false;
    const NameToken& title = title_of(mention.first);
    if (!title.is(HeadTitle | RoyalTitle) || title.possessive || is_cyrillic(token.folded)) return false;
    if (is_called_after(tokens_, mention.first, mention.last)) return false;
    if (token.is(TitleWord | Honorific | OfficeWord | RoleWord | NationWord | CompanyWord | BodyWord))
      return false;
    if (title.is(RoyalTitle)) return token.is(GivenName) || token.kinds == 0;
    if (token.is(GivenName | RareGivenName | ThingWord) && !token.is(Surname)) return false;
    return !token.is(PlaceName | CommonWord) || token.is(Surname);
  }

  /// "Inzamam-ul-Haq": a full name in one word, if the tagger is sure of it.
  bool is_hyphenated_name(const NameMention& mention) const {
    const std::string& word = tokens_[mention.first].folded;
    return mention.tagged >= sure_name && std::count(word.begin(), word.end(), '-') > 1;
  }

  void add_titled_singles() {
    std::unordered_map<std::string, std::size_t> by_word;
    for (const NameMention& mention : titled_) {
      const std::string& word = tokens_[mention.first].folded;
      const auto [at, added] = by_word.try_emplace(word, persons_.size());
      if (added) {
        persons_.push_back(make_person(tokens_, mention));
      } else {
        persons_[at->second].mentions.push_back(mention);
      }
    }
  }

  /// "CHARLES DALLARA", "GEORGE H.W. BUSH" in a text that is not in capitals.
  bool is_shouted(const NameMention& mention) const {
    const auto is_upper = [](const NameToken& token) {
      return token.shape == Shape::Upper && token.folded.size() > 2;
    };
    return mention.size() > 1 && is_upper(tokens_[mention.first]) && is_upper(tokens_[mention.last - 1]) &&
           std::all_of(
               tokens_.begin() + static_cast<std::ptrdiff_t>(mention.first),
               tokens_.begin() + static_cast<std::ptrdiff_t>(mention.last),
               [&](const NameToken& token) { return is_upper(token) || token.shape == Shape::Initial; });
  }

  /// "ROBERT VAN DER BERG" that heads a comment, as printed; nothing of other names.
  std::string printed_in_capitals(const NameMention& mention) const {
    std::string printed;
    if (!is_in_capitals(tokens_[mention.first].text)) return printed;
    for (std::size_t i = mention.first; i < mention.last; ++i) {
      if (i > mention.first && tokens_[i].begin != tokens_[i - 1].end) printed += ' ';
      printed += tokens_[i].text;
    }
    return is_in_capitals(printed) ? printed : "";
  }

  std::vector<FoundNames::Name> in_text_order() {
    for (ArticlePerson& person : persons_) {
      std::sort(person.mentions.begin(), person.mentions.end(),
                [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    }
    std::sort(persons_.begin(), persons_.end(), [](const ArticlePerson& a, const ArticlePerson& b) {
      return a.mentions.front().first < b.mentions.front().first;
    });
    std::vector<FoundNames::Name> names;
    for (const ArticlePerson& person : persons_) {
      FoundNames::Name name{mention_text(tokens_, person.fullest.first, person.fullest.last), {}};
      const std::string capitals = printed_in_capitals(person.fullest);
      if (is_shouted(person.fullest) || !capitals.empty())
        name.name = name_case(capitals.empty() ? name.name : capitals);
      for (const NameMention& mention : person.mentions) name.spans.push_back(span_of(tokens_, mention));
      name.spans.erase(std::unique(name.spans.begin(), name.spans.end()), name.spans.end());
      names.push_back(std::move(name));
    }
    return names;
  }

  const std::vector<NameToken>& tokens_;
  const MentionList& mentions_;
  std::unordered_set<std::string> companies_;
  std::vector<ArticlePerson> persons_;
  PersonIndex index_;
  std::unordered_map<std::string, std::vector<std::size_t>> owners_;
  std::vector<NameMention> titled_;
};

}  // namespace

std::string mention_text(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last) {
  std::string text;
  const bool mixed = tokens[first].shape == Shape::Capital;
  for (std::size_t i = first; i < last; ++i) {
    const bool glued = i > first && tokens[i].begin == tokens[i - 1].end;
    if (i > first && !glued) text += ' ';
    text += shown(tokens[i], mixed);
  }
  return text;
}

std::vector<FoundNames::Name> resolve_persons(const std::vector<NameToken>& tokens,
                                              const MentionList& mentions) {
  return NameResolver(tokens, mentions).resolve();
}

std::vector<FoundNames::Name> list_bodies(const std::vector<NameToken>& tokens, const MentionList& mentions) {
  std::vector<FoundNames::Name> bodies;
  std::unordered_map<std::string, std::size_t> by_name;
  for (const BodyMention& mention : mentions.bodies) {
    std::string name =
        mention.name.empty() ? mention_text(tokens, mention.first, mention.last) : mention.name;
    const auto [at, added] = by_name.try_emplace(fold_value(name), bodies.size());
    if (added) bodies.push_back({std::move(name), {}});
    bodies[at->second].spans.push_back(
        {tokens[mention.first].part, tokens[mention.first].begin, tokens[mention.last - 1].end});
  }
  return bodies;
}

}  // namespace broadsheet
