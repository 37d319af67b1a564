// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/dateline_head.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/country.h"
#include "common/fold.h"
#include "indexer/normalise/dates/month_names.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 22> place_particles = {
    "de",  "del", "de la", "la", "le",  "les", "of", "the", "and", "am", "an",
    "der", "den", "do",    "da", "dos", "sur", "en", "y",   "e",   "el", "на"};

// Words in capitals before a dash that are no places.
constexpr std::array<std::string_view, 38> no_places = {
    "analyse",   "kommentar", "verification", "uberprufung", "breaking", "update",    "updated", "exclusive",
    "analysis",  "corrected", "correction",   "feature",     "factbox",  "opinion",   "wrapup",  "note",
    "editorial", "live",      "video",        "photo",       "photos",   "watch",     "review",  "special",
    "sports",    "business",  "news",         "alert",       "urgent",   "q",         "a",       "warning",
    "column",    "interview", "profile",      "top",         "key",      "background"};

bool is_particle(std::string_view word) {
  return std::find(place_particles.begin(), place_particles.end(), word) != place_particles.end();
}

bool has_sentence_marks(std::string_view text) {
  return text.find_first_of("?!;:\"()[]0123456789&<>*#@") != std::string_view::npos;
}

bool has_digit_in(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// "TRIPOLI (Liban)" without what tells it from others of its name.
std::string_view without_bracket(std::string_view place) {
  const auto opening = place.find(" (");
  if (opening == std::string_view::npos || !place.ends_with(')')) return place;
  const auto inside = place.substr(opening + 2, place.size() - opening - 3);
  return !inside.empty() && is_capitalised(inside) && !has_sentence_marks(inside) ? place.substr(0, opening)
                                                                                  : place;
}

bool is_no_place(std::string_view place) {
  const auto folded = fold_value(place.substr(0, place.find_first_of(" -")));
  return std::find(no_places.begin(), no_places.end(), folded) != no_places.end();
}

void set_agency(DatelineHead& head, std::string_view agency) {
  head.agency = agency;
  head.is_known_agency = true;
}

// Without brackets only names count that are no word or abbreviation of a place ("HARRISBURG, PA").
bool take_bare_agency(DatelineHead& head, std::string_view text) {
  constexpr std::array<std::string_view, 14> names = {"Reuters", "AP",     "AFP",  "dpa",         "EFE",
                                                      "ANSA",    "Xinhua", "TASS", "RIA Novosti", "Interfax",
                                                      "AAP",     "PTI",    "IANS", "Ukrinform"};
  const auto agency = known_agency(text);
  if (std::find(names.begin(), names.end(), agency) == names.end()) return false;
  set_agency(head, agency);
  return true;
}

/// Cuts "dpa" off "BERLIN dpa", "AAP" off "Feb 8 AAP".
std::string_view cut_agency(DatelineHead& head, std::string_view piece) {
  const auto last = piece.rfind(' ');
  const bool is_there = !head.is_known_agency && last != std::string_view::npos &&
                        take_bare_agency(head, piece.substr(last + 1));
  return is_there ? trimmed(piece.substr(0, last)) : piece;
}

/// Cuts "3 MAR" off "ROMA 3 MAR".
std::string_view cut_day(DatelineHead& head, std::string_view piece, std::string_view language) {
  if (head.day || !has_digit_in(piece)) return piece;
  for (auto at = piece.find(' '); at != std::string_view::npos; at = piece.find(' ', at + 1)) {
    head.day = parse_dateline_day(piece.substr(at + 1), language);
    if (head.day) return trimmed(piece.substr(0, at));
  }
  return piece;
}

bool take_year(DatelineHead& head, std::string_view piece) {
  const bool is_year = piece.size() == 4 && std::all_of(piece.begin(), piece.end(), is_ascii_digit);
  if (!is_year || !head.day || head.day->year) return false;
  int year = 0;
  for (const char c : piece) year = year * 10 + (c - '0');
  if (year < 1600 || year > 2200) return false;
  head.day->year = year;
  return true;
}

bool is_weekday(std::string_view piece, std::string_view language) {
  constexpr std::size_t longest = 30;  // bytes
  if (piece.size() > longest || piece.find(' ') != std::string_view::npos) return false;
  const auto word = calendar_word(fold_value(piece), language);
  return word.is_weekday && word.month == 0;
}

/// "पांच मार्च": a day whose number is a word. Which number is not read.
bool is_day_in_words(std::string_view piece, std::string_view language) {
  const auto last = piece.find(' ');
  const bool is_ascii = (piece.front() & 0x80) == 0;
  if (is_ascii || last == std::string_view::npos || piece.find(' ', last + 1) != std::string_view::npos)
    return false;
  return calendar_word(fold_value(piece.substr(last + 1)), language).month != 0;
}

std::string_view without_stops(std::string_view piece) {
  piece = trimmed(piece);
  while (piece.ends_with('.')) piece.remove_suffix(1);
  return piece;
}

bool take_day(DatelineHead& head, std::string_view piece, std::string_view language) {
  if (head.day || !has_digit_in(piece)) return false;
  head.day = parse_dateline_day(piece, language);
  return head.day.has_value();
}

bool take_place(DatelineHead& head, std::string_view piece, bool ends_in_stop) {
  if (!may_be_place(piece)) return false;
  head.places.push_back(piece);
  head.ends_in_stop = ends_in_stop;
  return head.places.size() <= 3;
}

/// One piece between commas.
bool take_piece(DatelineHead& head, std::string_view piece, std::string_view language) {
  const bool ends_in_stop = trimmed(piece).ends_with('.');
  piece = without_stops(piece);
  if (piece.empty() || take_year(head, piece) || take_day(head, piece, language)) return true;
  if (!head.is_known_agency && !head.places.empty() && take_bare_agency(head, piece)) return true;
  piece = cut_agency(head, piece);
  if (take_day(head, piece, language)) return true;
  piece = cut_day(head, piece, language);
  if (piece.empty() || (head.day && is_weekday(piece, language))) return true;
  if (!head.places.empty() && is_day_in_words(piece, language)) {
    head.has_day_in_words = true;
    return true;
  }
  return take_place(head, piece, ends_in_stop);
}

/// Pieces of what stands between two commas: a full stop separates as a comma does beside a day, as in
/// "МОСКВА. 3 марта", "27 августа. ИНТЕРФАКС", but not in "Aug. 14" and "ST. LOUIS".
void add_pieces(std::vector<std::string_view>& pieces, std::string_view part, std::string_view language) {
  const auto is_day = [&](std::string_view text) {
    return has_digit_in(text) && parse_dateline_day(without_stops(text), language);
  };
  const auto stop = part.find(". ");
  if (stop == std::string_view::npos || !has_digit_in(part) || is_day(part)) return pieces.push_back(part);
  const auto behind = part.substr(stop + 2);
  const bool is_day_next = !behind.empty() && (is_ascii_digit(behind.front()) || is_day(behind));
  if (!is_day_next && !is_day(part.substr(0, stop))) return pieces.push_back(part);
  pieces.push_back(part.substr(0, stop));
  add_pieces(pieces, behind, language);
}

// The full stop of an abbreviation ("Ga.", "N.C.") is part of the place, that of "МОСКВА." is not.
std::size_t stop_length(std::string_view place, bool is_first) {
  const bool is_short = place.size() <= 5 && has_lower(place);
  return (!is_first && is_short) || place.find('.') != std::string_view::npos ? 1 : 0;
}

// "Darmstadt, Germany", as sites print it that have no capitals.
bool ends_in_country(const DatelineHead& head) {
  constexpr std::size_t longest_code = 3;
  return head.places.size() == 2 && head.places.back().size() > longest_code &&
         find_country(head.places.back()).has_value();
}

/// "TTXVN 21/7": the agency's name before a day.
std::string_view without_day(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return text;
  const auto behind = text.substr(space + 1);
  return behind.find_first_not_of("0123456789/.-") == std::string_view::npos ? text.substr(0, space) : text;
}

}  // namespace

