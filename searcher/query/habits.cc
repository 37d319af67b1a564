// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/habits.h"

#include <algorithm>
#include <array>
#include <string>

#include "searcher/query/date_words.h"
#include "searcher/query/fields.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr std::string_view not_yet = " is not available in this edition";
/// A spelling with # for a number, matched against the whole chunk in lower case.
struct Spelling {
  std::string_view pattern;
  std::string_view ours;  // with # for the same number
};

constexpr Spelling proximity[] = {
    {"near/#", "NEAR/#"}, {"near#", "NEAR/#"},  {"near/", "NEAR/5"},     {"near/n", "NEAR/5"},
    {"w/#", "NEAR/#"},    {"n/#", "NEAR/#"},    {"/#", "NEAR/#"},        {"within/#", "NEAR/#"},
    {"/n#", "NEAR/#"},    {"/n", "NEAR/5"},     {"/f#", "NEAR/#"},       {"adj/#", "ADJ/#"},
    {"adj#", "ADJ/#"},    {"adj/", "ADJ/5"},    {"adj/n", "ADJ/5"},      {"pre/#", "ADJ/#"},
    {"p/#", "ADJ/#"},     {"onear/#", "ADJ/#"}, {"followed/#", "ADJ/#"},
};

/// The index does not know where a sentence ends.
constexpr Spelling same_unit[] = {
    {"/s", "NEAR/15"},     {"w/s", "NEAR/15"},  {"w/sent", "NEAR/15"},
    {"pre/s", "ADJ/15"},   {"/p", "NEAR/50"},   {"w/p", "NEAR/50"},
    {"w/para", "NEAR/50"}, {"pre/p", "ADJ/50"}, {"w/seg", "NEAR/250"},
};

constexpr Spelling at_least[] = {{"atl#", ""}, {"atleast#", ""}, {"atl#/", ""}};

constexpr std::string_view operator_words[] = {"AND", "OR", "NOT", "NEAR", "ADJ", "XOR", "ANDNOT", "SAME"};

bool matches(std::string_view pattern, std::string_view chunk) {
  const std::size_t number = pattern.find('#');
  if (number == std::string_view::npos) return chunk == pattern;
  const std::string_view before = pattern.substr(0, number);
  const std::string_view after = pattern.substr(number + 1);
  if (!chunk.starts_with(before) || !chunk.ends_with(after)) return false;
  if (chunk.size() <= before.size() + after.size()) return false;
  chunk.remove_prefix(before.size());
  chunk.remove_suffix(after.size());
  return std::all_of(chunk.begin(), chunk.end(), is_digit);
}

template <std::size_t N>
const Spelling* find_spelling(const Spelling (&spellings)[N], std::string_view lower) {
  const auto* found = std::find_if(std::begin(spellings), std::end(spellings), [&](const Spelling& spelling) {
    return matches(spelling.pattern, lower);
  });
  return found == std::end(spellings) ? nullptr : found;
}

/// Our spelling, with the number that was typed.
std::string ours_for(const Spelling& spelling, std::string_view typed) {
  std::string ours(spelling.ours);
  if (const std::size_t hash = ours.find('#'); hash != std::string::npos) {
    const std::size_t digits = typed.find_first_of("0123456789");
    ours.replace(hash, 1, typed.substr(digits, typed.find_last_of("0123456789") - digits + 1));
  }
  return ours;
}

std::optional<Trouble> near_operator(Span chunk) {
  const std::string lower = ascii_lower(chunk.text);
  if (const Spelling* found = find_spelling(proximity, lower)) {
    return Trouble{chunk.at, quoted(chunk.text) + " is no operator here", ours_for(*found, lower)};
  }
  if (const Spelling* found = find_spelling(same_unit, lower)) {
    return Trouble{chunk.at, quoted(chunk.text) + " (the same sentence or paragraph)" + std::string(not_yet),
                   std::string(found->ours)};
  }
  if (find_spelling(at_least, lower) != nullptr) {
    return Trouble{chunk.at, quoted(chunk.text) + " (how often a word occurs)" + std::string(not_yet),
                   "the word alone; articles that have it often come first"};
  }
  return std::nullopt;
}

