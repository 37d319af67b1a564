// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/notes.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/fold.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_note = 400;  // bytes
constexpr std::size_t longest_mark = 32;

// How desks open a remark in brackets.
constexpr std::array<std::string_view, 47> bracketed_notes = {
    "adds",           "add",           "updates",   "updated",       "updating",     "repeats",
    "recasts",        "corrects",      "corrected", "correcting",    "rewrites",     "writes",
    "new throughout", "refiles",       "refiled",   "fixes",         "clarifies",    "changes",
    "removes",        "deletes",       "inserts",   "eds:",          "eds",          "editors:",
    "editors note",   "editor's note", "embargo",   "embargoed",     "attn",         "attention",
    "with photo",     "with graphic",  "graphic:",  "photos",        "aktualisiert", "berichtigt",
    "korrigiert",     "erganzt",       "actualise", "actualisation", "ajoute",       "actualiza",
    "corrige",        "aggiorna",      "обновлено", "добавлено",     "for use by"};

// Remarks without brackets.
constexpr std::array<std::string_view, 23> plain = {"eds:",
                                                    "eds note:",
                                                    "editors:",
                                                    "editor's note:",
                                                    "editors' note:",
                                                    "editors note:",
                                                    "note to editors",
                                                    "attention editors",
                                                    "attn editors",
                                                    "correction:",
                                                    "corrections:",
                                                    "clarification:",
                                                    "berichtigung:",
                                                    "korrektur:",
                                                    "rectificatif:",
                                                    "fe de erratas:",
                                                    "errata:",
                                                    "an earlier version of this",
                                                    "this story has been corrected",
                                                    "this article was amended",
                                                    "this story has been updated",
                                                    "this article has been updated",
                                                    "this report by the canadian press"};

constexpr std::array<std::string_view, 37> end_marks = {
    "ends",   "end",     "endit",     "ends-", "-ends-",  "- ends -", "-end-", "(end)", "(ends)", "-30-",
    "- 30 -", "30",      "###",       "# # #", "##",      "(more)",   "more",  "-0-",   "nnnn",   "xxx",
    "eom",    "ende",    "fin",       "(fin)", "enditem", "enditem.", "fim",   "slutt", "slut",   "koniec",
    "konec",  "schluss", "(schluss)", "انتهى", "完",      "了",       "终"};

constexpr std::array<std::string_view, 27> corrections = {
    "corrected",    "correction",    "corrects",    "corrige",    "berichtigung", "berichtigt",   "korrektur",
    "rectificatif", "rectification", "corregido",   "correccion", "correcao",     "corrigido",    "corretto",
    "correzione",   "rettifica",     "corrigendum", "errata",     "rectificatie", "sprostowanie", "korekta",
    "duzeltme",     "исправлено",    "исправление", "поправка",   "виправлено",   "تصحيح"};

template <typename Table>
bool opens_with_any(std::string_view folded, const Table& table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view opening) {
    if (!folded.starts_with(opening)) return false;
    const char next = folded.size() > opening.size() ? folded[opening.size()] : ' ';
    return !is_ascii_letter(next) || !is_ascii_letter(opening.back());
  });
}

/// As much of the text as an opening can take, folded.
std::string folded_head(std::string_view text) {
  constexpr std::size_t longest_opening = 48;  // columns: longer than any of the tables
  return fold_value(text.size() <= longest_opening ? text : cut_at_word(text, longest_opening));
}

bool is_bracket(char c) {
  return c == '(' || c == '[';
}

std::string_view without_brackets(std::string_view text) {
  constexpr std::string_view around = "()[]-/*. ";
  const auto first = text.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(around) - first + 1);
}

bool may_open_note(char c) {
  constexpr std::string_view firsts = "eEnNaAcCbBkKrRfFtT";
  return firsts.find(c) != std::string_view::npos;
}

}  // namespace

