// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/planned_query.h"

#include <algorithm>
#include <limits>

#include "searcher/match/article_source.h"

namespace broadsheet {
namespace {

class Translator {
  using Kind = PlannedQuery::Kind;
  using Op = Xapian::Query;

 public:
  using OfLeaf = std::function<Xapian::Query(const PlannedQuery&)>;

  Translator(const Archive& archive, const OfLeaf& of_leaf) : archive_(archive), of_leaf_(of_leaf) {}

  Xapian::Query translate(const PlannedQuery& query) const {
    Xapian::Query same = unscaled(query);
    return query.scale == 1 ? same : Xapian::Query(Op::OP_SCALE_WEIGHT, same, query.scale);
  }

 private:
  Xapian::Query unscaled(const PlannedQuery& query) const {
    switch (query.kind) {
      case Kind::Nothing:
        return Xapian::Query::MatchNothing;
      case Kind::All:
        return Xapian::Query::MatchAll;
      case Kind::Term:
      case Kind::Stem:
        return of_leaf_ ? of_leaf_(query) : leaf(query);
      case Kind::And:
        return joined(Op::OP_AND, query, 0);
      case Kind::Or:
        return joined(Op::OP_OR, query, 0);
      case Kind::Max:
        return joined(Op::OP_MAX, query, 0);
      case Kind::Not:
        return first_and_rest(Op::OP_AND_NOT, query);
      case Kind::Maybe:
        return first_and_rest(Op::OP_AND_MAYBE, query);
      case Kind::Filter:
        return joined(Op::OP_FILTER, query, 0);
      case Kind::Phrase:
        return phrase(query);
      case Kind::Languages:
        return in_languages(query.languages);
      case Kind::Days:
        return in_days(query.days);
      case Kind::Articles:
        return query_for(archive_, *query.articles);
    }
    return Xapian::Query::MatchNothing;
  }

  static Xapian::Query leaf(const PlannedQuery& query) {
    if (query.kind == Kind::Term) return Xapian::Query(query.term);
    const std::string terms[] = {query.term, std::string(word_of_stem(query.term))};
    return Xapian::Query(Op::OP_SYNONYM, std::begin(terms), std::end(terms));
  }

  /// Xapian takes none but terms as parts of a phrase.
  Xapian::Query phrase(const PlannedQuery& query) const {
    if (of_leaf_)
      return Xapian::Query(Op::OP_FILTER, joined(Op::OP_AND, query, 0), to_xapian(archive_, query));
    return joined(Op::OP_PHRASE, query, 0, static_cast<Xapian::termcount>(query.children.size()));
  }

  Xapian::Query joined(Xapian::Query::op op, const PlannedQuery& query, std::size_t from,
                       Xapian::termcount window = 0) const {
    std::vector<Xapian::Query> parts;
    for (std::size_t i = from; i < query.children.size(); ++i) parts.push_back(translate(query.children[i]));
    return Xapian::Query(op, parts.begin(), parts.end(), window);
  }

  Xapian::Query first_and_rest(Xapian::Query::op op, const PlannedQuery& query) const {
    return Xapian::Query(op, translate(query.children.front()), joined(Op::OP_OR, query, 1));
  }

  Xapian::Query in_languages(const std::vector<std::string>& languages) const {
    std::vector<Xapian::Query> terms;
    for (const std::string& language : languages) {
      if (!language.empty()) terms.emplace_back(make_term(prefix::kLanguage, language));
    }
    const Xapian::Query in(Op::OP_OR, terms.begin(), terms.end());
    if (!std::binary_search(languages.begin(), languages.end(), "")) return in;
    std::vector<Xapian::Query> all;
    for (const auto& [language, articles] : archive_.languages()) {
      if (!language.empty()) all.emplace_back(make_term(prefix::kLanguage, language));
    }
    const Xapian::Query without(Op::OP_AND_NOT, Xapian::Query::MatchAll,
                                Xapian::Query(Op::OP_OR, all.begin(), all.end()));
    return Xapian::Query(Op::OP_OR, in, without);
  }

  static Xapian::Query in_days(const DayRange& range) {
    const auto low = encode_day(range.first.value_or(std::numeric_limits<std::int32_t>::min()));
    const auto high = encode_day(range.last.value_or(std::numeric_limits<std::int32_t>::max()));
    const Xapian::Query begins(Op::OP_VALUE_RANGE, slot::kFirstDay, low, std::string(4, '\xFF'));
    const Xapian::Query ends(Op::OP_VALUE_RANGE, slot::kLastDay, std::string(4, '\0'), high);
    return Xapian::Query(Op::OP_AND, begins, ends);
  }

  const Archive& archive_;
  const OfLeaf& of_leaf_;
};

}  // namespace

PlannedQuery PlannedQuery::of(Kind kind, std::vector<PlannedQuery> children) {
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  PlannedQuery query;
  query.kind = kind;
  query.children = std::move(children);
  return query;
}

PlannedQuery PlannedQuery::scaled(PlannedQuery query, double scale) {
  query.scale *= scale;
  return query;
}

Xapian::Query to_xapian(const Archive& archive, const PlannedQuery& query,
                        const std::function<Xapian::Query(const PlannedQuery&)>& of_leaf) {
  return Translator(archive, of_leaf).translate(query);
}

}  // namespace broadsheet
