// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/story_copies.h"

#include <algorithm>

#include "common/in_parallel.h"
#include "common/stories.h"
#include "indexer/copies/grouping.h"

namespace broadsheet {
namespace {

struct LiveArticle {
  CopyCandidate candidate;
  Stories::Place place;
};

/// What decides who leads, beside the identity.
struct Turn {
  bool corrected = false;
  bool dated = false;
  std::int64_t seconds = 0;  // of the published moment
  const LiveArticle* article = nullptr;
};

class Leading {
 public:
  explicit Leading(const std::vector<SegmentView>& segments) : segments_(segments) {}

  Turn turn(const LiveArticle& article) const {
    const auto [segment, docid] = article.place;
    const Moment published = segments_[segment].columns.published(docid);
    return {article.candidate.signature.corrected, published.known(), published.seconds, &article};
  }

  bool operator()(const Turn& a, const Turn& b) const {
    if (a.corrected != b.corrected) return a.corrected;
    if (a.dated != b.dated) return a.dated;
    if (a.seconds != b.seconds) return a.seconds < b.seconds;
    return identity(*a.article) < identity(*b.article);
  }

 private:
  std::string_view identity(const LiveArticle& article) const {
    return segments_[article.place.segment].columns.identity(article.place.docid);
  }

  const std::vector<SegmentView>& segments_;
};

/// The live articles of a segment that have a signature.
std::vector<LiveArticle> read_segment(const SegmentView& segment, std::uint32_t number) {
  std::vector<LiveArticle> articles;
  articles.reserve(segment.database.get_value_freq(slot::kSignature));
  const auto end = segment.database.valuestream_end(slot::kSignature);
  for (auto value = segment.database.valuestream_begin(slot::kSignature); value != end; ++value) {
    const Xapian::docid docid = value.get_docid();
    if (!segment.columns.is_live(docid)) continue;
    LiveArticle& article = articles.emplace_back();
    article.place = {number, docid};
    article.candidate.signature = decode_signature(*value);
    // A month is too wide to tell how far apart two articles are.
    const Moment published = segment.columns.published(docid);
    if (published.precision >= Precision::Day) article.candidate.published = published.seconds;
  }
  return articles;
}

/// In the order in which they lead.
std::vector<const LiveArticle*> in_order(const std::vector<SegmentView>& segments,
                                         const std::vector<std::vector<LiveArticle>>& by_segment) {
  const Leading leads(segments);
  std::vector<Turn> turns;
  for (const auto& articles : by_segment) {
    for (const LiveArticle& article : articles) turns.push_back(leads.turn(article));
  }
  std::sort(turns.begin(), turns.end(), leads);
  std::vector<const LiveArticle*> ordered;
  ordered.reserve(turns.size());
  for (const Turn& turn : turns) ordered.push_back(turn.article);
  return ordered;
}

/// Those of two articles or more; articles in the order in which they lead.
std::vector<Stories::Story> stories_of(const std::vector<const LiveArticle*>& articles) {
  std::vector<const CopyCandidate*> candidates;
  candidates.reserve(articles.size());
  for (const LiveArticle* article : articles) candidates.push_back(&article->candidate);
  const std::vector<std::uint32_t> leaders = group_copies(candidates);
  std::vector<Stories::Story> by_leader(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (leaders[i] == i) continue;
    Stories::Story& story = by_leader[leaders[i]];
    if (story.empty()) story.push_back(articles[leaders[i]]->place);
    story.push_back(articles[i]->place);
  }
  std::erase_if(by_leader, [](const Stories::Story& story) { return story.empty(); });
  return by_leader;
}

}  // namespace

std::string make_copies(const std::vector<SegmentView>& segments) {
  std::vector<std::vector<LiveArticle>> by_segment(segments.size());
  in_parallel(segments.size(), [&](std::size_t i) {
    by_segment[i] = read_segment(segments[i], static_cast<std::uint32_t>(i));
  });
  std::vector<Stories::Segment> listed;
  std::uint64_t without_signature = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Xapian::Database& database = segments[i].database;
    without_signature += database.get_value_freq(slot::kIdentity) - by_segment[i].size();
    listed.push_back({database.get_uuid(), database.get_lastdocid()});
  }
  return Stories::build(listed, stories_of(in_order(segments, by_segment)), without_signature);
}

}  // namespace broadsheet
