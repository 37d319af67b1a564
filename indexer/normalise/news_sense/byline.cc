// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_byline = 240;  // bytes
constexpr std::size_t longest_credits = 1'000;

struct Opening {
  std::string_view text;      // folded
  std::string_view language;  // the only one it counts in; empty: all
};

constexpr std::array<Opening, 41> openings = {{
    {"by", ""},         {"written by", ""}, {"reported by", ""}, {"story by", ""},   {"words by", ""},
    {"report by", ""},  {"text by", ""},    {"compiled by", ""}, {"author:", ""},    {"autor:", ""},
    {"autora:", ""},    {"autorin:", ""},   {"auteur:", ""},     {"autore:", ""},    {"text:", ""},
    {"texte:", ""},     {"texto:", ""},     {"testo:", ""},      {"tekst:", ""},     {"автор:", ""},
    {"текст:", ""},     {"автори:", ""},    {"yazan:", ""},      {"haber:", "tr"},   {"von", "de"},
    {"par", "fr"},      {"por", "es"},      {"por", "pt"},       {"di", "it"},       {"door", "nl"},
    {"av", "sv"},       {"av", "no"},       {"af", "da"},        {"per", "ca"},      {"pewarta:", ""},
    {"penulis:", ""},   {"reporter:", ""},  {"redakcja:", ""},   {"reportaje:", ""}, {"szerzo:", ""},
    {"συντακτης:", ""},
}};

constexpr std::array<std::string_view, 6> ideographic_openings = {"记者：", "記者：", "作者：",
                                                                  "文／",   "文/",    "撰文："};

constexpr std::array<std::string_view, 26> name_particles = {
    "de",  "del", "della", "di", "da",  "do", "dos", "das", "du", "van", "von", "der", "den",
    "het", "ter", "ten",   "zu", "zum", "af", "bin", "ibn", "al", "el",  "la",  "le",  "ben"};

// Between the names of a list. Each begins with one of the bytes below.
constexpr std::array<std::string_view, 22> joints = {
    " and ", " & ",  " und ", " et ", " y ", " e ", " i ",      " и ", " та ",     " og ",     " och ",
    " en ",  " ve ", " AND ", ", ",   "\n",  " | ", " \u2022 ", " - ", " \u2013 ", " \u2014 ", " / "};
constexpr std::string_view joint_openings = " ,\n";

// A piece with one of these says what the author is.
constexpr std::array<std::string_view, 42> job_words = {
    "writer",    "writers",       "correspondent", "correspondents", "editor",       "editors",
    "reporter",  "reporters",     "staff",         "press",          "bureau",       "chief",
    "critic",    "columnist",     "contributor",   "news",           "times",        "post",
    "special",   "agency",        "service",       "journal",        "analyst",      "redaktion",
    "redakteur", "korrespondent", "reporterin",    "correspondant",  "corresponsal", "redaccion",
    "redazione", "envoye",        "enviado",       "inviato",        "gazette",      "herald",
    "guardian",  "magazine",      "tribune",       "university",     "newswires",    "newswire"};

// Credits open with one of these; the authors' first.
constexpr std::array<std::string_view, 7> author_credits = {
    "reporting by", "additional reporting by",  "writing by",
    "written by",   "reporting and writing by", "compiled by",
    "reporting"};
// Credits in brackets open with words of these before "by".
constexpr std::array<std::string_view, 12> author_words = {"reporting", "reported",  "writing",  "written",
                                                           "compiled",  "compiling", "created",  "text",
                                                           "story",     "polling",   "analysis", "addition"};
constexpr std::array<std::string_view, 15> helper_words = {
    "editing",  "edited", "graphics",   "graphic",   "video",  "photo",       "photos",       "translated",
    "produced", "desk",   "interviews", "interview", "screen", "contributed", "contributions"};
constexpr std::array<std::string_view, 6> linking_words = {"additional", "further", "with",
                                                           "and",        "&",       "more"};
// These say it without "by" too: "Additional reporting Jane Doe".
constexpr std::array<std::string_view, 5> bare_words = {"reporting", "editing", "editor", "writing",
                                                        "polling"};
constexpr std::array<std::string_view, 8> editor_credits = {"editing by",  "reporting and editing by",
                                                            "edited by",   "additional editing by",
                                                            "graphics by", "editor:",
                                                            "redaktur:",   "redaktor:"};

