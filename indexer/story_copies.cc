// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/story_copies.h"

#include <algorithm>

#include "common/schema.h"
#include "common/stories.h"
#include "indexer/copies/grouping.h"

namespace broadsheet {
namespace {

struct LiveArticle {
  Stories::Place place;
  std::string identity;
  CopyCandidate candidate;
  std::int64_t seconds = 0;  // of the published moment
  bool dated = false;
};

bool leads(const LiveArticle& a, const LiveArticle& b) {
  const bool corrected = a.candidate.signature.corrected;
  if (corrected != b.candidate.signature.corrected) return corrected;
  if (a.dated != b.dated) return a.dated;
  if (a.seconds != b.seconds) return a.seconds < b.seconds;
  return a.identity < b.identity;
}

/// Reads a slot's values alongside ascending docids.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& segment, Xapian::valueno slot)
      : value_(segment.valuestream_begin(slot)), end_(segment.valuestream_end(slot)) {}

  /// Empty if the document has none.
  std::string at(Xapian::docid docid) {
    if (value_ != end_ && value_.get_docid() < docid) value_.skip_to(docid);
    return value_ != end_ && value_.get_docid() == docid ? *value_ : "";
  }

 private:
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
};

void set_date(LiveArticle& article, const Moment& published) {
  article.dated = published.known();
  article.seconds = published.seconds;
  // A month is too wide to tell how far apart two articles are.
  if (published.precision >= Precision::Day) article.candidate.published = published.seconds;
}

/// Appends the live articles of a segment that have a signature; gives the number of those that have none.
std::uint64_t read_segment(const Xapian::Database& segment, std::uint32_t number,
                           std::vector<LiveArticle>& articles) {
  std::uint64_t without = 0;
  SlotReader signatures(segment, slot::kSignature);
  SlotReader moments(segment, slot::kPublished);
  const auto end = segment.valuestream_end(slot::kIdentity);
  for (auto identity = segment.valuestream_begin(slot::kIdentity); identity != end; ++identity) {
    const Xapian::docid docid = identity.get_docid();
    const std::string signature = signatures.at(docid);
    if (signature.empty()) {
      ++without;
      continue;
    }
    LiveArticle& article = articles.emplace_back();
    article.place = {number, docid};
    article.identity = *identity;
    article.candidate.signature = decode_signature(signature);
    set_date(article, decode_moment(moments.at(docid)));
  }
  return without;
}

/// Those of two articles or more; articles in the order in which they lead.
std::vector<Stories::Story> stories_of(const std::vector<LiveArticle>& articles) {
  std::vector<const CopyCandidate*> candidates;
  candidates.reserve(articles.size());
  for (const LiveArticle& article : articles) candidates.push_back(&article.candidate);
  const std::vector<std::uint32_t> leaders = group_copies(candidates);
  std::vector<Stories::Story> by_leader(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (leaders[i] == i) continue;
    Stories::Story& story = by_leader[leaders[i]];
    if (story.empty()) story.push_back(articles[leaders[i]].place);
    story.push_back(articles[i].place);
  }
  std::erase_if(by_leader, [](const Stories::Story& story) { return story.empty(); });
  return by_leader;
}

}  // namespace

std::string make_copies(const std::vector<Xapian::Database>& segments) {
  std::vector<LiveArticle> articles;
  std::vector<Stories::Segment> listed;
  std::uint64_t without_signature = 0;
  for (const Xapian::Database& segment : segments) {
    const auto number = static_cast<std::uint32_t>(listed.size());
    without_signature += read_segment(segment, number, articles);
    listed.push_back({segment.get_uuid(), segment.get_lastdocid()});
  }
  std::sort(articles.begin(), articles.end(), leads);
  return Stories::build(listed, stories_of(articles), without_signature);
}

}  // namespace broadsheet
