// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/grouping.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>
#include <span>
#include <string_view>

#include "common/hash.h"
#include "common/in_parallel.h"

namespace broadsheet {
namespace {

using Number = std::uint32_t;  // of an article

constexpr std::size_t kRows = 3;
constexpr std::size_t kBands = Signature::kHashes / kRows;
constexpr std::size_t kBandsAtOnce = 4;
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

/// The same with a key of few bits.
struct Banded {
  std::uint32_t key = 0;
  Number article = 0;
};

struct Pair {
  Number later = 0;
  Number earlier = 0;
  bool operator==(const Pair&) const = default;
  bool operator<(const Pair& other) const {
    return later != other.later ? later < other.later : earlier < other.earlier;
  }
};

constexpr unsigned kBitsOfKey = 8 * kRows;

std::uint32_t text_key(const Signature& signature, std::size_t band) {
  std::uint32_t key = 0;
  for (std::size_t row = 0; row < kRows; ++row) key = key << 8 | signature.hashes[band * kRows + row];
  return key;
}

/// Equal for all that differ in no more than whether they correct another.
std::uint64_t whole_key(const Signature& signature) {
  const auto bytes_of = [](const auto& numbers) {
    return std::string_view(reinterpret_cast<const char*>(numbers.data()),
                            numbers.size() * sizeof(numbers[0]));
  };
  const std::uint64_t key = hash64(bytes_of(signature.hashes)) + signature.shingles;
  return key * 0x9E3779B97F4A7C15u ^ hash64(bytes_of(signature.figures()));
}

/// By key and among equals as before: a radix sort from the low digit up (Knuth, "The Art of Computer
/// Programming", volume 3, section 5.2.5).
void sort_by_key(std::vector<Banded>& banded, std::vector<Banded>& scratch) {
  constexpr unsigned kBits = 12;
  static_assert(kBitsOfKey == 2 * kBits);
  scratch.resize(banded.size());
  for (unsigned shift = 0; shift < kBitsOfKey; shift += kBits) {
    const auto digit = [shift](const Banded& one) { return one.key >> shift & ((1U << kBits) - 1); };
    std::array<std::size_t, 1 << kBits> places{};
    for (const Banded& one : banded) ++places[digit(one)];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
    for (const Banded& one : banded) scratch[places[digit(one)]++] = one;
    banded.swap(scratch);
  }
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
template <typename One, typename Use>
void for_each_bucket(const std::vector<One>& sorted, Use use) {
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    while (end < sorted.size() && sorted[end].key == sorted[begin].key) ++end;
    if (end - begin > 1) use(std::span(sorted).subspan(begin, end - begin));
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
    in_parallel(kBands / kBandsAtOnce, [this](std::size_t i) { take(look_at(i * kBandsAtOnce)); });
    choose_leaders();
    return std::move(leader_);
  }

 private:
  /// Those with the signature of an earlier one need no looking at: leader_ is that one for the time being.
  void set_equal_ones_aside() {
    std::vector<Keyed> keyed;
    for (Number article = 0; article < articles_.size(); ++article) {
      if (articles_[article]->signature.shingles == 0) continue;
      keyed.push_back({whole_key(articles_[article]->signature), article});
    }
    std::sort(keyed.begin(), keyed.end());
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

  void expect(Number article, std::size_t band) const {
    __builtin_prefetch(&articles_[article]->signature.hashes[band * kRows]);
  }

  /// In each of the bands from the first: all, in order of their keys.
  std::array<std::vector<Banded>, kBandsAtOnce> banded_from(std::size_t first) const {
    constexpr std::size_t kAhead = 16;
    std::array<std::vector<Banded>, kBandsAtOnce> banded;
    for (auto& one : banded) one.reserve(looked_at_.size());
    for (std::size_t i = 0; i < looked_at_.size(); ++i) {
      // They lie in the order of segments, not in this one.
      if (i + kAhead < looked_at_.size()) expect(looked_at_[i + kAhead], first);
      const Number article = looked_at_[i];
      for (std::size_t band = 0; band < kBandsAtOnce; ++band)
        banded[band].push_back({text_key(articles_[article]->signature, first + band), article});
    }
    std::vector<Banded> scratch;
    for (auto& one : banded) sort_by_key(one, scratch);
    return banded;
  }

  /// Copies among those that agree in one of the bands from the first.
  std::vector<Pair> look_at(std::size_t first) const {
    std::vector<Pair> pairs;
    std::size_t band = first;
    for (const auto& banded : banded_from(first)) {
      for_each_bucket(banded, [&](std::span<const Banded> bucket) {
        if (bucket.size() <= kCrowd) {
          compare(bucket, pairs);
        } else {
          split(bucket, band, pairs);
        }
      });
      ++band;
    }
    return pairs;
  }

  void split(std::span<const Banded> bucket, std::size_t band, std::vector<Pair>& pairs) const {
    std::vector<Keyed> keyed;
    keyed.reserve(bucket.size());
    for (const Banded& one : bucket)
      keyed.push_back({figure_key(articles_[one.article]->signature, band), one.article});
    std::sort(keyed.begin(), keyed.end());
    for_each_bucket(keyed, [&](std::span<const Keyed> smaller) { compare(smaller, pairs); });
  }

  template <typename One>
  void compare(std::span<const One> bucket, std::vector<Pair>& pairs) const {
    for (const One& one : bucket) {
      expect(one.article, 0);
      expect(one.article, kBands - 1);
    }
    std::vector<Number> earlier;
    for (const One& one : bucket) {
      bool is_copy = false;
      for (const Number other : earlier) {
        if (!are_copies(*articles_[one.article], *articles_[other])) continue;
        is_copy = true;
        pairs.push_back({one.article, other});
      }
      const bool remember = bucket.size() <= kCrowd || (!is_copy && earlier.size() < kMostLeaders);
      if (remember) earlier.push_back(one.article);
    }
  }

  void take(const std::vector<Pair>& pairs) {
    const std::lock_guard lock(taking_);
    pairs_.insert(pairs_.end(), pairs.begin(), pairs.end());
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
  std::mutex taking_;
};

}  // namespace

std::vector<std::uint32_t> group_copies(const std::vector<const CopyCandidate*>& in_order) {
  return Grouping(in_order).group();
}

}  // namespace broadsheet
