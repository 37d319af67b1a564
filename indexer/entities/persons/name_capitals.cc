// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_capitals.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_set>

#include "common/fold.h"
#include "indexer/entities/persons/name_runs.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr std::uint32_t never_a_surname = FunctionWord | CalendarWord | TitleWord | OfficeWord | RoleWord |
                                          NationWord | CompanyWord | BodyWord | ThingWord | Honorific;

bool is_known_given_name(const NameToken& token) {
  return token.is(GivenName) || (token.is(RareGivenName) && !token.is(CommonWord | PlaceName | FunctionWord));
}

bool can_be_surname(const NameToken& token, Shape printed) {
  if (printed != Shape::Upper || token.folded.size() < 3) return false;
  if (token.is(Surname)) return !token.is(FunctionWord | CalendarWord);
  return !token.is(never_a_surname | CommonWord | PlaceName | SayingWord);
}

/// Marks a name that starts at i with a given name or initials; the end of it, or i if there is none.
std::size_t mark_full_name(std::vector<NameToken>& tokens, std::size_t i, const std::vector<Shape>& printed) {
  const auto is_initial = [&](std::size_t at) { return printed[at] == Shape::Initial && tokens[at].dot; };
  if (!is_initial(i) && !(printed[i] == Shape::Upper && is_known_given_name(tokens[i]))) return i;
  std::size_t last = i + 1;
  while (last < tokens.size() && last < i + 4 &&
         (is_initial(last) || (tokens[last].is(ParticleWord) && printed[last] == Shape::Upper))) {
    ++last;
  }
  if (last >= tokens.size() || !can_be_surname(tokens[last], printed[last])) return i;
  // A second name before a surname that is known: "GAMAL ABDEL NASSER".
  if (last + 1 < tokens.size() && can_be_surname(tokens[last + 1], printed[last + 1]) &&
      tokens[last + 1].is(Surname) && !tokens[last + 1].is(CommonWord)) {
    ++last;
  }
  for (std::size_t at = i; at <= last; ++at) {
    const bool particle = at > i && at < last && printed[at] == Shape::Upper;
    tokens[at].shape = printed[at] == Shape::Initial ? Shape::Initial
                       : particle                    ? Shape::Lower
                                                     : Shape::Capital;
  }
  return last + 1;
}

/// The surnames right after titles and in full names: wherever else they stand they are names too.
void mark_surnames(std::vector<NameToken>& tokens, const std::unordered_set<std::string>& surnames,
                   const std::vector<Shape>& printed) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (printed[i] == Shape::Upper && surnames.contains(tokens[i].folded)) tokens[i].shape = Shape::Capital;
  }
}

std::string_view word_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  return rest.substr(0, rest.find_first_of(" -."));
}

bool is_roman_number(std::string_view word) {
  return word.size() > 1 && word.find_first_not_of("IVX") == std::string_view::npos;
}

void append_char(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c < 0 ? 0xFFFD : c);
  text.append(bytes, static_cast<std::size_t>(length));
}

/// "Charles De " becomes "Charles de "; word is where the last word of the text starts.
void lower_particle(std::string& text, std::size_t word) {
  if (word == 0) return;
  const std::string_view last = std::string_view(text).substr(word);
  for (const std::string_view particle : {"De ", "Du ", "Da ", "Do ", "Dos ", "Di ", "Del ", "Della ", "Von ",
                                          "Van ", "Der ", "Den ", "Ter ", "Bin ", "Ibn ", "Zu ", "Y "}) {
    if (last == particle) text[word] = static_cast<char>(text[word] + ('a' - 'A'));
  }
}

/// Where a run of words in capitals, with the commas and marks between them, ends.
std::size_t end_of_capitals(const std::vector<NameToken>& tokens, std::size_t begin) {
  std::size_t end = begin;
  while (end < tokens.size() && tokens[end].part == tokens[begin].part &&
         (tokens[end].shape == Shape::Upper || tokens[end].shape == Shape::Initial ||
          tokens[end].shape == Shape::Comma || tokens[end].shape == Shape::Ampersand ||
          tokens[end].shape == Shape::Other)) {
    ++end;
  }
  return end;
}

bool heads_a_comment(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end) {
  constexpr std::ptrdiff_t least_words = 4;
  const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto to = tokens.begin() + static_cast<std::ptrdiff_t>(end);
  const auto is_occupation = [](const NameToken& token) {
    return token.is(RoleWord | OfficeWord | TitleWord);
  };
  return std::count_if(from, to, [](const NameToken& token) { return token.shape == Shape::Upper; }) >=
             least_words &&
         std::any_of(from, to, [](const NameToken& token) { return token.shape == Shape::Comma; }) &&
         std::any_of(from, to, is_occupation);
}

/// True of a word in capitals, marked as a name or not yet.
bool is_printed_so(const NameToken& token) {
  return token.shape == Shape::Upper || (token.shape == Shape::Capital && token.text.size() > 1 &&
                                         token.text[1] >= 'A' && token.text[1] <= 'Z');
}

