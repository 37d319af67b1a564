// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/fuzzy_word.h"

#include <algorithm>

#include "searcher/query/leaves.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr std::size_t least_letters[] = {0, 3, 5};  // of a word, by edits

bool is_number_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

/// Where the ending begins: a tilde with nothing or a number behind it; npos if there is none.
std::size_t find_ending(std::string_view core) {
  const std::size_t tilde = core.rfind('~');
  if (tilde == std::string_view::npos || tilde == 0) return std::string_view::npos;
  const std::string_view number = core.substr(tilde + 1);
  const bool range = !number.empty() && is_number_text(core.substr(0, tilde));
  return is_number_text(number) && !range ? tilde : std::string_view::npos;
}

std::uint32_t read_edits(Span ending, const std::string& word) {
  const std::string_view number = ending.text.substr(1);
  if (number.empty() || number == "1") return 1;
  if (number == "2") return 2;
  throw Trouble{ending.at, "at most two letters of a word may be wrong", word + "~ or " + word + "~2"};
}

}  // namespace

std::optional<Query> read_fuzzy_word(Span core, Field field) {
  const std::size_t tilde = find_ending(core.text);
  if (tilde == std::string_view::npos) return std::nullopt;
  const std::string word = shortened(core.text.substr(0, tilde));
  Query fuzzy;
  fuzzy.kind = Query::Kind::Fuzzy;
  fuzzy.field = field;
  fuzzy.text = core.text.substr(0, tilde);
  fuzzy.distance = read_edits(core.part(tilde), word);
  if (!reads_as_exact(fuzzy.text)) {
    throw Trouble{core.at + tilde, "\"~\" stands behind one word",
                  "word~ for each word whose spelling is in doubt"};
  }
  const std::size_t least = least_letters[fuzzy.distance];
  if (count_letters(fuzzy.text) < least) {
    throw Trouble{core.at + tilde, "nearly every short word is spelt like " + quoted(fuzzy.text),
                  "the word alone; " + std::string(core.text.substr(tilde)) + " needs " +
                      std::to_string(least) + " letters or more"};
  }
  return fuzzy;
}

std::optional<Trouble> misplaced_fuzzy(Span text, std::string_view where) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find(' ', begin), text.text.size());
    const std::size_t tilde = find_ending(text.text.substr(begin, end - begin));
    if (tilde != std::string_view::npos) {
      return Trouble{text.at + begin + tilde, "\"~\" has no meaning " + std::string(where),
                     shortened(text.text.substr(begin, tilde)) + "~ outside, or the word without it"};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace broadsheet
