// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/grouping.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

#include "common/hash.h"

namespace broadsheet {
namespace {

using Number = std::uint32_t;  // of an article

constexpr std::size_t kRows = 3;
constexpr std::size_t kBands = Signature::kHashes / kRows;
constexpr std::size_t kCrowd = 32;  // articles in one bucket that are all compared with each other
constexpr std::size_t kMostLeaders =
    64;  // in a larger one, each is compared with the first so many unlike ones

struct Keyed {
  std::uint64_t key = 0;
  Number article = 0;
  bool operator<(const Keyed& other) const {
    return key != other.key ? key < other.key : article < other.article;
  }
};

struct Pair {
  Number later = 0;
  Number earlier = 0;
  bool operator==(const Pair&) const = default;
  bool operator<(const Pair& other) const {
    return later != other.later ? later < other.later : earlier < other.earlier;
  }
};

std::uint64_t text_key(const Signature& signature, std::size_t band) {
  std::uint64_t key = 0;
  for (std::size_t row = 0; row < kRows; ++row) key = key << 8 | signature.hashes[band * kRows + row];
  return key;
}

/// One more row for buckets that a common form of words has filled: a least hash of the figures.
std::uint64_t figure_key(const Signature& signature, std::size_t band) {
  std::uint64_t least = static_cast<std::uint64_t>(-1);
  for (const std::uint64_t figure : signature.figures()) {
    const std::uint64_t turned = (figure << 8 | band) * 0x9E3779B97F4A7C15u;
    least = std::min(least, turned ^ (turned >> 29));
  }
  return least;
}

/// Calls use() for each run of equal keys of two articles or more.
template <typename Use>
void for_each_bucket(std::vector<Keyed>& keyed, Use use) {
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
    while (end < keyed.size() && keyed[end].key == keyed[begin].key) ++end;
    if (end - begin > 1) use(std::span(keyed).subspan(begin, end - begin));
  }
}

class Grouping {
 public:
  explicit Grouping(const std::vector<const CopyCandidate*>& articles)
      : articles_(articles), leader_(articles.size()) {
    std::iota(leader_.begin(), leader_.end(), Number{0});
  }

  std::vector<Number> group() {
    set_equal_ones_aside();
    for (std::size_t band = 0; band < kBands; ++band) look_at(band);
    choose_leaders();
    return std::move(leader_);
  }

 private:
  /// Those with the signature of an earlier one need no looking at: leader_ is that one for the time being.
  void set_equal_ones_aside() {
    std::vector<Keyed> keyed;
    for (Number article = 0; article < articles_.size(); ++article) {
      if (articles_[article]->signature.shingles == 0) continue;
      Signature text = articles_[article]->signature;
      text.corrected = false;
      keyed.push_back({hash64(encode_signature(text)), article});
    }
    for_each_bucket(keyed, [&](std::span<const Keyed> equal) {
      for (const Keyed& one : equal.subspan(1)) {
        if (are_copies(*articles_[one.article], *articles_[equal.front().article]))
          leader_[one.article] = equal.front().article;
      }
    });
    for (Number article = 0; article < articles_.size(); ++article) {
      if (leader_[article] == article && articles_[article]->signature.shingles > 0)
        looked_at_.push_back(article);
    }
  }

  void look_at(std::size_t band) {
    std::vector<Keyed> keyed;
    keyed.reserve(looked_at_.size());
    for (const Number article : looked_at_)
      keyed.push_back({text_key(articles_[article]->signature, band), article});
    for_each_bucket(keyed, [&](std::span<const Keyed> bucket) {
      if (bucket.size() <= kCrowd) {
        compare(bucket);
      } else {
        split(bucket, band);
      }
    });
  }

  void split(std::span<const Keyed> bucket, std::size_t band) {
    std::vector<Keyed> keyed;
    keyed.reserve(bucket.size());
    for (const Keyed& one : bucket)
      keyed.push_back({figure_key(articles_[one.article]->signature, band), one.article});
    for_each_bucket(keyed, [&](std::span<const Keyed> smaller) { compare(smaller); });
  }

  void compare(std::span<const Keyed> bucket) {
    std::vector<Number> earlier;
    for (const Keyed& one : bucket) {
      bool is_copy = false;
      for (const Number other : earlier) {
        if (!are_copies(*articles_[one.article], *articles_[other])) continue;
        is_copy = true;
        pairs_.push_back({one.article, other});
      }
      const bool remember = bucket.size() <= kCrowd || (!is_copy && earlier.size() < kMostLeaders);
      if (remember) earlier.push_back(one.article);
    }
  }

  void choose_leaders() {
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    for (const Pair& pair : pairs_) {
      const bool still_leads = leader_[pair.later] == pair.later;
      if (still_leads && leader_[pair.earlier] == pair.earlier) leader_[pair.later] = pair.earlier;
    }
    // Those set aside follow the one they equal, which by now may follow another.
    for (Number article = 0; article < leader_.size(); ++article) {
      const Number leader = leader_[leader_[article]];
      if (leader == leader_[article]) continue;
      leader_[article] = are_copies(*articles_[article], *articles_[leader]) ? leader : article;
    }
  }

  const std::vector<const CopyCandidate*>& articles_;
  std::vector<Number> leader_;
  std::vector<Number> looked_at_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<std::uint32_t> group_copies(const std::vector<const CopyCandidate*>& in_order) {
  return Grouping(in_order).group();
}

}  // namespace broadsheet