bool may_be_name(const NameToken& token) {
  constexpr std::uint32_t names = any_given_name | Surname | EastAsianSurname;
  if (token.is(FunctionWord | CalendarWord | CompanyWord | BodyWord | NationWord)) return false;
  return token.is(names) || !token.is(CommonWord | PlaceName | never_a_surname);
}

/// One past the name that heads a comment: "JANE A DOE, HEAD OF RESEARCH, "; begin if there is none.
std::size_t end_of_head_name(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 4;
  constexpr std::size_t role_within = 7;
  std::size_t comma = begin;
  while (comma < end && tokens[comma].shape != Shape::Comma) ++comma;
  if (comma == end || comma < begin + 2 || comma > begin + longest) return begin;
  for (std::size_t i = begin; i < comma; ++i) {
    const bool initial = tokens[i].shape == Shape::Initial && i + 1 < comma;
    const bool surname = i + 1 == comma && tokens[begin].is(GivenName) && !tokens[i].is(never_a_surname);
    const bool particle = i > begin && i + 1 < comma && tokens[i].is(ParticleWord);
    if (!initial && !particle && !(is_printed_so(tokens[i]) && (surname || may_be_name(tokens[i]))))
      return begin;
  }
  const auto after = tokens.begin() + static_cast<std::ptrdiff_t>(comma);
  const auto stop = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(comma + role_within, end));
  const bool has_role = std::any_of(after, stop, [](const NameToken& token) {
    return token.is(RoleWord | TitleWord) && token.shape == Shape::Upper;
  });
  return has_role ? comma : begin;
}

}  // namespace

std::vector<bool> parts_in_capitals(const std::vector<NameToken>& tokens, std::size_t parts) {
  std::vector<std::size_t> upper(parts);
  std::vector<std::size_t> others(parts);
  for (const NameToken& token : tokens) {
    if (!token.is_word() || token.shape == Shape::Initial) continue;
    ++(token.shape == Shape::Upper ? upper : others)[token.part];
  }
  std::vector<bool> capitals(parts);
  for (std::size_t i = 0; i < parts; ++i) capitals[i] = upper[i] > 1 && upper[i] > 4 * others[i];
  return capitals;
}

void mark_names_in_capitals(std::vector<NameToken>& tokens) {
  std::vector<Shape> printed;
  printed.reserve(tokens.size());
  for (NameToken& token : tokens) {
    printed.push_back(token.shape);
    if (token.is_word()) token.shape = token.shape == Shape::Upper ? Shape::Lower : token.shape;
  }
  std::unordered_set<std::string> surnames;
  for (std::size_t i = 0; i < tokens.size();) {
    tokens[i].shape = printed[i];
    const std::size_t end = mark_full_name(tokens, i, printed);
    if (end > i) {
      surnames.insert(tokens[end - 1].folded);
      i = end;
      continue;
    }
    const bool titled = i > 0 && tokens[i - 1].is(TitleWord);
    const bool name = titled && can_be_surname(tokens[i], printed[i]) && !tokens[i].is(CommonWord);
    if (printed[i] == Shape::Upper) tokens[i].shape = name ? Shape::Capital : Shape::Lower;
    if (printed[i] == Shape::Initial) tokens[i].shape = Shape::Other;
    if (name) surnames.insert(tokens[i].folded);
    ++i;
  }
  mark_surnames(tokens, surnames, printed);
}

void mark_names_in_runs_of_capitals(std::vector<NameToken>& tokens) {
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    if (tokens[begin].shape != Shape::Upper && tokens[begin].shape != Shape::Initial) continue;
    const std::size_t end = end_of_capitals(tokens, begin);
    if (heads_a_comment(tokens, begin, end)) {
      std::vector<NameToken> run(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                 tokens.begin() + static_cast<std::ptrdiff_t>(end));
      mark_names_in_capitals(run);
      for (std::size_t i = begin; i < end; ++i) {
        if (run[i - begin].shape == Shape::Capital) tokens[i].shape = Shape::Capital;
      }
      const std::size_t name = end_of_head_name(tokens, begin, end);
      for (std::size_t i = begin; i < name; ++i) {
        if (tokens[i].shape == Shape::Upper) tokens[i].shape = Shape::Capital;
      }
    }
    begin = end;
  }
}

std::string name_case(std::string_view capitals) {
  std::string name;
  std::size_t word = 0;  // where the word being written starts
  const auto size = static_cast<std::int32_t>(capitals.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(capitals.data(), i, size, c);
    const std::string_view so_far = std::string_view(name).substr(word);
    const bool upper = so_far.empty() || is_roman_number(word_at(capitals, word)) || so_far == "Mc" ||
                       so_far == "O'" || so_far == "D'";
    append_char(name, upper ? u_toupper(c) : u_tolower(c));
    if (c != ' ' && c != '-' && c != '.') continue;
    if (c == ' ') lower_particle(name, word);
    word = name.size();
  }
  return name;
}

}  // namespace broadsheet
