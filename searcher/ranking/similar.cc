// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/similar.h"

#include <vector>

namespace broadsheet {
namespace {

/// Stems of the text, not of the title alone, nor prefixed values.
class OnlyStems final : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return term.size() > 3 && term[0] == prefix::kStem[0] && !(term[1] >= 'A' && term[1] <= 'Z');
  }
};

Xapian::docid merged_docid(const Archive& archive, Location location) {
  return static_cast<Xapian::docid>((location.docid - 1) * archive.segments().size() + location.segment + 1);
}

}  // namespace

PlannedQuery query_like(const Archive& archive, Location location) {
  constexpr Xapian::termcount kTerms = 30;
  Xapian::RSet relevant;
  relevant.add_document(merged_docid(archive, location));
  Xapian::Enquire enquire(archive.all());
  OnlyStems only_stems;
  const Xapian::ESet expansion = enquire.get_eset(kTerms, relevant, &only_stems);
  std::vector<PlannedQuery> terms;
  for (auto term = expansion.begin(); term != expansion.end(); ++term)
    terms.push_back(PlannedQuery::of_term(*term));
  std::string self = make_term(prefix::kIdentity, archive.identity(location));
  return PlannedQuery::of(
      PlannedQuery::Kind::Not,
      {PlannedQuery::of(PlannedQuery::Kind::Or, std::move(terms)), PlannedQuery::of_term(std::move(self))});
}

}  // namespace broadsheet
