// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dateline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/country.h"
#include "common/fold.h"
#include "indexer/normalise/agencies.h"
#include "indexer/normalise/characters.h"
#include "indexer/normalise/dateline_asia.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_head = 140;  // bytes

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

struct Head {
  std::vector<std::string_view> places;
  std::optional<DatelineDay> day;
  std::string agency;
  bool is_known_agency = false;
  bool ends_in_stop = false;  // a full stop stands behind the last place
};

bool is_dash(char32_t c) {
  return c == '-' || c == '_' || c == '=' || (c >= 0x2010 && c <= 0x2015) || c == 0xFF0D;
}

/// Position behind a separator that stands at position, with the spaces around it; position if there is none.
std::size_t skip_separator(std::string_view text, std::size_t position, bool colon_counts) {
  auto at = text.find_first_not_of(' ', position);
  if (at == std::string_view::npos) return position;
  bool found = false;
  for (auto next = at; next < text.size(); at = next) {
    const char32_t c = next_code_point(text, next);
    const bool is_stop = c == '.' || (colon_counts && c == ':');
    if (!is_dash(c) && !is_stop) break;
    found = found || is_dash(c) || c == ':';
  }
  if (!found) return position;
  return std::min(text.find_first_not_of(' ', at), text.size());
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_islower(static_cast<UChar32>(next_code_point(text, at))) != 0) return true;
  }
  return false;
}

bool is_capitalised(std::string_view word) {
  const auto first = static_cast<UChar32>(first_code_point(word));
  return u_isupper(first) != 0 || u_istitle(first) != 0 ||
         (u_isalpha(first) != 0 && u_tolower(first) == u_toupper(first));
}

bool is_particle(std::string_view word) {
  return std::find(place_particles.begin(), place_particles.end(), word) != place_particles.end();
}

bool has_sentence_marks(std::string_view text) {
  return text.find_first_of("?!;:\"()[]0123456789&<>*#@") != std::string_view::npos;
}

bool is_place(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 60 || has_sentence_marks(text) || !is_capitalised(text)) return false;
  const auto words = split_spaces(text);
  return words.size() <= 5 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capitalised(word) || is_particle(word);
         });
}

bool is_no_place(std::string_view place) {
  const auto folded = fold_value(place.substr(0, place.find_first_of(" -")));
  return std::find(no_places.begin(), no_places.end(), folded) != no_places.end();
}

bool take_agency(Head& head, std::string_view text, bool must_be_known) {
  if (const auto agency = known_agency(text); !agency.empty()) {
    head.agency = agency;
    head.is_known_agency = true;
    return true;
  }
  for (const char separator : {'/', ',', '-'}) {  // "dpa/lby", "Reuters, AP"
    if (const auto agency = known_agency(text.substr(0, text.find(separator))); !agency.empty()) {
      head.agency = agency;
      head.is_known_agency = true;
      return true;
    }
  }
  if (must_be_known || !is_place(text)) return false;
  head.agency = std::string(trimmed(text));
  return true;
}

/// True of "Meridian Wire" and "MW" in copy of that outlet.
bool is_outlet(std::string_view text, std::string_view outlet) {
  std::string initials;
  for (const auto word : split_spaces(outlet)) initials += word.front();
  const auto folded = fold_value(text);
  return !folded.empty() &&
         (folded == fold_value(outlet) || (initials.size() > 1 && trimmed(text) == initials));
}

// Without brackets only names count that are no word or abbreviation of a place ("HARRISBURG, PA").
bool take_bare_agency(Head& head, std::string_view text) {
  constexpr std::array<std::string_view, 10> names = {"Reuters", "AP",     "AFP",  "dpa",         "EFE",
                                                      "ANSA",    "Xinhua", "TASS", "RIA Novosti", "Interfax"};
  const auto agency = known_agency(text);
  if (std::find(names.begin(), names.end(), agency) == names.end()) return false;
  head.agency = agency;
  head.is_known_agency = true;
  return true;
}

/// Cuts "3 MAR" off "ROMA 3 MAR", "dpa" off "BERLIN dpa".
std::string_view take_tail(Head& head, std::string_view piece, std::string_view language) {
  const auto digit = piece.find_first_of("0123456789");
  if (!head.day && digit != std::string_view::npos) {
    for (auto at = piece.find(' '); at != std::string_view::npos; at = piece.find(' ', at + 1)) {
      head.day = parse_dateline_day(piece.substr(at + 1), language);
      if (head.day) return piece.substr(0, at);
    }
  }
  const auto last = piece.rfind(' ');
  if (!head.is_known_agency && last != std::string_view::npos &&
      take_bare_agency(head, piece.substr(last + 1))) {
    return piece.substr(0, last);
  }
  return piece;
}

