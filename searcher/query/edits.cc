// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/edits.h"

#include <algorithm>
#include <numeric>

#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t i = 0; i < text.size(); i += letter_bytes(text, i)) letters += letter_at(text, i);
  return letters;
}

}  // namespace

Edits::Edits(std::string_view word, unsigned most) : word_(letters_of(word)), most_(most) {
  rows_.emplace_back(word_.size() + 1);
  std::iota(rows_.front().begin(), rows_.front().end(), 0U);
}

bool Edits::push(char32_t letter) {
  text_ += letter;
  const std::size_t t = text_.size();
  if (rows_.size() <= t) rows_.emplace_back(word_.size() + 1);
  std::vector<unsigned>& row = rows_[t];
  const std::vector<unsigned>& above = rows_[t - 1];
  row[0] = static_cast<unsigned>(t);
  for (std::size_t w = 1; w <= word_.size(); ++w) {
    row[w] = std::min({above[w] + 1, row[w - 1] + 1, above[w - 1] + (word_[w - 1] == letter ? 0U : 1U)});
    const bool swapped = t > 1 && w > 1 && word_[w - 1] == text_[t - 2] && word_[w - 2] == letter;
    if (swapped) row[w] = std::min(row[w], rows_[t - 2][w - 2] + 1);
  }
  return *std::min_element(row.begin(), row.end()) <= most_;
}

void Edits::keep(std::size_t letters) {
  text_.resize(std::min(letters, text_.size()));
}

unsigned edits_between(Edits& edits, std::string_view text) {
  edits.keep(0);
  for (std::size_t i = 0; i < text.size(); i += letter_bytes(text, i)) {
    if (!edits.push(letter_at(text, i))) return edits.most() + 1;
  }
  return edits.distance();
}

}  // namespace broadsheet
