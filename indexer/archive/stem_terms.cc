// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/stem_terms.h"

#include <map>
#include <utility>

#include "common/hash.h"
#include "common/schema.h"
#include "common/stems.h"
#include "indexer/segment/same_bytes.h"

namespace broadsheet {
namespace {

constexpr std::size_t kFirstStemTable = 1 << 14;   // a power of two
constexpr std::size_t kRememberedStems = 190'000;  // of a language and thread: some 10 MB

}  // namespace

StemTerms::StemTerms(std::string_view language) : stemmer_(stemmer_of(language)), table_(kFirstStemTable) {}

/// Where the word is, or would be.
std::size_t StemTerms::place_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at].word_size != 0; at = (at + 1) & mask) {
    const Entry& entry = table_[at];
    if (entry.hash == hash &&
        glass::same_bytes(std::string_view(text_).substr(entry.begin, entry.word_size), word))
      break;
  }
  return at;
}

StemTerms::Term StemTerms::of(std::string_view word, std::uint64_t hash) {
  Entry entry = table_[place_of(word, hash)];
  if (entry.word_size == 0) entry = add(word, hash);
  const std::string_view term =
      std::string_view(text_).substr(entry.begin + entry.word_size, entry.term_size);
  return {term, entry.term_hash, glass::same_bytes(word_of_stem(term), word)};
}

StemTerms::Entry StemTerms::add(std::string_view word, std::uint64_t hash) {
  if (words_ == kRememberedStems) {
    table_.assign(table_.size(), {});
    text_.clear();
    words_ = 0;
  }
  if (++words_ * 4 > table_.size() * 3) grow();
  const std::string term = make_term(prefix::kStem, stemmer_(std::string(word)));
  const Entry entry = {hash, hash64(term), static_cast<std::uint32_t>(text_.size()),
                       static_cast<std::uint16_t>(word.size()), static_cast<std::uint16_t>(term.size())};
  table_[place_of(word, hash)] = entry;
  text_.append(word).append(term);
  return entry;
}

void StemTerms::grow() {
  const std::vector<Entry> old = std::exchange(table_, std::vector<Entry>(table_.size() * 2));
  const std::size_t mask = table_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.word_size == 0) continue;
    std::size_t at = entry.hash & mask;
    while (table_[at].word_size != 0) at = (at + 1) & mask;
    table_[at] = entry;
  }
}

StemTerms& StemTerms::for_language(std::string_view language) {
  thread_local std::map<std::string, StemTerms, std::less<>> all;
  if (!has_stemmer(language)) language = {};
  auto found = all.find(language);
  if (found == all.end()) found = all.try_emplace(std::string(language), language).first;
  return found->second;
}

}  // namespace broadsheet