bool take_year(Head& head, std::string_view piece) {
  const bool is_year = piece.size() == 4 && std::all_of(piece.begin(), piece.end(), is_ascii_digit);
  if (!is_year || !head.day || head.day->year) return false;
  int year = 0;
  for (const char c : piece) year = year * 10 + (c - '0');
  if (year < 1600 || year > 2200) return false;
  head.day->year = year;
  return true;
}

/// One piece between commas.
bool take_piece(Head& head, std::string_view piece, std::string_view language) {
  piece = trimmed(piece);
  const bool ends_in_stop = piece.ends_with('.');
  while (piece.ends_with('.')) piece.remove_suffix(1);
  if (piece.empty() || take_year(head, piece)) return true;
  if (!head.day && piece.find_first_of("0123456789") != std::string_view::npos) {
    head.day = parse_dateline_day(piece, language);
    if (head.day) return true;
  }
  if (!head.is_known_agency && !head.places.empty() && take_bare_agency(head, piece)) return true;
  piece = trimmed(take_tail(head, piece, language));
  if (piece.empty()) return true;
  if (!is_place(piece)) return false;
  head.places.push_back(piece);
  head.ends_in_stop = ends_in_stop;
  return head.places.size() <= 3;
}

std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (const auto part : split_at(text, ',')) {
    // "МОСКВА. 3 марта": a full stop separates as a comma does, if a day follows.
    const auto stop = part.find(". ");
    const bool is_day_next =
        stop != std::string_view::npos && stop + 2 < part.size() && is_ascii_digit(part[stop + 2]);
    pieces.push_back(part.substr(0, is_day_next ? stop : part.size()));
    if (is_day_next) pieces.push_back(part.substr(stop + 2));
  }
  return pieces;
}

bool read_pieces(Head& head, std::string_view text, std::string_view language) {
  const auto pieces = pieces_of(text);
  return pieces.size() <= 6 && std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
           return take_piece(head, piece, language);
         });
}

// The full stop of an abbreviation ("Ga.", "N.C.") is part of the place, that of "МОСКВА." is not.
std::size_t stop_length(std::string_view place, bool is_first) {
  const bool is_short = place.size() <= 5 && has_lower(place);
  return (!is_first && is_short) || place.find('.') != std::string_view::npos ? 1 : 0;
}

std::string printed_place(const Head& head) {
  if (head.places.empty()) return {};
  const auto last = head.places.back();
  const auto* begin = head.places.front().data();
  auto length = static_cast<std::size_t>(last.data() - begin) + last.size();
  if (head.ends_in_stop) length += stop_length(last, head.places.size() == 1);
  return squeezed({begin, length});
}

// "SAN JOSE, Calif." has its state in small letters, shortened.
bool is_capitals(const Head& head) {
  if (head.places.empty() || columns(head.places.front()) < 3 || has_lower(head.places.front())) return false;
  const bool is_state_short = head.places.size() == 2 && head.ends_in_stop;
  return is_state_short || std::none_of(head.places.begin(), head.places.end(), has_lower);
}

// "Darmstadt, Germany", as sites print it that have no capitals.
bool ends_in_country(const Head& head) {
  constexpr std::size_t longest_code = 3;
  return head.places.size() == 2 && head.places.back().size() > longest_code &&
         find_country(head.places.back()).has_value();
}

// What makes it a dateline and no sentence; rest is the text behind it.
bool is_convincing(const Head& head, std::string_view rest) {
  const bool capitals = is_capitals(head) && has_lower(rest.substr(0, 60));
  if (head.is_known_agency) return true;
  if (!head.agency.empty()) return capitals || (head.day && !head.places.empty());
  if (head.places.empty()) return head.day && head.day->year;  // "10 octobre 2012. - Le musée ..."
  return head.day.has_value() || ends_in_country(head) || (capitals && !is_no_place(head.places.front()));
}

Dateline finish(const Head& head, std::size_t length) {
  return {length, printed_place(head), head.agency, head.day};
}

/// "LONDON, March 3 (Reuters) -", "МОСКВА, 3 марта. /ТАСС/."; opening is where the bracket stands.
std::optional<Dateline> with_brackets(std::string_view text, std::size_t opening, std::string_view language,
                                      std::string_view outlet) {
  const char closing_mark = text[opening] == '(' ? ')' : '/';
  const auto closing = text.find(closing_mark, opening + 1);
  if (closing == std::string_view::npos || closing - opening > 50) return std::nullopt;
  Head head;
  if (!read_pieces(head, text.substr(0, opening), language)) return std::nullopt;
  const auto inside = text.substr(opening + 1, closing - opening - 1);
  if (is_outlet(inside, outlet)) {
    head.agency = outlet;
    head.is_known_agency = true;
  } else if (!take_agency(head, inside, closing_mark == '/')) {
    return std::nullopt;
  }
  auto end = skip_separator(text, closing + 1, true);
  if (end == closing + 1) {
    // "/TASS/." needs no dash.
    if (closing_mark != '/' || head.places.empty()) return std::nullopt;
    end = std::min(text.find_first_not_of(". ", closing + 1), text.size());
  }
  if (!is_convincing(head, text.substr(end))) return std::nullopt;
  return finish(head, end);
}