bool is_editors_note(std::string_view paragraph) {
  const auto text = trimmed(paragraph);
  if (text.empty() || text.size() > longest_note) return false;
  if (is_bracket(text.front())) {
    // The bracket must close at the end: what follows it would be the story.
    const auto closing = text.find_first_of(")]");
    return closing + 2 >= text.size() && opens_with_any(folded_head(text.substr(1)), bracketed_notes);
  }
  return may_open_note(text.front()) && opens_with_any(folded_head(text), plain);
}

bool is_end_mark(std::string_view paragraph) {
  auto text = trimmed(paragraph);
  if (text.ends_with("^M")) text = trimmed(text.substr(0, text.size() - 2));  // a printed carriage return
  if (text.empty() || text.size() > longest_mark) return false;
  const auto folded = fold_value(text);
  const auto is_listed = [](std::string_view mark) {
    return std::find(end_marks.begin(), end_marks.end(), mark) != end_marks.end();
  };
  return is_listed(folded) || is_listed(without_brackets(folded)) ||
         !known_agency(without_brackets(text)).empty();
}

std::size_t find_trailing_end_mark(std::string_view paragraph) {
  for (const std::string_view mark : {"（完）", "(完)", "（了）", "(了)", "（终）", "(END)"}) {
    const auto text = trimmed(paragraph);
    if (text.ends_with(mark) && text.size() > mark.size()) return text.size() - mark.size();
  }
  const auto space = trimmed(paragraph).rfind(' ');
  if (space == std::string_view::npos || !ends_sentence(paragraph.substr(0, space)))
    return std::string_view::npos;
  const auto word = trimmed(paragraph.substr(space));
  const bool is_mark = !word.ends_with('.') && word != "End" && word.size() > 2 && is_end_mark(word);
  return is_mark ? space + 1 : std::string_view::npos;
}

bool is_contact(std::string_view paragraph) {
  constexpr std::size_t longest = 200;  // bytes
  const auto text = trimmed(paragraph);
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.size() > longest) return false;
  const bool is_alone = std::none_of(text.begin(), text.end(), is_ascii_space);
  return (is_alone && text.find('.', at) != std::string_view::npos) || text.starts_with("Write to ") ||
         text.starts_with("To contact ");
}

std::string_view first_published(std::string_view paragraph) {
  constexpr std::size_t longest = 160;  // bytes
  const auto text = trimmed(paragraph);
  if (text.size() > longest || text.find(" published ") == std::string_view::npos) return {};
  for (const std::string_view words : {"first published ", "originally published "}) {
    const auto at = text.find(words);
    if (at == std::string_view::npos) continue;
    auto date = text.substr(at + words.size());
    if (date.starts_with("on ")) date.remove_prefix(3);
    while (date.ends_with('.')) date.remove_suffix(1);
    return date;
  }
  return {};
}

bool is_address(std::string_view paragraph) {
  const bool is_web = starts_with_nocase(paragraph, "http://") || starts_with_nocase(paragraph, "https://");
  return is_web && std::none_of(paragraph.begin(), paragraph.end(), is_ascii_space);
}

bool says_corrected(std::string_view text) {
  text = trimmed(text);
  const bool in_brackets = !text.empty() && is_bracket(text.front());
  if (in_brackets) text.remove_prefix(1);
  if (text.starts_with("更正") || text.starts_with("訂正")) return true;
  const auto head = fold_value(cut_at_word(text, 40));
  for (const auto word : corrections) {
    if (!head.starts_with(word)) continue;
    const auto rest = trimmed(std::string_view(head).substr(word.size()));
    constexpr std::string_view signs = ":-/()[]";
    const bool is_word = head.size() == word.size() || !is_ascii_letter(head[word.size()]);
    if (rest.empty() || signs.find(rest.front()) != std::string_view::npos || (in_brackets && is_word))
      return true;
  }
  return false;
}

}  // namespace broadsheet