template <typename Names>
bool is_one_of(std::string_view word, const Names& names) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

bool is_name_character(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) != 0 || type == U_NON_SPACING_MARK || c == '.' || c == '-' ||
         c == '\'' || c == 0x2019 || c == 0x2010;
}

bool is_name_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (!is_name_character(next_code_point(word, at))) return false;
  }
  const auto first = static_cast<UChar32>(first_code_point(word));
  return u_isupper(first) != 0 || u_isalpha(first) == 0 || u_tolower(first) == u_toupper(first);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_job(std::string_view piece) {
  const auto folded = fold_value(piece);
  for (const auto word : split_spaces(folded)) {
    if (is_one_of(word, job_words)) return true;
  }
  return !known_agency(piece).empty();
}

/// "dtb", "MW": what an agency that is not known may call itself behind its author's name.
bool is_abbreviation(std::string_view piece) {
  constexpr std::size_t longest = 5;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !piece.empty() && piece.size() <= longest &&
         (std::all_of(piece.begin(), piece.end(), is_small) ||
          std::all_of(piece.begin(), piece.end(), is_capital));
}

/// Cuts at the first joint, comma included; the rest follows.
std::string_view take_piece(std::string_view& text) {
  auto end = text.find_first_of(joint_openings);
  std::size_t length = 0;
  for (; end < text.size(); end = text.find_first_of(joint_openings, end + 1)) {
    const auto rest = text.substr(end);
    const auto joint = std::find_if(joints.begin(), joints.end(),
                                    [&](std::string_view any) { return rest.starts_with(any); });
    if (joint == joints.end()) continue;
    length = joint->size();
    break;
  }
  end = std::min(end, text.size());
  const auto piece = trimmed(text.substr(0, end));
  text = trimmed(text.substr(std::min(end + length, text.size())));
  return piece;
}

std::string_view without_place(std::string_view name) {
  for (const std::string_view word : {" in ", " at ", " \u00e0 ", " aus ", " en "}) {
    name = name.substr(0, name.find(word));
  }
  return name;
}

/// The names at the start of a list; what follows them may only say what they are.
std::optional<AuthorNames> read_names(std::string_view text) {
  AuthorNames names;
  while (text.ends_with('.') && !text.ends_with(" Jr.")) text.remove_suffix(1);
  while (!text.empty()) {
    const auto piece = take_piece(text);
    if (piece.starts_with("and ")) return read_names(piece.substr(4));
    const auto name = without_place(piece);
    const bool is_suffix = !names.empty() && (piece == "Jr." || piece == "Jr" || piece == "M.D.");
    if (is_suffix) continue;
    if (!names.empty() && (is_job(piece) || has_digit(piece))) break;
    if (!names.empty() && is_abbreviation(piece)) break;
    if (!is_person_name(name)) {
      if (!names.empty() || !is_job(piece) || split_spaces(piece).size() > 3) return std::nullopt;
    }
    names.push_back(squeezed(name));
  }
  return names.empty() ? std::nullopt : std::optional(names);
}

bool is_language(std::string_view wanted, std::string_view language) {
  return wanted.empty() || language.empty() || wanted == language;
}

bool opens_something(std::string_view first_word) {
  return std::any_of(openings.begin(), openings.end(),
                     [&](const Opening& opening) { return opening.text.starts_with(first_word); });
}

bool is_opening(std::string_view folded, std::string_view language) {
  return std::any_of(openings.begin(), openings.end(), [&](const Opening& opening) {
    const bool is_same = folded == opening.text ||
                         (folded.ends_with(':') && folded.substr(0, folded.size() - 1) == opening.text);
    return is_same && is_language(opening.language, language);
  });
}

/// Behind the opening word or words; nothing if there are none.
std::optional<std::string_view> behind_opening(std::string_view text, std::string_view language) {
  for (const auto opening : ideographic_openings) {
    if (text.starts_with(opening)) return text.substr(opening.size());
  }
  const auto first = text.substr(0, text.find(' '));
  if (first.size() == text.size() || first.size() > 20) return std::nullopt;
  const auto folded = fold_value(first);
  if (is_opening(folded, language)) return trimmed(text.substr(first.size()));
  const auto second = text.find(' ', first.size() + 1);
  if (second == std::string_view::npos || !opens_something(folded)) return std::nullopt;
  if (!is_opening(fold_value(text.substr(0, second)), language)) return std::nullopt;
  return trimmed(text.substr(second));
}

