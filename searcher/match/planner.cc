// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/planner.h"

#include <cmath>
#include <limits>
#include <map>

#include "common/error.h"
#include "common/fold.h"
#include "common/stems.h"
#include "common/words.h"
#include "searcher/match/article_source.h"
#include "searcher/match/leaf_words.h"
#include "searcher/match/names.h"
#include "searcher/match/near_matches.h"
#include "searcher/match/vocabulary.h"

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

Xapian::Query unscored(const Xapian::Query& query) {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

class Planner {
 public:
  Planner(const Archive& archive, const std::string& locale) : archive_(archive), locale_(locale) {}

  Plan make(const Query& query) {
    Plan plan;
    plan.query = visit(query);
    plan.notices = std::move(notices_);
    plan.effort = effort_.spent();
    return plan;
  }

  /// where: what an article must match for the query to score in it at all.
  void append_parts(const Query& query, const Xapian::Query& where, std::vector<ScoredPart>& parts) {
    switch (query.kind) {
      case Query::Kind::All:
      case Query::Kind::Value:
      case Query::Kind::Date:
        return;
      case Query::Kind::Or:
        for (const Query& child : query.children) {
          append_parts(child, Xapian::Query(Op::OP_FILTER, where, visit(child)), parts);
        }
        return;
      case Query::Kind::Maybe:
        append_parts(query.children.front(), where, parts);
        for (std::size_t i = 1; i < query.children.size(); ++i) {
          append_parts(query.children[i], Xapian::Query(Op::OP_FILTER, where, visit(query.children[i])),
                       parts);
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
        parts.push_back({to_string(query), Xapian::Query(Op::OP_FILTER, visit(query), where)});
    }
  }

 private:
  using Op = Xapian::Query::op;

  Xapian::Query visit(const Query& query) {
    switch (query.kind) {
      case Query::Kind::All:
        return Xapian::Query::MatchAll;
      case Query::Kind::Word:
        return word(query);
      case Query::Kind::Exact:
        return exact(query);
      case Query::Kind::Prefix:
        return expanded(query, Op::OP_MAX);
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
        return joined(Op::OP_AND, query.children, 0);
      case Query::Kind::Or:
        return joined(Op::OP_OR, query.children, 0);
      case Query::Kind::Not:
        return first_and_rest(Op::OP_AND_NOT, query);
      case Query::Kind::Maybe:
        return first_and_rest(Op::OP_AND_MAYBE, query);
    }
    return Xapian::Query::MatchNothing;
  }

  Xapian::Query joined(Op op, const std::vector<Query>& children, std::size_t from) {
    std::vector<Xapian::Query> parts;
    for (std::size_t i = from; i < children.size(); ++i) parts.push_back(visit(children[i]));
    return Xapian::Query(op, parts.begin(), parts.end());
  }

  Xapian::Query first_and_rest(Op op, const Query& query) {
    return Xapian::Query(op, visit(query.children.front()), joined(Op::OP_OR, query.children, 1));
  }

  /// The word's stems, each in the languages that stem it so; plain if all of the archive's languages agree.
  Xapian::Query word(const Query& query) {
    if (query.field == Field::Byline) return exact(query);
    const std::string folded = fold(query.text);
    std::map<std::string, std::vector<std::string>> languages_of;
    for (const auto& [language, articles] : archive_.languages()) {
      languages_of[stem(folded, language)].push_back(language);
    }
    std::vector<Xapian::Query> stems;
    for (const auto& [stemmed, languages] : languages_of) {
      const Xapian::Query term(
          make_term(std::string(prefix::kStem) + std::string(term_prefix(query.field)), stemmed));
      stems.push_back(languages_of.size() == 1 ? term
                                               : Xapian::Query(Op::OP_FILTER, term, in_languages(languages)));
    }
    if (stems.empty()) return Xapian::Query::MatchNothing;
    // Not OP_SYNONYM: its statistics depend on how an archive is cut into segments. An article has one
    // language, so at most one of these matches it.
    return Xapian::Query(Op::OP_OR, stems.begin(), stems.end());
  }

  Xapian::Query in_languages(const std::vector<std::string>& languages) {
    std::vector<Xapian::Query> terms;
    bool unknown_language = false;
    for (const std::string& language : languages) {
      if (language.empty())
        unknown_language = true;
      else
        terms.emplace_back(make_term(prefix::kLanguage, language));
    }
    const Xapian::Query in(Op::OP_OR, terms.begin(), terms.end());
    if (!unknown_language) return in;
    std::vector<Xapian::Query> all;
    for (const auto& [language, articles] : archive_.languages()) {
      if (!language.empty()) all.emplace_back(make_term(prefix::kLanguage, language));
    }
    const Xapian::Query without(Op::OP_AND_NOT, Xapian::Query::MatchAll,
                                Xapian::Query(Op::OP_OR, all.begin(), all.end()));
    return Xapian::Query(Op::OP_OR, in, without);
  }

  static Xapian::Query exact(const Query& query) {
    return Xapian::Query(make_term(term_prefix(query.field), fold(query.text)));
  }

  Xapian::Query expanded(const Query& query, Op op) {
    const std::vector<std::string> terms = leaf_terms(archive_, query, kMaxExpansion, effort_);
    if (terms.size() > kMaxExpansion) {
      throw InputError(query.text + "* stands for more than " + std::to_string(kMaxExpansion) +
                       " words of this archive; type more letters before the star");
    }
    effort_.find_words(terms.size());
    return Xapian::Query(op, terms.begin(), terms.end());
  }

  /// The farther a spelling, the less it counts: rare slips of the pen would come first otherwise.
  Xapian::Query fuzzy(const Query& query) {
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
    std::vector<Xapian::Query> terms;
    for (const NearWord& near : words) {
      terms.emplace_back(Op::OP_SCALE_WEIGHT, Xapian::Query(field + near.word),
                         std::pow(kPerEdit, near.edits));
    }
    return Xapian::Query(Op::OP_MAX, terms.begin(), terms.end());
  }

  /// What each operand would match and score by itself, where they are near each other.
  Xapian::Query near(const Query& query) {
    const Xapian::Query anywhere = joined(Op::OP_AND, query.children, 0);
    MatchSet matches = find_near(archive_, query, find_matches(archive_, anywhere), effort_);
    return Xapian::Query(Op::OP_FILTER, anywhere, query_for(archive_, std::move(matches)));
  }

  Xapian::Query phrase(const Query& query) {
    std::vector<Xapian::Query> words;
    for (const Query& child : query.children) {
      words.push_back(child.kind == Query::Kind::Prefix ? expanded(child, Op::OP_OR) : exact(child));
      if (words.back().empty()) return Xapian::Query::MatchNothing;
    }
    return Xapian::Query(Op::OP_PHRASE, words.begin(), words.end(),
                         static_cast<Xapian::termcount>(words.size()));
  }

  Xapian::Query value(const Query& query) {
    const Facet facet = facet_of(query.field);
    const ResolvedValue resolved = resolve_value(archive_, facet, query.text, locale_);
    if (resolved.none) {
      throw InputError("none is not available in a query; use the option --" + std::string(info(facet).name) +
                       " none");
    }
    if (!resolved.notice.empty()) notices_.push_back(resolved.notice);
    std::vector<Xapian::Query> terms;
    for (ValueId id : resolved.ids) {
      if (const std::string& name = archive_.label(facet, id); !name.empty())
        terms.emplace_back(make_value_term(facet, name));
    }
    if (terms.empty()) return Xapian::Query::MatchNothing;
    return unscored(Xapian::Query(Op::OP_OR, terms.begin(), terms.end()));
  }

  /// The whole interval of an article's date lies inside the range.
  static Xapian::Query dates(const DayRange& range) {
    const auto low = encode_day(range.first.value_or(std::numeric_limits<std::int32_t>::min()));
    const auto high = encode_day(range.last.value_or(std::numeric_limits<std::int32_t>::max()));
    const Xapian::Query begins(Op::OP_VALUE_RANGE, slot::kFirstDay, low, std::string(4, '\xFF'));
    const Xapian::Query ends(Op::OP_VALUE_RANGE, slot::kLastDay, std::string(4, '\0'), high);
    return unscored(Xapian::Query(Op::OP_AND, begins, ends));
  }

  const Archive& archive_;
  const std::string& locale_;
  std::vector<std::string> notices_;
  Effort effort_;
};

}  // namespace

std::vector<ScoredPart> scored_parts(const Archive& archive, const Query& query, const std::string& locale) {
  std::vector<ScoredPart> parts;
  Planner(archive, locale).append_parts(query, Xapian::Query::MatchAll, parts);
  return parts;
}

Plan plan(const Archive& archive, const Query& query, const std::string& locale) {
  return Planner(archive, locale).make(query);
}

}  // namespace broadsheet
