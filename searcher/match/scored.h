// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace broadsheet {

using Docids = std::vector<Xapian::docid>;

/// Articles of a segment, docids ascending, and what each scores; no scores where all of them are 0.
struct Scored {
  Docids docids;
  std::vector<double> scores;

  double score(std::size_t i) const { return scores.empty() ? 0 : scores[i]; }
  void add(Xapian::docid docid, double score) {
    docids.push_back(docid);
    scores.push_back(score);
  }
};

/// Articles of both; those of within are all among those of all. Scores are added, or only those of all
/// kept.
enum class Scores { Added, Kept };
Scored narrowed(Scored all, const Scored& within, Scores scores);

/// Articles of all that agree.
template <typename Agrees>
Scored narrowed_to(Scored all, Agrees agrees) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.docids.size(); ++i) {
    if (!agrees(all.docids[i])) continue;
    all.docids[kept] = all.docids[i];
    if (!all.scores.empty()) all.scores[kept] = all.scores[i];
    ++kept;
  }
  all.docids.resize(kept);
  if (!all.scores.empty()) all.scores.resize(kept);
  return all;
}

/// Articles of all that are not among the others.
Scored without(Scored all, const Docids& others);

/// What an article gets that two parts have.
enum class Joining { Sum, Highest };

/// Articles of any part, in one pass over as many docids as they have.
Scored joined(Scored a, Scored b, Joining joining);

/// Articles of any of many parts, in the order that the parts are added.
class DenseUnion {
 public:
  DenseUnion(Xapian::docid last_docid, Joining joining, bool with_scores)
      : joining_(joining), words_(last_docid / 64 + 1), scores_(with_scores ? last_docid + 1 : 0) {}

  void add(const Scored& part);
  Scored take() const;

 private:
  Joining joining_;
  std::vector<std::uint64_t> words_;  // bits by docid
  std::vector<double> scores_;
};

}  // namespace broadsheet
