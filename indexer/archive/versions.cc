// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/versions.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/fold.h"
#include "common/words.h"

namespace broadsheet {
namespace {

std::set<std::string> words_of(std::string_view text) {
  constexpr std::size_t kEnough = 4000;  // bytes that tell whether two texts are related
  std::set<std::string> words;
  std::string_view head = text.substr(0, kEnough);
  for (Word& word : split_words(head.substr(0, head.find_last_of(" \n"))))
    words.insert(std::move(word.folded));
  return words;
}

/// Share of the smaller set that is in the other, 0..1.
double overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  const std::set<std::string>& small = a.size() < b.size() ? a : b;
  const std::set<std::string>& large = a.size() < b.size() ? b : a;
  if (small.empty()) return 0;
  const auto shared =
      std::count_if(small.begin(), small.end(), [&](const auto& word) { return large.contains(word); });
  return static_cast<double>(shared) / static_cast<double>(small.size());
}

bool has_text(const Article& article) {
  return !words_of(body_text(article)).empty();
}

bool are_related(const Article& a, const Article& b) {
  // Common words alone give two English articles a third of their words; versions of one share far more.
  // A title alone proves little ("4TH QTR NET"), so it only lowers what the bodies must share. In doubt the
  // two are unrelated: then both stay, which loses nothing.
  constexpr double kUnderOneTitle = 0.35;
  constexpr double kUnderAnyTitle = 0.5;
  const bool one_title = fold_value(a.title) == fold_value(b.title);
  const std::set<std::string> words_of_a = words_of(body_text(a));
  const std::set<std::string> words_of_b = words_of(body_text(b));
  // A headline that went out first, and its story.
  if (words_of_a.empty() || words_of_b.empty()) return one_title;
  const double shared = overlap(words_of_a, words_of_b);
  return shared >= (one_title ? kUnderOneTitle : kUnderAnyTitle);
}

}  // namespace

Relation relation(const Article& old_one, const Article& new_one) {
  if (!are_related(old_one, new_one)) return Relation::Unrelated;
  if (new_one.version != old_one.version)
    return new_one.version < old_one.version ? Relation::Older : Relation::Newer;
  if (new_one.modified.known() && old_one.modified.known() &&
      new_one.modified.seconds != old_one.modified.seconds) {
    return new_one.modified.seconds < old_one.modified.seconds ? Relation::Older : Relation::Newer;
  }
  // A feed of headlines, read after the dump that it announces, takes no text away.
  return has_text(old_one) && !has_text(new_one) ? Relation::Older : Relation::Newer;
}

}  // namespace broadsheet
