// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/planner.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/error.h"
#include "common/fold.h"
#include "common/stems.h"
#include "common/words.h"
#include "searcher/archive/leaf_words.h"
#include "searcher/archive/vocabulary.h"
#include "searcher/match/names.h"
#include "searcher/match/near_matches.h"
#include "searcher/match/walk.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxExpansion = 5000;  // words that one prefix may stand for
constexpr std::size_t kMaxSpellings = 1000;  // words that may be spelt like one

Facet facet_of(Field field) {
  switch (field) {
    case Field::Person:
      return Facet::Person;
    case Field::Country:
      return Facet::Country;
    case Field::About:
      return Facet::About;
    case Field::Org:
      return Facet::Org;
    case Field::Section:
      return Facet::Section;
    case Field::Topic:
      return Facet::Topic;
    case Field::Language:
      return Facet::Language;
    default:
      return Facet::Source;
  }
}

class Planner {
 public:
  Planner(const Archive& archive, const std::string& locale) : archive_(archive), locale_(locale) {}

  Plan make(const Query& query) {
    Plan plan;
    plan.query = visit(query);
    plan.notices = std::move(notices_);
    plan.effort = effort_.spent();
    plan.values = std::move(values_);
    return plan;
  }

  /// where: what an article must match for the query to score in it at all.
  void append_parts(const Query& query, const PlannedQuery& where, std::vector<ScoredPart>& parts) {
    switch (query.kind) {
      case Query::Kind::All:
      case Query::Kind::Value:
      case Query::Kind::Date:
        return;
      case Query::Kind::Or:
        for (const Query& child : query.children) {
          append_parts(child, filtered(where, visit(child)), parts);
        }
        return;
      case Query::Kind::Maybe:
        append_parts(query.children.front(), where, parts);
        for (std::size_t i = 1; i < query.children.size(); ++i) {
          append_parts(query.children[i], filtered(where, visit(query.children[i])), parts);
        }
        return;
      case Query::Kind::Not:
        return append_parts(query.children.front(), where, parts);
      case Query::Kind::And:
      case Query::Kind::Near:
      case Query::Kind::Adj:
        for (const Query& child : query.children) append_parts(child, where, parts);
        return;
      default:
        parts.push_back({to_string(query), filtered(visit(query), where)});
    }
  }

 private:
  using Kind = PlannedQuery::Kind;

  static PlannedQuery of_kind(Kind kind) {
    PlannedQuery query;
    query.kind = kind;
    return query;
  }

  static PlannedQuery filtered(PlannedQuery query, PlannedQuery where) {
    return PlannedQuery::of(Kind::Filter, {std::move(query), std::move(where)});
  }

  PlannedQuery visit(const Query& query) {
    switch (query.kind) {
      case Query::Kind::All:
        return of_kind(Kind::All);
      case Query::Kind::Word:
        return word(query);
      case Query::Kind::Exact:
        return exact(query);
      case Query::Kind::Prefix:
        return expanded(query, Kind::Max);
      case Query::Kind::Fuzzy:
        return fuzzy(query);
      case Query::Kind::Phrase:
        return phrase(query);
      case Query::Kind::Near:
      case Query::Kind::Adj:
        return near(query);
      case Query::Kind::Value:
        return value(query);
      case Query::Kind::Date:
        return dates(query.dates);
      case Query::Kind::And:
        return joined(Kind::And, query);
      case Query::Kind::Or:
        return joined(Kind::Or, query);
      case Query::Kind::Not:
        return joined(Kind::Not, query);
      case Query::Kind::Maybe:
        return joined(Kind::Maybe, query);
    }
    return {};
  }

  PlannedQuery joined(Kind kind, const Query& query) {
    std::vector<PlannedQuery> parts;
    for (const Query& child : query.children) parts.push_back(visit(child));
    return PlannedQuery::of(kind, std::move(parts));
  }

  /// The word's stems, each in the languages that stem it so; plain if all of the archive's languages agree.
  PlannedQuery word(const Query& query) {
    if (query.field == Field::Byline) return exact(query);
    const std::string folded = fold(query.text);
    std::map<PlannedStem, std::vector<std::string>> languages_of;
    for (const auto& [language, articles] : archive_.languages())
      languages_of[stem_in(folded, language)].push_back(language);
    const std::string prefix = std::string(prefix::kStem) + std::string(term_prefix(query.field));
    std::vector<PlannedQuery> stems;
    for (auto& [planned, languages] : languages_of) {
      std::string term = make_term(prefix, planned.stem);
      PlannedQuery leaf =
          planned.is_word ? PlannedQuery::of_stem(std::move(term)) : PlannedQuery::of_term(std::move(term));
      if (languages_of.size() > 1) {
        PlannedQuery in = of_kind(Kind::Languages);
        in.languages = std::move(languages);
        leaf = filtered(std::move(leaf), std::move(in));
      }
      stems.push_back(std::move(leaf));
    }
    // An article has one language, so at most one of these matches it.
    return PlannedQuery::of(Kind::Or, std::move(stems));
  }

  struct PlannedStem {
    std::string stem;
    bool is_word = false;  // a word that is spelt so has this stem
    auto operator<=>(const PlannedStem&) const = default;
  };

