// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/sign_off.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/news_sense/byline.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_sign_off = 60;  // bytes

// "(Schluss) ab/cd", "Lusa/Fim": they say that the story is over, and nobody's name.
constexpr std::array<std::string_view, 8> over_words = {"schluss", "forts", "fim",  "fin",
                                                        "fine",    "end",   "ende", "item"};

bool is_over_word(std::string_view word) {
  const auto folded = fold_value(word);
  return std::find(over_words.begin(), over_words.end(), folded) != over_words.end();
}

enum class WordKind { Lower, Upper, Number, Over, Other };

WordKind kind_of(std::string_view word) {
  constexpr std::size_t longest = 4;
  constexpr std::size_t shortest_number = 5;
  const auto all = [&](bool (*is)(char)) { return std::all_of(word.begin(), word.end(), is); };
  const bool is_short = word.size() >= 2 && word.size() <= longest;
  if (is_over_word(word)) return WordKind::Over;
  if (is_short && all([](char c) { return is_ascii_lower(c); })) return WordKind::Lower;
  if (is_short && all([](char c) { return is_ascii_upper(c); })) return WordKind::Upper;
  const bool is_number = word.size() >= shortest_number && all([](char c) { return is_ascii_digit(c); });
  return is_number ? WordKind::Number : WordKind::Other;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view separators = " /,()[].-";
  std::vector<std::string_view> words;
  for (auto at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(separators, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(separators, end);
  }
  return words;
}

/// The agency at the beginning of a text, cut off it: "(Hina) xkt", "AAP rl/kj", "Lusa/Fim".
std::string_view take_agency(std::string_view& text) {
  auto from = text.find_first_not_of("([/-");
  if (from == std::string_view::npos) return {};
  if (text.substr(from).starts_with("\u00a9")) from += std::string_view("\u00a9").size();
  const auto end = std::min(text.find_first_of(" /,)]", from), text.size());
  const auto agency = known_agency(text.substr(from, end - from));
  if (!agency.empty()) text.remove_prefix(end);
  return agency;
}

/// Initials of one kind only: "km/h" and "AT/DE 12" are none. Words of four small letters are initials only
/// beside a slash.
bool is_initials(const std::vector<std::string_view>& words, bool has_agency, bool has_slash) {
  constexpr std::size_t most = 6;
  constexpr std::size_t most_letters = 3;
  std::size_t lower = 0;
  std::size_t upper = 0;
  for (const auto word : words) {
    const auto kind = kind_of(word);
    if (kind == WordKind::Other) return false;
    if (kind == WordKind::Lower && !has_slash && word.size() > most_letters) return false;
    lower += kind == WordKind::Lower ? 1 : 0;
    upper += kind == WordKind::Upper ? 1 : 0;
  }
  if (words.size() > most || (lower > 0 && upper > 0)) return false;
  const bool is_over = std::any_of(words.begin(), words.end(), is_over_word);
  return has_agency || is_over || (has_slash && lower + upper >= 2);
}

/// "Stina Wallgren/TT"
std::optional<SignOff> author_of_agency(std::string_view text) {
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto agency = known_agency(text.substr(slash + 1));
  const auto name = trimmed(text.substr(0, slash));
  if (agency.empty() || !is_person_name(name)) return std::nullopt;
  return SignOff{std::string(agency), {squeezed(name)}};
}

/// "(SPA, BELGA)", "(Rre/Adnkronos)": short names and an agency's.
std::string_view last_agency(std::string_view text) {
  constexpr std::size_t longest = 5;
  const auto words = words_of(text);
  if (words.empty() || words.size() > 4) return {};
  const bool are_short = std::all_of(words.begin(), words.end() - 1, [](std::string_view word) {
    return word.size() <= longest && std::all_of(word.begin(), word.end(), is_ascii_letter);
  });
  const bool is_parted = text.find_first_of(",/") != std::string_view::npos;
  return are_short && is_parted ? known_agency(words.back()) : std::string_view();
}

bool is_in_brackets(std::string_view text) {
  return text.size() > 2 && text.front() == '(' && text.back() == ')';
}

}  // namespace

std::optional<SignOff> read_sign_off(std::string_view paragraph) {
  auto text = trimmed(paragraph);
  while (text.ends_with('.') || text.ends_with('-')) text.remove_suffix(1);
  if (text.empty() || text.size() > longest_sign_off) return std::nullopt;
  if (const auto agency = known_agency(text); !agency.empty()) return SignOff{std::string(agency), {}};
  if (auto author = author_of_agency(text)) return author;
  // "(END) Dow Jones Newswires"
  const auto bracket = text.find(") ");
  if (text.front() == '(' && bracket != std::string_view::npos && is_over_word(text.substr(1, bracket - 1))) {
    const auto behind = known_agency(text.substr(bracket + 2));
    if (!behind.empty()) return SignOff{std::string(behind), {}};
  }
  const bool has_slash = text.find('/') != std::string_view::npos;
  auto rest = text;
  const auto agency = take_agency(rest);
  const auto words = words_of(rest);
  if (is_initials(words, !agency.empty(), has_slash)) return SignOff{std::string(agency), {}};
  if (!is_in_brackets(text)) return std::nullopt;
  const auto last = last_agency(text);
  return last.empty() ? std::nullopt : std::optional(SignOff{std::string(last), {}});
}

std::size_t find_trailing_sign_off(std::string_view paragraph) {
  constexpr int most_words = 6;
  const auto text = trimmed(paragraph);
  auto space = text.rfind(' ');
  for (int i = 0; i < most_words && space != std::string_view::npos && space > 0; ++i) {
    const auto tail = text.substr(space + 1);
    if (tail.size() > longest_sign_off) return std::string_view::npos;
    const bool may_be =
        tail.size() > 2 && (tail.front() == '(' || tail.front() == '/' || is_ascii_upper(tail.front()));
    if (may_be && ends_sentence(text.substr(0, space))) {
      const auto found = read_sign_off(tail);
      const bool is_bare_word = tail.find_first_of(" /(") == std::string_view::npos;
      return found && !found->agency.empty() && !(is_bare_word && tail.ends_with('.'))
                 ? space + 1
                 : std::string_view::npos;
    }
    space = text.rfind(' ', space - 1);
  }
  return std::string_view::npos;
}

}  // namespace broadsheet
