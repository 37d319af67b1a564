// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_mentions.h"

#include <algorithm>
#include <initializer_list>

#include "common/hash.h"
#include "indexer/entities/persons/called_after.h"
#include "indexer/entities/persons/known_bodies.h"
#include "indexer/entities/persons/name_runs.h"
#include "indexer/entities/persons/name_score.h"
#include "indexer/entities/places/countries.h"
#include "indexer/entities/places/country_names.h"
#include "indexer/entities/places/text_languages.h"
#include "indexer/entities/words/cyrillic_cases.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr std::uint32_t not_a_person = CompanyWord | BodyWord | ThingWord;
constexpr std::size_t longest_name = 6;
constexpr double sure_order = 2;  // of a name that is in its language's order

class MentionFinder {
 public:
  MentionFinder(const std::vector<NameToken>& tokens, std::size_t end, const WordSet& lower,
                LanguageSet languages, MentionList& found)
      : tokens_(tokens), runs_(tokens, end), end_(end), lower_(lower), found_(found) {
    hungarian_ = (languages & language_set("hu")) != 0;
    french_ = has_several({"les", "des", "est", "dans", "une", "qui", "pour", "sur", "et", "le", "du", "au"});
    german_ = has_several({"und", "nicht", "der", "die", "das", "von", "mit", "hat", "wird", "wurde", "wie",
                           "aus", "ein", "hatte", "vor", "zu"});
  }

  void find(std::size_t begin) {
    for (std::size_t i = begin; i < end_;) {
      if (const std::size_t credit = runs_.byline_end(i, begin); credit > i) {
        found_.credits.push_back({i, credit});
        i = credit;
      } else if (!runs_.in_run(i)) {
        ++i;
      } else {
        i = read_credit_or_run(i, runs_.run_end(i));
      }
    }
  }

 private:
  const NameToken& at(std::size_t i) const { return tokens_[i]; }

  /// True if the article has more than two of the words.
  bool has_several(std::initializer_list<std::string_view> words) const {
    return std::count_if(words.begin(), words.end(),
                         [&](std::string_view word) { return lower_.contains(hash64(word)); }) > 2;
  }

  std::size_t read_credit_or_run(std::size_t run, std::size_t stop) {
    const std::size_t credit = runs_.credit_end(run, stop);
    if (credit == run) return read_run(run, stop);
    found_.credits.push_back({run, credit});
    return credit;
  }

  /// Reads a run; gives where to go on.
  std::size_t read_run(std::size_t run, std::size_t stop) {
    for (std::size_t i = run; i < stop; ++i) {
      if (i > run && at(i - 1).is(any_given_name)) continue;
      KnownBody body = known_body_at(tokens_, i, end_);
      if (body.last == 0 || (body.last < stop && names_a_body(body.last, stop))) continue;
      if (body.last == i + 1 && at(i).is(any_given_name | Surname) && body.last < stop) continue;
      if (body.last > i + 1 && at(i).is(any_given_name) && is_founder(tokens_, i, body.last)) continue;
      if (i > run) split_run(run, i);
      found_.bodies.push_back({i, body.last, false, std::move(body.name)});
      return body.last;
    }
    split_run(run, stop);
    return stop;
  }

  /// True if "Inc", "Department" or the like follows.
  bool names_a_body(std::size_t begin, std::size_t stop) const {
    for (std::size_t i = begin; i < stop; ++i) {
      if (at(i).is(CompanyWord | BodyWord) && !is_surname_here(begin, i)) return true;
      if (at(i).is(TitleWord | RoleWord)) return false;
    }
    return false;
  }

  /// True if a word such as "Park" or "King" ends a person's name rather than a place's.
  bool is_surname_here(std::size_t run, std::size_t i) const {
    if (!at(i).is(Surname) || at(i).is(CompanyWord) || i == run) return false;
    const NameToken& before = at(i - 1);
    return before.is(GivenName) ||
           (before.shape == Shape::Initial && i >= run + 2 && at(i - 2).is(any_given_name));
  }

  /// Cuts off what ends in "Corp", "University", "Street"; the rest of the run is read on its own.
  void split_run(std::size_t run, std::size_t stop) {
    for (std::size_t i = stop; i-- > run + 1;) {
      if (!at(i).is(not_a_person) || is_surname_here(run, i)) continue;
      if (at(i).is(GivenName) && !at(i).is(CompanyWord | BodyWord) && i + 1 < stop) continue;
      if (at(i).is(TitleWord | RoleWord | OfficeWord) && i + 1 < stop) continue;
      add_body(run, i);
      if (i + 1 < stop) read_name(i + 1, stop);
      return;
    }
    if (stop == run + 1 && at(run).is(BodyWord) && end_of_body(run) > stop) return add_body(run, run);
    read_name(run, stop);
  }