// A small letter opens a sentence's tail, not a byline.
bool may_open_byline(std::string_view text) {
  const auto first = static_cast<UChar32>(first_code_point(text));
  return !text.empty() && text.size() <= longest_byline &&
         (u_isupper(first) != 0 || u_tolower(first) == u_toupper(first));
}

std::optional<AuthorNames> ideographic_names(std::string_view text) {
  if (!is_unspaced(first_code_point(text)) || columns(text) > 20) return std::nullopt;
  AuthorNames names;
  for (const auto name : split_spaces(text)) names.emplace_back(name);
  return names;
}

template <typename Table>
std::string_view behind_any(std::string_view clause, const Table& table) {
  for (const auto opening : table) {
    if (starts_with_nocase(clause, opening)) return trimmed(clause.substr(opening.size()));
  }
  return {};
}

/// Behind "Additional reporting by"; nothing if the text does not open so. is_author: not "Editing by".
std::optional<std::string_view> behind_credit(std::string_view text, bool& is_author) {
  constexpr std::size_t longest = 40;
  text = trimmed(text);
  const auto folded = fold_value(text.substr(0, longest));
  const auto by = (' ' + folded).find(" by ");
  if (by == std::string::npos || by == 0 || folded.size() > text.size()) return std::nullopt;
  bool is_credit = false;
  is_author = false;
  for (const auto word : split_spaces(std::string_view(folded).substr(0, by - 1))) {
    const bool says_author = is_one_of(word, author_words);
    is_credit = is_credit || says_author || is_one_of(word, helper_words);
    is_author = is_author || says_author;
    if (!says_author && !is_one_of(word, helper_words) && !is_one_of(word, linking_words))
      return std::nullopt;
  }
  return is_credit ? std::optional(trimmed(text.substr(by + 2))) : std::nullopt;
}

/// The same, and behind "Editing" in "Editing Jane Doe", as some papers have it.
std::optional<std::string_view> behind_any_credit(std::string_view text, bool& is_author) {
  if (const auto behind = behind_credit(text, is_author)) return behind;
  bool is_credit = false;
  is_author = false;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const auto word = fold_value(text.substr(0, text.find(' ')));
    const bool is_bare = is_one_of(word, bare_words);
    if (!is_bare && !is_one_of(word, linking_words)) break;
    is_credit = is_credit || is_bare;
    is_author = is_author || (is_bare && is_one_of(word, author_words));
    text.remove_prefix(std::min(text.find(' '), text.size()));
  }
  auto rest = text;
  return is_credit && is_person_name(without_place(take_piece(rest))) ? std::optional(text) : std::nullopt;
}

/// The names in a list of people and where they are, whatever else stands in it.
void add_names(AuthorNames& names, std::string_view text) {
  while (!text.empty()) {
    auto piece = take_piece(text);
    if (piece.starts_with("and ")) piece.remove_prefix(4);
    if (starts_with_nocase(piece, "by ")) piece.remove_prefix(3);
    while (piece.ends_with('.') && !piece.ends_with("Jr.")) piece.remove_suffix(1);
    const auto name = squeezed(without_place(piece));
    const bool is_known = std::find(names.begin(), names.end(), name) != names.end();
    if (is_person_name(name) && !is_known && !has_digit(piece)) names.push_back(name);
  }
}

/// Where the next clause of credits begins: behind ";", or behind a comma or full stop where "editing by" or
/// the like follows.
std::size_t next_clause(std::string_view text) {
  bool is_author = false;
  for (auto at = text.find_first_of(";,."); at != std::string_view::npos;
       at = text.find_first_of(";,.", at + 1)) {
    if (text[at] == ';' || behind_credit(text.substr(at + 1), is_author)) return at;
  }
  return text.size();
}

/// True of "Jane Doe in Paris; editing by John Roe": names and only then what one of them did.
bool has_later_credit(std::string_view text) {
  constexpr std::size_t longest = 400;
  bool is_author = false;
  if (text.size() > longest || has_digit(text) || text.find(')') < text.find('(')) return false;
  const auto end = next_clause(text);
  return end < text.size() && !ends_sentence(text.substr(0, end)) &&
         behind_credit(text.substr(end + 1), is_author);
}