  static PlannedStem stem_in(const std::string& folded, const std::string& language) {
    PlannedStem planned{stem(folded, language)};
    planned.is_word = planned.stem == folded || stem(planned.stem, language) == planned.stem;
    return planned;
  }

  static PlannedQuery exact(const Query& query) {
    return PlannedQuery::of_term(make_term(term_prefix(query.field), fold(query.text)));
  }

  PlannedQuery expanded(const Query& query, Kind kind) {
    const std::vector<std::string> terms = leaf_terms(archive_, query, kMaxExpansion, effort_);
    if (terms.size() > kMaxExpansion) {
      throw InputError(query.text + "* stands for more than " + std::to_string(kMaxExpansion) +
                       " words of this archive; type more letters before the star");
    }
    effort_.find_words(terms.size());
    std::vector<PlannedQuery> parts;
    for (const std::string& term : terms) parts.push_back(PlannedQuery::of_term(term));
    return PlannedQuery::of(kind, std::move(parts));
  }

  /// The farther a spelling, the less it counts: rare slips of the pen would come first otherwise.
  PlannedQuery fuzzy(const Query& query) {
    constexpr double kPerEdit = 0.5;
    const std::string field(term_prefix(query.field));
    const std::string folded = fold(query.text);
    const auto words = words_spelt_like(archive_, field, folded, query.distance, kMaxSpellings, effort_);
    if (words.size() > kMaxSpellings) {
      throw InputError(query.text + "~ is like more than " + std::to_string(kMaxSpellings) +
                       " words of this archive; type the word alone" +
                       (query.distance > 1 ? ", or " + query.text + "~" : ""));
    }
    effort_.find_words(words.size());
    std::vector<PlannedQuery> terms;
    for (const NearWord& near : words) {
      terms.push_back(
          PlannedQuery::scaled(PlannedQuery::of_term(field + near.word), std::pow(kPerEdit, near.edits)));
    }
    return PlannedQuery::of(Kind::Max, std::move(terms));
  }

  /// What each operand would match and score by itself, where they are near each other.
  PlannedQuery near(const Query& query) {
    PlannedQuery anywhere = joined(Kind::And, query);
    PlannedQuery here = of_kind(Kind::Articles);
    here.articles = std::make_shared<const MatchSet>(
        find_near(archive_, query, find_matches(archive_, anywhere), effort_));
    return filtered(std::move(anywhere), std::move(here));
  }

  PlannedQuery phrase(const Query& query) {
    std::vector<PlannedQuery> words;
    for (const Query& child : query.children) {
      words.push_back(child.kind == Query::Kind::Prefix ? expanded(child, Kind::Or) : exact(child));
      if (words.back().kind == Kind::Nothing) return {};
    }
    spend_on_phrase(words);
    return PlannedQuery::of(Kind::Phrase, std::move(words));
  }

  /// No article is read that lacks one of the words; of a beginning, all the words that are in it.
  void spend_on_phrase(const std::vector<PlannedQuery>& words) {
    std::vector<std::uint64_t> occurring;
    for (const PlannedQuery& word : words) {
      std::uint64_t articles = word.children.empty() ? archive_.all().get_termfreq(word.term) : 0;
      for (const PlannedQuery& term : word.children) articles += archive_.all().get_termfreq(term.term);
      occurring.push_back(articles);
    }
    const std::uint64_t least = *std::min_element(occurring.begin(), occurring.end());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t terms = std::max<std::size_t>(words[i].children.size(), 1);
      const std::uint64_t read = std::min(occurring[i], least * terms);
      effort_.spend(read * Effort::kPhraseWord * (terms > 1 ? 2 : 1));
    }
  }

  PlannedQuery value(const Query& query) {
    const Facet facet = facet_of(query.field);
    const ResolvedValue resolved = resolve_value(archive_, facet, query.text, locale_);
    if (resolved.none) {
      throw InputError("none is not available in a query; use the option --" + std::string(info(facet).name) +
                       " none");
    }
    if (!resolved.notice.empty()) notices_.push_back(resolved.notice);
    values_.insert_or_assign({query.field, query.text}, resolved);
    std::vector<PlannedQuery> terms;
    for (ValueId id : resolved.ids) {
      if (const std::string& name = archive_.label(facet, id); !name.empty())
        terms.push_back(PlannedQuery::of_term(make_value_term(facet, name)));
    }
    return PlannedQuery::scaled(PlannedQuery::of(Kind::Or, std::move(terms)), 0);
  }

  /// The whole interval of an article's date lies inside the range.
  static PlannedQuery dates(const DayRange& range) {
    PlannedQuery query = of_kind(Kind::Days);
    query.days = range;
    return PlannedQuery::scaled(std::move(query), 0);
  }

  const Archive& archive_;
  const std::string& locale_;
  std::vector<std::string> notices_;
  Effort effort_;
  QueryValues values_;
};

}  // namespace

std::vector<ScoredPart> scored_parts(const Archive& archive, const Query& query, const std::string& locale) {
  std::vector<ScoredPart> parts;
  PlannedQuery everywhere;
  everywhere.kind = PlannedQuery::Kind::All;
  Planner(archive, locale).append_parts(query, everywhere, parts);
  return parts;
}

Plan plan(const Archive& archive, const Query& query, const std::string& locale) {
  return Planner(archive, locale).make(query);
}

}  // namespace broadsheet
