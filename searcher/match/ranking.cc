// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/ranking.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "searcher/match/article_source.h"

namespace broadsheet {
namespace {

double rounded(double score) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.8e", score);
  return std::strtod(text.data(), nullptr);
}

class Order {
 public:
  Order(const Archive& archive, SortOrder order) : archive_(archive), order_(order) {}

  bool operator()(const RankedArticle& a, const RankedArticle& b) const {
    if (order_ == SortOrder::Relevance && a.score != b.score) return a.score > b.score;
    const Columns& columns_a = archive_.segments()[a.location.segment].columns;
    const Columns& columns_b = archive_.segments()[b.location.segment].columns;
    const bool dated_a = columns_a.precision(a.location.docid) != Precision::Unknown;
    const bool dated_b = columns_b.precision(b.location.docid) != Precision::Unknown;
    if (dated_a != dated_b) return dated_a;
    const auto seconds_a = columns_a.published(a.location.docid).seconds;
    const auto seconds_b = columns_b.published(b.location.docid).seconds;
    if (seconds_a != seconds_b) return (seconds_a > seconds_b) == (order_ != SortOrder::Oldest);
    return columns_a.identity(a.location.docid) < columns_b.identity(b.location.docid);
  }

 private:
  const Archive& archive_;
  SortOrder order_;
};

std::vector<RankedArticle> page_of(std::vector<RankedArticle> articles, const Order& before,
                                   std::uint64_t offset, std::uint64_t limit) {
  const std::uint64_t end = std::min<std::uint64_t>(articles.size(), offset + limit);
  if (offset >= end) return {};
  const auto at = [&](std::uint64_t i) { return articles.begin() + static_cast<std::ptrdiff_t>(i); };
  std::partial_sort(articles.begin(), at(end), articles.end(), before);
  return {at(offset), at(end)};
}

std::vector<RankedArticle> by_date(const Archive& archive, const MatchSet& selected, SortOrder order,
                                   std::uint64_t offset, std::uint64_t limit) {
  std::vector<RankedArticle> articles;
  for (std::uint32_t s = 0; s < selected.size(); ++s) {
    for (Xapian::docid docid : selected[s]) articles.push_back({{s, docid}, 0});
  }
  return page_of(std::move(articles), Order(archive, order), offset, limit);
}

std::vector<RankedArticle> best(const Archive& archive, Xapian::Enquire& enquire, Xapian::doccount wanted) {
  std::vector<RankedArticle> articles;
  const Xapian::MSet found = enquire.get_mset(0, wanted);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    articles.push_back({archive.locate(*hit), rounded(hit.get_weight())});
  }
  return articles;
}

}  // namespace

std::vector<RankedArticle> rank(const Archive& archive, const Xapian::Query& query, const MatchSet& selected,
                                SortOrder order, std::uint64_t offset, std::uint64_t limit) {
  const std::uint64_t total = size(selected);
  if (offset >= total || limit == 0) return {};
  if (order != SortOrder::Relevance) return by_date(archive, selected, order, offset, limit);
  Xapian::Enquire enquire(archive.all());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, query_for(archive, selected)));
  enquire.set_weighting_scheme(Xapian::BM25Weight());
  // Xapian breaks ties its own way, so whole groups of equal scores are fetched and ordered here.
  std::uint64_t wanted = std::min(total, offset + limit + 20);
  for (;;) {
    std::vector<RankedArticle> articles = best(archive, enquire, static_cast<Xapian::doccount>(wanted));
    const std::uint64_t end = std::min<std::uint64_t>(articles.size(), offset + limit);
    const bool cuts_group =
        articles.size() < total && end > 0 && articles.back().score == articles[end - 1].score;
    if (!cuts_group || wanted >= total)
      return page_of(std::move(articles), Order(archive, order), offset, limit);
    wanted = std::min(total, wanted * 4);
  }
}

std::string describe(const Xapian::Query& query) {
  return query.get_description();
}

}  // namespace broadsheet