bool is_dateline_dash(char32_t c) {
  return c == '-' || c == '_' || c == '=' || (c >= 0x2010 && c <= 0x2015) || c == 0xFF0D;
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_islower(static_cast<UChar32>(next_code_point(text, at))) != 0) return true;
  }
  return false;
}

bool is_capitalised(std::string_view text) {
  const auto first = static_cast<UChar32>(first_code_point(text));
  return u_isupper(first) != 0 || u_istitle(first) != 0 ||
         (u_isalpha(first) != 0 && u_tolower(first) == u_toupper(first));
}

bool may_be_place(std::string_view text) {
  text = without_bracket(trimmed(text));
  if (text.empty() || text.size() > 60 || has_sentence_marks(text) || !is_capitalised(text)) return false;
  const auto words = split_spaces(text);
  return words.size() <= 5 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capitalised(word) || is_particle(word);
         });
}

bool take_agency(DatelineHead& head, std::string_view text, bool must_be_known) {
  for (const auto name : {text, without_day(text)}) {
    if (const auto agency = known_agency(name); !agency.empty()) {
      set_agency(head, agency);
      return true;
    }
  }
  for (const char separator : {'/', ',', '-'}) {  // "dpa/lby", "Reuters, AP"
    if (const auto agency = known_agency(text.substr(0, text.find(separator))); !agency.empty()) {
      set_agency(head, agency);
      return true;
    }
  }
  if (must_be_known || !may_be_place(text)) return false;
  head.agency = std::string(trimmed(text));
  return true;
}

bool read_dateline_pieces(DatelineHead& head, std::string_view text, std::string_view language) {
  std::vector<std::string_view> pieces;
  for (const auto part : split_at(text, ',')) add_pieces(pieces, part, language);
  return pieces.size() <= 6 && std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
           return take_piece(head, piece, language);
         });
}

std::string printed_place(const DatelineHead& head) {
  if (head.places.empty()) return {};
  const auto last = head.places.back();
  const auto* begin = head.places.front().data();
  auto length = static_cast<std::size_t>(last.data() - begin) + last.size();
  if (head.ends_in_stop) length += stop_length(last, head.places.size() == 1);
  return squeezed({begin, length});
}

// "SAN JOSE, Calif." has its state in small letters, shortened; so has "GASPÉ, Qc".
bool is_capitals(const DatelineHead& head) {
  if (head.places.empty() || columns(head.places.front()) < 3 || has_lower(head.places.front())) return false;
  const bool is_state_short =
      head.places.size() == 2 && (head.ends_in_stop || head.places.back().size() == 2);
  return is_state_short || std::none_of(head.places.begin(), head.places.end(), has_lower);
}

bool is_convincing(const DatelineHead& head, std::string_view rest) {
  const bool capitals = is_capitals(head) && has_lower(rest.substr(0, 60));
  if (head.is_known_agency) return true;
  if (!head.agency.empty()) return capitals || (head.day && !head.places.empty());
  if (head.places.empty()) return head.day && head.day->year;  // "10 octobre 2012. - Le musée ..."
  return head.day.has_value() || ends_in_country(head) || (capitals && !is_no_place(head.places.front()));
}

}  // namespace broadsheet
