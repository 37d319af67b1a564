// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stems.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace broadsheet {
namespace {

/// ISO 639-1 codes of the stemmers in Xapian 1.4 ("no" is what it calls Norwegian).
constexpr std::array<std::string_view, 24> kLanguages = {"ar", "ca", "da", "de", "en", "es", "eu", "fi",
                                                         "fr", "ga", "hu", "hy", "id", "it", "lt", "ne",
                                                         "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"};
constexpr std::size_t kRememberedStems = 200'000;  // words per language and thread: some tens of MB

struct StemMemo {
  explicit StemMemo(std::string_view language) : stemmer(stemmer_of(language)) {}

  const std::string& operator()(const std::string& word) {
    if (stems.size() > kRememberedStems) stems.clear();
    const auto [found, is_new] = stems.try_emplace(word);
    if (is_new) found->second = stemmer(word);
    return found->second;
  }

  Xapian::Stem stemmer;
  std::unordered_map<std::string, std::string> stems;
};

}  // namespace

bool has_stemmer(std::string_view language) {
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

Xapian::Stem stemmer_of(std::string_view language) {
  return has_stemmer(language) ? Xapian::Stem(std::string(language)) : Xapian::Stem();
}

std::string stem(std::string_view folded_word, std::string_view language) {
  if (!has_stemmer(language)) return std::string(folded_word);
  thread_local std::map<std::string, StemMemo, std::less<>> memos;
  auto memo = memos.find(language);
  if (memo == memos.end()) memo = memos.try_emplace(std::string(language), language).first;
  return memo->second(std::string(folded_word));
}

}  // namespace broadsheet