// "МОСКВА, 3 мар - РИА Новости. ...": the agency may follow the dash.
std::size_t take_agency_behind(Head& head, std::string_view text, std::size_t end) {
  if (!head.agency.empty() || !head.day) return end;
  const auto stop = text.substr(end, 40).find_first_of(".-,");
  if (stop == std::string_view::npos || !take_agency(head, text.substr(end, stop), true)) return end;
  return std::min(text.find_first_not_of(".-, ", end + stop), text.size());
}

/// "LONDON, March 3 -", "WASHINGTON -"; dash is where a dash with space before or behind it stands.
std::optional<Dateline> with_dash(std::string_view text, std::size_t dash, std::string_view language) {
  Head head;
  auto end = skip_separator(text, dash, false);
  if (end == dash || !read_pieces(head, text.substr(0, dash), language)) return std::nullopt;
  end = take_agency_behind(head, text, end);
  if (!is_convincing(head, text.substr(end))) return std::nullopt;
  return finish(head, end);
}

/// "МОСКВА, 3 марта. Спутник ...": a place in capitals and a day need no dash.
std::optional<Dateline> with_stop(std::string_view text, std::string_view language) {
  const auto stop = text.substr(0, longest_head).find(". ");
  Head head;
  if (stop == std::string_view::npos || !read_pieces(head, text.substr(0, stop), language))
    return std::nullopt;
  const bool is_dateline = head.day && is_capitals(head) && has_lower(text.substr(stop).substr(0, 60));
  return is_dateline ? std::optional(finish(head, stop + 2)) : std::nullopt;
}

/// The first place in the head where a bracket, or a dash beside a space, stands.
std::size_t find_mark(std::string_view head) {
  for (std::size_t at = 0; at < head.size();) {
    const auto start = at;
    const char32_t c = next_code_point(head, at);
    if (c == '(') return start;
    if (c == '/' && start > 0 && head[start - 1] == ' ') return start;
    if (c == '"' || c == '?' || c == '!' || c == ';') return std::string_view::npos;
    const bool stands_free = (start > 0 && (head[start - 1] == ' ' || head[start - 1] == '.')) ||
                             (c >= 0x2013 && c <= 0x2015) ||
                             (at < head.size() && static_cast<unsigned char>(head[at]) == c);
    if (is_dash(c) && stands_free) return start;
  }
  return std::string_view::npos;
}

// "(ANSA) - ROMA, 3 MAR - ...": place and day behind the agency.
Dateline with_second_part(Dateline first, std::string_view text, std::string_view language) {
  if (!first.place.empty() || first.day) return first;
  const auto rest = text.substr(first.length);
  const auto mark = find_mark(rest.substr(0, longest_head));
  if (mark == std::string_view::npos || rest[mark] == '(') return first;
  auto second = with_dash(rest, mark, language);
  if (!second) return first;
  second->length += first.length;
  if (second->agency.empty()) second->agency = first.agency;
  return *second;
}

bool may_begin_dateline(std::string_view paragraph) {
  return !paragraph.empty() &&
         (paragraph.front() == '(' || is_ascii_digit(paragraph.front()) || is_capitalised(paragraph));
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph, std::string_view language,
                                      std::string_view outlet) {
  if (auto asian = find_asian_dateline(paragraph)) return asian;
  if (!may_begin_dateline(paragraph)) return std::nullopt;
  const auto mark = find_mark(paragraph.substr(0, longest_head));
  if (mark == std::string_view::npos) return with_stop(paragraph, language);
  const bool is_bracket = paragraph[mark] == '(' || paragraph[mark] == '/';
  const auto found =
      is_bracket ? with_brackets(paragraph, mark, language, outlet) : with_dash(paragraph, mark, language);
  if (!found) return with_stop(paragraph, language);
  return with_second_part(*found, paragraph, language);
}

Dateline read_dateline_field(std::string_view field, std::string_view language) {
  field = trimmed(field);
  const auto whole = field.size();
  field = field.substr(std::min(field.find_first_not_of("*+-# "), whole));
  for (const std::string_view behind : {" - x", " x"}) {
    const auto found = find_dateline(std::string(field).append(behind), language);
    if (found && found->length >= field.size()) return {whole, found->place, found->agency, found->day};
  }
  Head head;
  const auto front = field.substr(0, find_mark(field));
  if (read_pieces(head, front, language)) return finish(head, whole);
  // Something in it is misprinted: what stands before the first comma is the place, if it looks like one.
  const auto place = trimmed(front.substr(0, front.find(',')));
  return {whole, is_place(place) ? std::string(place) : std::string(), {}, {}};
}

}  // namespace broadsheet