std::optional<AuthorNames> bracketed_credits(std::string_view text) {
  AuthorNames names;
  bool is_author = false;
  if (!behind_any_credit(text, is_author)) {
    if (!has_later_credit(text)) return std::nullopt;
    is_author = true;
  }
  while (!text.empty()) {
    const auto end = next_clause(text);
    bool is_author_here = false;
    const auto behind = behind_any_credit(text.substr(0, end), is_author_here);
    if (behind) is_author = is_author_here;
    if (is_author) add_names(names, behind.value_or(trimmed(text.substr(0, end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

/// What stands in the brackets that a text is in; the second may be missing.
std::optional<std::string_view> inside_brackets(std::string_view text) {
  if (!text.starts_with('(')) return std::nullopt;
  text.remove_prefix(1);
  if (text.ends_with(')')) return text.substr(0, text.size() - 1);
  return text.find(')') == std::string_view::npos ? std::optional(text) : std::nullopt;
}

}  // namespace

bool is_person_name(std::string_view text) {
  const auto words = split_spaces(text);
  if (words.size() < 2 || words.size() > 6 || !is_name_word(words.front()) || !is_name_word(words.back()))
    return false;
  if (!u_isalpha(static_cast<UChar32>(first_code_point(words.front())))) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_name_word(word) || is_one_of(word, name_particles);
  });
}

bool is_job_line(std::string_view paragraph) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr std::size_t most_words = 6;
  const auto text = trimmed(paragraph);
  if (text.empty() || text.size() > longest || ends_sentence(text)) return false;
  const auto words = split_spaces(text);
  const auto is_capital = [](std::string_view word) {
    return is_name_word(word) || word == "of" || word == "the";
  };
  return words.size() <= most_words && std::all_of(words.begin(), words.end(), is_capital) && is_job(text);
}

std::optional<AuthorNames> parse_byline(std::string_view paragraph, std::string_view language) {
  auto text = trimmed(paragraph);
  if (text.starts_with("-By ") || text.starts_with("--By ")) text.remove_prefix(text.find('B'));
  if (!may_open_byline(text)) return std::nullopt;
  const auto names = behind_opening(text, language);
  if (!names || names->empty() || has_digit(names->substr(0, names->find(',')))) return std::nullopt;
  if (const auto found = ideographic_names(*names)) return found;
  return read_names(*names);
}

std::string_view agency_of_byline(std::string_view paragraph) {
  const auto text = trimmed(paragraph);
  const auto separator = text.find_last_of(",/|");
  return separator == std::string_view::npos ? std::string_view() : known_agency(text.substr(separator + 1));
}

std::optional<AuthorNames> parse_credits(std::string_view paragraph) {
  auto text = trimmed(paragraph);
  if (text.size() > longest_credits) return std::nullopt;
  if (const auto inside = inside_brackets(text)) return bracketed_credits(*inside);
  AuthorNames names;
  bool found = false;
  for (auto clause : split_at(text, ';')) {
    clause = trimmed(clause);
    if (const auto editors = behind_any(clause, editor_credits); !editors.empty()) {
      found = true;
    } else if (const auto authors = behind_any(clause, author_credits); !authors.empty()) {
      const auto read = read_names(authors);
      if (!read) return std::nullopt;
      names.insert(names.end(), read->begin(), read->end());
      found = true;
    } else {
      return std::nullopt;
    }
  }
  return found ? std::optional(names) : std::nullopt;
}

std::size_t find_trailing_credits(std::string_view paragraph) {
  constexpr int most_brackets = 4;  // in the credits: "(London)"
  auto opening = paragraph.rfind('(');
  for (int i = 0; i < most_brackets && opening != std::string_view::npos && opening > 0; ++i) {
    if (parse_credits(paragraph.substr(opening))) return opening;
    opening = paragraph.rfind('(', opening - 1);
  }
  return std::string_view::npos;
}

AuthorNames read_byline_field(std::string_view field, std::string_view language) {
  const auto text = trimmed(field);
  if (text.empty()) return {};
  const auto behind = behind_opening(text, language).value_or(text);
  const bool is_inverted = behind.find(',') != std::string_view::npos && behind.find(' ') > behind.find(',');
  if (!is_inverted) {
    if (const auto names = read_names(behind)) return *names;
  }
  return {squeezed(behind.empty() ? text : behind)};
}

}  // namespace broadsheet
