// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/vocabulary.h"

#include <algorithm>

#include "common/stems.h"
#include "searcher/query/edits.h"
#include "searcher/query/letters.h"
#include "searcher/query/stem_beginning.h"

namespace broadsheet {
namespace {

/// Words are folded, so a capital letter begins another field's terms.
bool is_word(std::string_view term) {
  return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

/// Terms in byte order from one on, with leaps.
class TermWalk {
 public:
  TermWalk(const Xapian::Database& database, std::string_view field, Effort& effort)
      : effort_(effort),
        at_(database.allterms_begin(std::string(field))),
        end_(database.allterms_end(std::string(field))),
        field_(field) {
    read();
  }

  bool at_end() const { return at_ == end_; }
  const std::string& word() const { return word_; }

  void next() {
    ++at_;
    read();
  }

  /// To the first word that does not begin so: step by step if it is near.
  void pass(const std::string& beginning) {
    constexpr int kSteps = 4;
    for (int i = 0; i < kSteps && !at_end(); ++i) {
      if (!word_.starts_with(beginning)) return;
      next();
    }
    std::string beyond = beginning;
    while (!beyond.empty() && static_cast<unsigned char>(beyond.back()) == 0xFF) beyond.pop_back();
    if (beyond.empty() || at_end() || !word_.starts_with(beginning)) return;
    beyond.back() = static_cast<char>(static_cast<unsigned char>(beyond.back()) + 1);
    at_.skip_to(field_ + beyond);
    read();
  }

 private:
  void read() {
    if (at_end()) return;
    effort_.spend(Effort::kTermRead);
    word_ = (*at_).substr(field_.size());
  }

  Effort& effort_;
  Xapian::TermIterator at_;
  Xapian::TermIterator end_;
  std::string field_;
  std::string word_;
};

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                    b.begin())
          .first -
      a.begin());
}

/// Gives edits a word, of which it has the first bytes from the last one; the bytes that nothing near enough
/// begins with, or npos if the whole word was read.
std::size_t read_word(Edits& edits, const std::string& word, const std::string& last) {
  const std::size_t same = shared_bytes(word, last);
  std::size_t at = 0;
  std::size_t letters = 0;
  while (letters < edits.letters() && at + letter_bytes(word, at) <= same) {
    at += letter_bytes(word, at);
    ++letters;
  }
  edits.keep(letters);
  while (at < word.size()) {
    const char32_t letter = letter_at(word, at);
    at += letter_bytes(word, at);
    if (!edits.push(letter)) return at;
  }
  return std::string::npos;
}

}  // namespace

std::vector<std::string> words_beginning(const Archive& archive, std::string_view field,
                                         std::string_view folded, std::size_t limit, Effort& effort) {
  const std::string begin = std::string(field).append(folded);
  std::vector<std::string> words;
  const auto end = archive.all().allterms_end(begin);
  for (auto term = archive.all().allterms_begin(begin); term != end && words.size() <= limit; ++term) {
    effort.spend(Effort::kTermRead);
    std::string word = (*term).substr(field.size());
    if (is_word(word)) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> words_of_stem(const Archive& archive, std::string_view field,
                                       const std::string& folded, const std::string& language,
                                       std::size_t limit, Effort& effort) {
  std::vector<std::string> words;
  const std::string stemmed = stem(folded, language);
  if (!has_stemmer(language)) {
    const std::string term = make_term(field, folded);
    if (archive.all().term_exists(term)) words.push_back(term.substr(field.size()));
    return words;
  }
  const std::string begin = std::string(field) + stem_beginning(stemmed, language);
  const auto end = archive.all().allterms_end(begin);
  for (auto term = archive.all().allterms_begin(begin); term != end && words.size() <= limit; ++term) {
    effort.spend(Effort::kTermRead);
    std::string word = (*term).substr(field.size());
    if (is_word(word) && stem(word, language) == stemmed) words.push_back(std::move(word));
  }
  return words;
}

std::vector<NearWord> words_spelt_like(const Archive& archive, std::string_view field,
                                       std::string_view folded, unsigned most, std::size_t limit,
                                       Effort& effort) {
  std::vector<NearWord> words;
  Edits edits(folded, most);
  TermWalk walk(archive.all(), field, effort);
  std::string last;
  while (!walk.at_end() && words.size() <= limit) {
    const std::string word = walk.word();
    if (!is_word(word)) {
      walk.pass(word.substr(0, 1));
      continue;
    }
    const std::size_t hopeless = read_word(edits, word, last);
    last = word;
    if (hopeless != std::string::npos) {
      walk.pass(word.substr(0, hopeless));
      continue;
    }
    if (edits.distance() <= most) words.push_back({word, edits.distance()});
    walk.next();
  }
  return words;
}

}  // namespace broadsheet