std::optional<Trouble> boolean_word(Span chunk) {
  if (chunk.text == "XOR") {
    return Trouble{chunk.at, "XOR is no operator here", "(a OR b) NOT (a b); for the word type xor"};
  }
  if (chunk.text == "ANDNOT") return Trouble{chunk.at, "ANDNOT is no operator here", "NOT"};
  return std::nullopt;
}

/// The tail of a chunk from the last occurrence of mark, if only digits and dots follow it.
std::string_view number_behind(std::string_view chunk, char mark) {
  const std::size_t at = chunk.rfind(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view tail = chunk.substr(at);
  return tail.find_first_not_of("0123456789.", 1) == std::string_view::npos ? tail : std::string_view{};
}

std::optional<Trouble> leading_tilde(Span chunk) {
  if (!chunk.text.starts_with('~')) return std::nullopt;
  const std::string_view number = number_behind(chunk.text, '~');
  if (number.empty()) {
    return Trouble{chunk.at, "\"~\" stands behind a word", shortened(chunk.text.substr(1)) + '~'};
  }
  const std::string distance(number.size() > 1 ? number.substr(1) : "5");
  return Trouble{chunk.at, quoted(chunk.text) + " behind a phrase has no meaning here",
                 "NEAR/" + distance + " between its words: oil NEAR/" + distance + " price"};
}

std::optional<Trouble> boost(Span chunk) {
  const std::string_view tail = number_behind(chunk.text, '^');
  if (tail.size() < 2) return std::nullopt;
  return Trouble{chunk.at + chunk.text.size() - tail.size(), quoted(tail) + " (a weight) has no meaning here",
                 "+word for a word that must be there, beside words that need not"};
}

std::optional<Trouble> leading_mark(Span chunk) {
  const std::string_view text = chunk.text;
  if (text.starts_with('!')) {
    const std::size_t word = std::min(text.find_first_not_of('!'), text.size());
    return Trouble{chunk.at, "\"!\" is no operator here",
                   '-' + shortened(text.substr(word)) + " to leave it out"};
  }
  if (text.size() > 2 && text.starts_with('/') && text.ends_with('/')) {
    return Trouble{chunk.at, "patterns between slashes are not available in this edition",
                   "elect* for every word that begins so"};
  }
  return std::nullopt;
}

bool is_lower_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_lower);
}

/// wom?n, elect$: marks for letters left open. US$ and what?No are text.
std::optional<Trouble> wildcard(Span chunk) {
  const std::size_t mark = chunk.text.find_first_of("?$");
  if (mark == std::string_view::npos || mark < 2) return std::nullopt;
  const std::string_view before = chunk.text.substr(0, mark);
  const std::string_view after = chunk.text.substr(mark + 1);
  const bool infix = chunk.text[mark] == '?' && is_lower_word(after);
  const bool at_end = chunk.text[mark] == '$' && std::all_of(after.begin(), after.end(), is_digit);
  if (!is_lower_word(before) || !(infix || at_end)) return std::nullopt;
  return Trouble{chunk.at + mark, quoted(chunk.text.substr(mark, 1)) + " stands for no letter here",
                 shortened(before) + "*, which finds every word that begins so"};
}

constexpr struct {
  std::string_view code;
  std::string_view ours;
} factiva_fields[] = {{"hd", "title:"},   {"hl", "title:"},  {"hlp", "title:"},  {"by", "byline:"},
                      {"sn", "source:"},  {"sc", "source:"}, {"rst", "source:"}, {"la", "language:"},
                      {"re", "country:"}, {"ns", "topic:"},  {"co", "org:"},     {"pd", "date:"},
                      {"se", "section:"}};

std::optional<Trouble> equals_field(Span chunk) {
  const std::size_t equals = chunk.text.find('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  const std::string name = ascii_lower(chunk.text.substr(0, equals));
  const std::string value = shortened(chunk.text.substr(equals + 1));
  const std::string cause = quoted(chunk.text.substr(0, equals + 1)) + " names no field here";
  if (find_field(name) != nullptr) return Trouble{chunk.at, cause, name + ':' + value};
  for (const auto& field : factiva_fields) {
    if (field.code == name) return Trouble{chunk.at, cause, std::string(field.ours) + value};
  }
  return std::nullopt;
}

std::optional<Trouble> bare_range(Span chunk) {
  if (!looks_like_date_range(chunk.text)) return std::nullopt;
  return Trouble{chunk.at, "a range of dates needs its field", "date:" + shortened(chunk.text)};
}

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos || ascii_lower(chunk.substr(0, 4)) == "www.";
}

