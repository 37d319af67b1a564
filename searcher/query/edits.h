// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// How far a text that is given letter by letter is from a word: letters added, left out, put for another,
/// and neighbours that changed places, one each (Damerau, CACM 7, 1964; optimal string alignment: no stretch
/// is edited twice). Rows of the dynamic programme are kept, so that sorted words share their beginnings.
class Edits {
 public:
  /// word is UTF-8; distances above most are not told apart.
  Edits(std::string_view word, unsigned most);

  /// Goes on by a letter. False if no text that begins so is within the distance.
  bool push(char32_t letter);
  /// Back to the first letters.
  void keep(std::size_t letters);
  std::size_t letters() const { return text_.size(); }

  /// Of the text so far; more than most if it is too far.
  unsigned distance() const { return rows_[text_.size()].back(); }
  unsigned most() const { return most_; }

 private:
  std::u32string word_;
  unsigned most_;
  std::u32string text_;
  std::vector<std::vector<unsigned>> rows_;
};

/// The distance of a whole text; more than edits.most() if it is too far.
unsigned edits_between(Edits& edits, std::string_view text);

}  // namespace broadsheet
