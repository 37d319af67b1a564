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

/// The words of all segments that begin so, in byte order, with leaps: what a field's terms have behind its
/// prefix. They are the keys of the postlist tables (common/glass_format.h); a key with a zero byte in it is
/// another chunk of the term's list.
class WordWalk {
 public:
  WordWalk(const Archive& archive, std::string_view field, std::string_view beginning, Effort& effort)
      : effort_(effort), field_(field), beginning_(field_ + std::string(beginning)) {
    // Before the terms come metadata and values, whose keys begin with a zero byte.
    const std::string first = beginning_.empty() ? "\x01" : beginning_;
    parts_.reserve(archive.segments().size());
    for (const Segment& segment : archive.segments()) {
      parts_.push_back({GlassCursor(segment.postings)});
      seek(parts_.back(), first);
    }
    read();
  }

  bool at_end() const { return at_end_; }
  /// Requires that this is not the end.
  std::string_view word() const { return std::string_view(term_).substr(field_.size()); }

  void next() {
    for (Part& part : parts_) {
      if (part.term != term_) continue;
      if (!part.cursor.next()) {
        part.term = {};
      } else if (part.cursor.key().find('\0') != std::string_view::npos) {
        seek(part, term_ + '\x01');
      } else {
        settle(part);
      }
    }
    read();
  }

  /// To the first word that does not begin as this one does, in so many bytes.
  void pass(std::size_t bytes) {
    const std::string passed = term_.substr(0, field_.size() + bytes);
    std::string beyond = passed;
    while (!beyond.empty() && static_cast<unsigned char>(beyond.back()) == 0xFF) beyond.pop_back();
    if (beyond.empty()) {
      at_end_ = true;
      return;
    }
    beyond.back() = static_cast<char>(static_cast<unsigned char>(beyond.back()) + 1);
    for (Part& part : parts_) {
      if (part.term.starts_with(passed)) seek(part, beyond);
    }
    read();
  }

 private:
  struct Part {
    GlassCursor cursor;
    std::string_view term = {};  // empty: no more
  };

  void seek(Part& part, const std::string& term) const {
    if (part.cursor.seek(term)) return settle(part);
    part.term = {};
  }

  void settle(Part& part) const {
    part.term = part.cursor.key().starts_with(beginning_) ? part.cursor.key() : std::string_view();
  }

  void read() {
    std::string_view least;
    for (const Part& part : parts_) {
      if (!part.term.empty() && (least.empty() || part.term < least)) least = part.term;
    }
    at_end_ = least.empty();
    if (at_end_) return;
    effort_.spend(Effort::kTermRead);
    term_ = least;
  }

  Effort& effort_;
  std::string field_;
  std::string beginning_;  // of the terms
  std::vector<Part> parts_;
  std::string term_;
  bool at_end_ = false;
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
  std::vector<std::string> words;
  for (WordWalk walk(archive, field, folded, effort); !walk.at_end() && words.size() <= limit; walk.next()) {
    if (is_word(walk.word())) words.emplace_back(walk.word());
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
  const std::string begin = stem_beginning(stemmed, language);
  for (WordWalk walk(archive, field, begin, effort); !walk.at_end() && words.size() <= limit; walk.next()) {
    std::string word(walk.word());
    if (is_word(word) && stem(word, language) == stemmed) words.push_back(std::move(word));
  }
  return words;
}

std::vector<NearWord> words_spelt_like(const Archive& archive, std::string_view field,
                                       std::string_view folded, unsigned most, std::size_t limit,
                                       Effort& effort) {
  std::vector<NearWord> words;
  Edits edits(folded, most);
  WordWalk walk(archive, field, {}, effort);
  std::string last;
  while (!walk.at_end() && words.size() <= limit) {
    if (!is_word(walk.word())) {
      walk.pass(1);
      continue;
    }
    const std::string word(walk.word());
    const std::size_t hopeless = read_word(edits, word, last);
    last = word;
    if (hopeless != std::string::npos) {
      walk.pass(hopeless);
      continue;
    }
    if (edits.distance() <= most) words.push_back({word, edits.distance()});
    walk.next();
  }
  return words;
}

}  // namespace broadsheet