/// <, > and their like alone or before a number: words>300. Agencies put tickers in them: <AAPL>.
std::size_t find_comparison(std::string_view text) {
  const std::size_t at = text.find_first_of("<>");
  if (at == std::string_view::npos) return at;
  const std::size_t behind = text.find_first_not_of("<>=", at);
  if (behind == std::string_view::npos) return text.size() <= 2 && at == 0 ? at : behind;
  return is_digit(text[behind]) ? at : std::string_view::npos;
}

}  // namespace

std::optional<Trouble> foreign_spelling(Span chunk) {
  if (is_address(chunk.text)) return std::nullopt;
  for (const auto check : {foreign_mark, near_operator, boolean_word, leading_tilde, boost, leading_mark,
                           equals_field, wildcard, bare_range}) {
    if (auto trouble = check(chunk)) return trouble;
  }
  return std::nullopt;
}

std::optional<Trouble> foreign_mark(Span chunk) {
  if (is_address(chunk.text)) return std::nullopt;
  if (const std::size_t at = chunk.text.find("&&"); at != std::string_view::npos) {
    return Trouble{chunk.at + at, "\"&&\" is no operator here", "AND"};
  }
  if (const std::size_t at = chunk.text.find("||"); at != std::string_view::npos) {
    return Trouble{chunk.at + at, "\"||\" is no operator here", "OR"};
  }
  if (const std::size_t at = chunk.text.find_first_of("{}"); at != std::string_view::npos) {
    return Trouble{chunk.at + at, "braces have no meaning here", "parentheses, or \"words in quotes\""};
  }
  if (const std::size_t at = find_comparison(chunk.text); at != std::string_view::npos) {
    return Trouble{chunk.at + at, "\"<\" and \">\" have no meaning here",
                   "words alone, or date:2019.. for a range of dates"};
  }
  return std::nullopt;
}

std::optional<Trouble> foreign_function(Span name) {
  constexpr std::string_view functions[] = {
      "hlead",  "headline", "lead", "body",    "publication", "length",   "caps",      "allcaps",   "nocaps",
      "plural", "singular", "text", "company", "subject",     "location", "geography", "load-date", "cap"};
  const std::string lower = ascii_lower(name.text);
  if (auto trouble = near_operator({name.text, name.at})) return trouble;
  const bool is_known = std::find(std::begin(functions), std::end(functions), lower) != std::end(functions);
  if (!is_known && find_field(lower) == nullptr) return std::nullopt;
  const std::string cause = quoted(name.text) + " directly before a parenthesis names no field here";
  const auto ours =
      find_field(lower) != nullptr ? std::optional(find_field(lower)->name) : nearest_field(lower);
  if (!ours) return Trouble{name.at, cause, "the words alone: they are looked for in title and text"};
  return Trouble{name.at, cause,
                 std::string(*ours) + (*ours == "title" || *ours == "byline" ? ":(...)" : ":\"...\"")};
}

std::optional<Trouble> foreign_range(Span text) {
  if (!text.text.starts_with('[')) return std::nullopt;
  const std::size_t end = text.text.find_first_of("]}");
  const std::size_t to = text.text.find(" TO ");
  if (end == std::string_view::npos || to == std::string_view::npos || to > end) return std::nullopt;
  const std::string from(trimmed(text.text.substr(1, to - 1)));
  const std::string until(trimmed(text.text.substr(to + 4, end - to - 4)));
  return Trouble{text.at, "ranges in brackets have no meaning here",
                 "date:" + shortened(from) + ".." + shortened(until)};
}

bool is_operator_word(std::string_view word) {
  const bool near = word.starts_with("NEAR/") || word.starts_with("ADJ/");
  return near ||
         std::find(std::begin(operator_words), std::end(operator_words), word) != std::end(operator_words);
}

}  // namespace broadsheet