  void add_body(std::size_t run, std::size_t last_word) {
    while (run < last_word && at(run).starts_sentence && at(run).is(FunctionWord | CommonWord) &&
           lower_.contains(at(run).hash)) {
      ++run;
    }
    const bool company = at(last_word).is(CompanyWord);
    const std::size_t last = company ? last_word + 1 : end_of_body(last_word);
    if (last == run + 1 || !at(last_word).is(CompanyWord | BodyWord) || run < covered_) return;
    found_.bodies.push_back({run, last, company, ""});
    covered_ = last;
  }

  /// "Ministry of Defence", "University of North Carolina": what follows "of" belongs to the name.
  std::size_t end_of_body(std::size_t last_word) const {
    const std::size_t of = last_word + 1;
    if (of + 1 >= end_ || at(last_word).possessive || at(of).shape != Shape::Lower || !runs_.in_run(of + 1))
      return of;
    if (at(of).folded != "of" && at(of).folded != "for" && at(of).folded != "de") return of;
    return runs_.run_end(of + 1);
  }

  /// The first token after the last title of the run; titles alone stay.
  std::size_t after_titles(std::size_t run, std::size_t stop, NameMention& mention) const {
    std::size_t first = run;
    for (std::size_t i = run; i + 1 < stop; ++i) {
      const bool title = at(i).is(TitleWord) && !at(i + 1).is(SuffixWord);
      const bool called = at(i).is(Honorific) || (french_ && at(i).dot && at(i).folded == "m");
      const bool role = at(i).is(RoleWord) && !at(i).is(any_given_name) && !at(i).is(NationWord);
      if (!title && !called && !role) continue;
      if (title && at(i).is(Surname) && i > run && at(i - 1).is(GivenName)) continue;
      first = i + 1;
      mention.titled = mention.titled || title || role;
      mention.called = mention.called || called;
    }
    return first;
  }

  /// "Secretary of [State] Marco Rubio": words of an office after "of" belong to the title before it.
  bool continues_title(std::size_t run) const {
    return run >= 2 && at(run).is(OfficeWord) && at(run - 2).is(TitleWord | OfficeWord) &&
           at(run - 1).shape == Shape::Lower && at(run - 1).is(FunctionWord);
  }

  static NameMention mention_of(std::size_t first, std::size_t last) {
    NameMention mention;
    mention.first = first;
    mention.last = last;
    return mention;
  }

  bool strips_from_front(std::size_t i, std::size_t stop) const {
    const NameToken& word = at(i);
    const bool more = i + 1 < stop;
    if (word.shape == Shape::Lower || (word.dot && word.is(NationWord))) return true;
    if (is_cyrillic(word.folded) && more && !word.is(GivenName) && has_given_name(i + 1, stop)) return true;
    if (stop - i <= 3 && is_surname_first(tokens_, mention_of(i, stop))) return false;
    if (word.shape == Shape::Initial && !word.is(NationWord)) return !more;
    if (word.is(NationWord)) return more && !(word.is(any_given_name) && i + 2 == stop);
    // "France Jacques Chirac", as headings have it.
    if (word.is(PlaceName) && i + 2 < stop && at(i + 1).is(GivenName) && is_country_name(word.folded))
      return true;
    if (word.is(GivenName)) return false;
    if (word.is(RareGivenName)) {
      return word.starts_sentence && word.is(CommonWord) && lower_.contains(word.hash) &&
             (!more || at(i + 1).is(GivenName));
    }
    if (word.starts_sentence && (word.is(CommonWord | FunctionWord) || lower_.contains(word.hash)))
      return true;
    if (!more) return false;
    if (word.starts_sentence && word.kinds == 0 && stop - i > 3 && has_given_name(i + 1, stop)) return true;
    if (word.starts_sentence && word.is(ParticleWord) && !at(i + 1).is(Surname) &&
        (at(i + 1).is(PlaceName) || (i + 2 < stop && is_place_form(at(i + 1).text))))
      return true;
    if (word.is(OfficeWord | RoleWord) || (word.is(CommonWord) && !word.is(Surname))) return true;
    if (!at(i + 1).is(GivenName)) return false;
    return word.is(PlaceName) || word.shape == Shape::Upper || i + 2 < stop;
  }

  bool has_given_name(std::size_t begin, std::size_t stop) const {
    for (std::size_t i = begin; i + 1 < stop; ++i) {
      if (at(i).is(GivenName)) return true;
    }
    return false;
  }

