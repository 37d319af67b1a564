// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/found_forms.h"

#include <algorithm>
#include <set>

#include "common/schema.h"

namespace broadsheet {
namespace {

using Place = std::uint32_t;

/// A stretch of the text that matches a part of the query, and the matches of words that make it, by their
/// numbers.
struct Made {
  Place first = 0;
  Place last = 0;
  std::vector<std::size_t> of;
};

std::vector<Place> places_of(const std::vector<Word>& words, const std::vector<std::size_t>& paragraphs) {
  std::vector<Place> places;
  auto next = paragraphs.begin();
  Place gaps = 0;
  for (const Word& word : words) {
    for (; next != paragraphs.end() && *next <= word.begin; ++next) gaps += kGapAfterParagraph;
    places.push_back(static_cast<Place>(places.size()) + gaps);
  }
  return places;
}

/// Finds what a Near or Adj node asks for.
class NearFinder {
 public:
  NearFinder(const std::vector<Word>& words, const std::vector<Place>& places, std::string_view language,
             std::size_t first_form)
      : words_(words), places_(places), language_(language), next_form_(first_form) {}

  void find(const Query& near) {
    for (const Made& made : made_of(near)) taking_part_.insert(made.of.begin(), made.of.end());
  }

  std::size_t form_count() const { return next_form_; }
  /// Matches of all words, near each other or not.
  const std::vector<FormMatch>& scattered() const { return matches_; }
  std::vector<FormMatch> taking_part() const {
    if (is_too_much_) return matches_;
    std::vector<FormMatch> some;
    for (std::size_t number : taking_part_) some.push_back(matches_[number]);
    return some;
  }

 private:
  std::vector<Made> made_of(const Query& query) {
    if (query.kind == Query::Kind::Or) {
      std::vector<Made> any;
      for (const Query& child : query.children) {
        for (Made& made : made_of(child)) any.push_back(std::move(made));
      }
      return any;
    }
    if (query.kind != Query::Kind::Near && query.kind != Query::Kind::Adj) return leaf(query);
    std::vector<Made> first = made_of(query.children.front());
    std::vector<Made> second = made_of(query.children.back());
    std::vector<Made> both;
    add_behind(query.distance, first, second, both);
    if (query.kind == Query::Kind::Near) add_behind(query.distance, second, first, both);
    return both;
  }

  std::vector<Made> leaf(const Query& query) {
    const MatchedForms forms = matched_forms(query);
    const std::size_t form = next_form_++;
    std::vector<Made> all;
    for (const FormMatch& match : FormFinder(forms, language_).find(words_)) {
      all.push_back({place_of(match.begin), place_of(match.end - 1), {matches_.size()}});
      matches_.push_back({match.begin, match.end, form});
    }
    return all;
  }

  /// Of the word that a byte is in.
  Place place_of(std::size_t byte) const {
    const auto behind = std::partition_point(words_.begin(), words_.end(),
                                             [&](const Word& word) { return word.begin <= byte; });
    return places_[static_cast<std::size_t>(behind - words_.begin()) - 1];
  }

  void add_behind(std::uint32_t distance, const std::vector<Made>& first, std::vector<Made>& second,
                  std::vector<Made>& both) {
    constexpr std::size_t kMost = 20'000;  // what is made of more is as good as everywhere
    const auto begins_first = [](const Made& a, const Made& b) { return a.first < b.first; };
    std::stable_sort(second.begin(), second.end(), begins_first);
    for (const Made& a : first) {
      auto b = std::upper_bound(second.begin(), second.end(), Made{a.last, 0, {}}, begins_first);
      for (; b != second.end() && b->first <= a.last + distance; ++b) {
        is_too_much_ = is_too_much_ || both.size() == kMost;
        if (is_too_much_) return;
        both.push_back({a.first, b->last, a.of});
        both.back().of.insert(both.back().of.end(), b->of.begin(), b->of.end());
      }
    }
  }

  const std::vector<Word>& words_;
  const std::vector<Place>& places_;
  std::string_view language_;
  std::size_t next_form_;
  std::vector<FormMatch> matches_;
  std::set<std::size_t> taking_part_;
  bool is_too_much_ = false;
};

}  // namespace

FoundForms find_forms(const MatchedForms& forms, std::string_view language, const std::vector<Word>& words,
                      const std::vector<std::size_t>& paragraphs) {
  const FormFinder finder(forms, language);
  FoundForms found{finder.find(words), finder.form_count()};
  if (forms.near.empty()) return found;
  const std::vector<Place> places = places_of(words, paragraphs);
  NearFinder nears(words, places, language, found.form_count);
  for (const Query& near : forms.near) nears.find(near);
  found.form_count = nears.form_count();
  const std::vector<FormMatch> near = nears.taking_part();
  found.matches.insert(found.matches.end(), near.begin(), near.end());
  if (found.matches.empty()) found.matches = nears.scattered();
  std::stable_sort(found.matches.begin(), found.matches.end(),
                   [](const FormMatch& a, const FormMatch& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace broadsheet