  bool strips_from_back(std::size_t first, std::size_t i) const {
    const NameToken& word = at(i);
    if (word.is(ParticleWord) && word.shape == Shape::Lower) return true;
    if (word.shape == Shape::Initial && word.folded != "x") return true;
    if (i > first + 1 && at(i - 1).is(ParticleWord) && !word.is(PlaceName)) return false;  // "Le Pen"
    if (i > first + 1 && word.possessive && is_foreign_place(word)) return true;
    if (i < first + 2 || word.is(Surname | any_given_name | SuffixWord)) return false;
    if (german_ && word.kinds == 0 && is_genitive(at(i - 1))) return true;
    return word.is(CommonWord | NationWord | PlaceName) || word.shape == Shape::Upper;
  }

  /// "Almanya'ya" after a name, in Turkish.
  static bool is_foreign_place(const NameToken& word) { return is_country_name(word.text); }

  /// "Klinsmanns" in "Jürgen Klinsmanns Rücktritt".
  static bool is_genitive(const NameToken& word) {
    if (word.folded.size() < 5 || !word.folded.ends_with('s') || word.is(any_given_name)) return false;
    const std::string_view stem = std::string_view(word.folded).substr(0, word.folded.size() - 1);
    return word.kinds == 0 || (NameLexicon::instance().kinds(stem) & Surname) != 0;
  }

  /// "Hong Kong", "Los Angeles", "Hong Kong-based".
  bool is_place(std::size_t first, std::size_t stop) const {
    if (stop - first > 3) return false;
    std::string phrase = at(first).folded;
    for (std::size_t i = first + 1; i < stop; ++i) {
      phrase += ' ';
      phrase += at(i).folded;
    }
    if (const auto hyphen = phrase.rfind('-'); hyphen != std::string::npos && hyphen > phrase.rfind(' ')) {
      if ((NameLexicon::instance().kinds(phrase.substr(0, hyphen)) & PlaceName) != 0) return true;
    }
    return (NameLexicon::instance().kinds(phrase) & PlaceName) != 0;
  }

  /// How many words at the front are the name of a place of several words: "San Diego Padres" has two.
  std::size_t leading_place(std::size_t first, std::size_t stop) const {
    for (const std::size_t words : {3U, 2U}) {
      if (first + words < stop && is_place(first, first + words)) return words;
    }
    return 0;
  }

  void read_name(std::size_t run, std::size_t stop) {
    NameMention mention;
    std::size_t first = run;
    if (continues_title(run)) {
      mention.titled = true;
      while (first + 1 < stop && at(first).is(OfficeWord)) ++first;
    }
    first = after_titles(first, stop, mention);
    first += leading_place(first, stop);
    while (first < stop && strips_from_front(first, stop)) ++first;
    while (first < stop && strips_from_back(first, stop - 1)) --stop;
    if (first == stop || stop - first > longest_name) return;
    if (stop - first > 1 && is_place(first, stop)) return;
    if (stop - first == 4 && at(first).folded == at(first + 2).folded &&
        at(first + 1).folded == at(first + 3).folded) {
      stop -= 2;  // a caption before the text
    }
    if (is_cyrillic(at(first).folded) && stop - first > 1 && !at(first).is(any_given_name)) return;
    mention.first = first;
    mention.last = stop;
    if (first == run && run > 0 && at(run - 1).shape == Shape::Lower) {
      mention.titled = at(run - 1).is(TitleWord);
    }
    if (mention.size() > 1) mention.score = name_score(tokens_, mention);
    if (hungarian_ && is_surname_and_given(mention)) mention.score = std::max(mention.score, sure_order);
    found_.names.push_back(mention);
  }

  /// "Szoboszlai Dominik", in Hungarian.
  bool is_surname_and_given(const NameMention& mention) const {
    return mention.size() == 2 && at(mention.first + 1).is(GivenName) &&
           !at(mention.first).is(GivenName | PlaceName);
  }

  const std::vector<NameToken>& tokens_;
  const NameRuns runs_;
  const std::size_t end_;
  const WordSet& lower_;
  MentionList& found_;
  std::size_t covered_ = 0;  // one past the last token that is part of a body
  bool french_ = false;
  bool german_ = false;
  bool hungarian_ = false;
};

}  // namespace

WordSet lower_case_words(const std::vector<NameToken>& tokens) {
  WordSet words(tokens.size() / 4);
  for (const NameToken& token : tokens) {
    if (token.shape == Shape::Lower) words.insert(token.hash);
  }
  return words;
}

void find_mentions(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end,
                   const WordSet& lower, LanguageSet languages, MentionList& found) {
  MentionFinder(tokens, end, lower, languages, found).find(begin);
}

}  // namespace broadsheet
