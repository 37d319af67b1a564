// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/dateline.h"

#include <algorithm>

#include "common/fold.h"
#include "indexer/normalise/news_sense/dateline_asia.h"
#include "indexer/normalise/news_sense/dateline_head.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

using Head = DatelineHead;

constexpr std::size_t longest_head = 140;  // bytes

/// Position behind a separator that stands at position, with the spaces around it; position if there is none.
std::size_t skip_separator(std::string_view text, std::size_t position, bool colon_counts) {
  auto at = text.find_first_not_of(' ', position);
  if (at == std::string_view::npos) return position;
  bool found = false;
  for (auto next = at; next < text.size(); at = next) {
    const char32_t c = next_code_point(text, next);
    const bool is_stop = c == '.' || (colon_counts && c == ':');
    if (!is_dateline_dash(c) && !is_stop) break;
    found = found || is_dateline_dash(c) || c == ':';
  }
  if (!found) return position;
  return std::min(text.find_first_not_of(' ', at), text.size());
}

/// True of "Meridian Wire" and "MW" in copy of that outlet.
bool is_outlet(std::string_view text, std::string_view outlet) {
  std::string initials;
  for (const auto word : split_spaces(outlet)) initials += word.front();
  const auto folded = fold_value(text);
  return !folded.empty() &&
         (folded == fold_value(outlet) || (initials.size() > 1 && trimmed(text) == initials));
}

Dateline finish(const Head& head, std::size_t length) {
  return {length, printed_place(head), head.agency, head.day, {}};
}

/// True if the agency's bracket needs no dash behind it: "Appenzell (sda) Beim ...", "Shimla, Nov 21 (PTI) A
/// ...",
/// "(Belga) Tussen ...", but not "Harrisburg (PA) Hotels".
bool needs_no_dash(const Head& head, std::string_view text, std::size_t opening, std::size_t closing) {
  if (!head.is_known_agency || !text.substr(closing + 1).starts_with(' ')) return false;
  if (!is_capitalised(trimmed(text.substr(closing + 1)))) return false;
  const auto inside = text.substr(opening + 1, closing - opening - 1);
  // Two capitals may be a state's, and a station has reporters ("Jane Doe (BBC) Our ...").
  const bool is_station = inside == "BBC" || inside == "CNN";
  const bool is_latin = (inside.front() & 0x80) == 0;
  const bool is_name = is_latin && (has_lower(inside) || (inside.size() > 2 && !is_station));
  return opening == 0 || head.day || head.has_day_in_words || (is_name && !head.places.empty());
}

/// "LONDON, March 3 (Reuters) -", "МОСКВА, 3 марта. /ТАСС/."; opening is where the bracket stands.
std::optional<Dateline> with_brackets(std::string_view text, std::size_t opening, std::string_view language,
                                      std::string_view outlet) {
  const char closing_mark = text[opening] == '(' ? ')' : '/';
  const auto closing = text.find(closing_mark, opening + 1);
  if (closing == std::string_view::npos || closing - opening > 50) return std::nullopt;
  const auto inside = text.substr(opening + 1, closing - opening - 1);
  Head head;
  if (!read_dateline_pieces(head, text.substr(0, opening), language)) return std::nullopt;
  if (is_outlet(inside, outlet)) {
    head.agency = outlet;
    head.is_known_agency = true;
  } else if (!take_agency(head, inside, closing_mark == '/')) {
    return std::nullopt;
  }
  auto end = skip_separator(text, closing + 1, true);
  if (end == closing + 1) {
    // "/TASS/." needs no dash.
    const bool is_slashed = closing_mark == '/' && !head.places.empty();
    if (!is_slashed && !needs_no_dash(head, text, opening, closing)) return std::nullopt;
    end = std::min(text.find_first_not_of(". ", closing + 1), text.size());
  }
  if (!is_convincing(head, text.substr(end))) return std::nullopt;
  return finish(head, end);
}

/// "Анна Седова. " behind the agency: an author. Where the text behind the name begins; nothing if it is
/// none.
std::optional<std::size_t> behind_author(Dateline& dateline, std::string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 60;  // bytes
  const auto stop = text.substr(at, longest_name).find(". ");
  if (stop == std::string_view::npos) return std::nullopt;
  const auto name = trimmed(text.substr(at, stop));
  const auto words = split_spaces(name).size();
  if (words < 2 || words > 3 || !may_be_place(name)) return std::nullopt;
  dateline.authors.emplace_back(name);
  return at + stop + 2;
}

// "МОСКВА, 3 мар - РИА Новости. ...": the agency may follow the dash; so may its bracket, as in "NEW
// YORK--(BUSINESS WIRE)--".
std::size_t take_agency_behind(Head& head, std::string_view text, std::size_t end) {
  if (!head.agency.empty() || (!head.day && head.places.empty())) return end;
  const auto rest = text.substr(end, 40);
  if (rest.starts_with('(')) {
    const auto closing = rest.find(')');
    if (closing == std::string_view::npos || !take_agency(head, rest.substr(1, closing - 1), true))
      return end;
    return skip_separator(text, end + closing + 1, true);
  }
  const auto stop = rest.find_first_of(".-,");
  const bool may_stand = stop != std::string_view::npos && (head.day || rest[stop] == '-');
  if (!may_stand || !take_agency(head, rest.substr(0, stop), true)) return end;
  return std::min(text.find_first_not_of(".-, ", end + stop), text.size());
}

/// A dash directly behind a word of Arabic letters, as in "آمل- ایرنا-".
bool is_behind_arabic(std::string_view head, std::size_t dash) {
  if (dash < 2) return false;
  const auto lead = static_cast<unsigned char>(head[dash - 2]);
  return lead >= 0xD8 && lead <= 0xDB;
}

/// "LONDON, March 3 -", "WASHINGTON -"; dash is where a dash with space before or behind it stands.
std::optional<Dateline> with_dash(std::string_view text, std::size_t dash, std::string_view language) {
  Head head;
  const auto behind_dash = skip_separator(text, dash, false);
  if (behind_dash == dash || !read_dateline_pieces(head, text.substr(0, dash), language)) return std::nullopt;
  const auto end = take_agency_behind(head, text, behind_dash);
  if (!is_convincing(head, text.substr(end))) return std::nullopt;
  if (is_behind_arabic(text, dash) && !head.is_known_agency) return std::nullopt;  // a name
  Dateline found = finish(head, end);
  const bool may_have_author = end > behind_dash && text.substr(0, end).ends_with(", ");
  if (may_have_author) found.length = behind_author(found, text, end).value_or(end);
  return found;
}

// Papers of the nineteenth century have a full stop behind the day; later a sentence may begin like that.
bool is_old_day(const Head& head) {
  constexpr int last_year = 1919;
  return head.day && head.day->year && *head.day->year <= last_year && head.places.size() == 1;
}

/// "МОСКВА, 3 марта. Спутник ...": a place in capitals and a day need no dash; so does "Breslau, den 19. März
/// 1848. Gestern ...".
std::optional<Dateline> with_stop(std::string_view text, std::string_view language) {
  const auto head_text = text.substr(0, longest_head);
  const auto first_digit = head_text.find_first_of("0123456789");
  int stops = 0;
  for (auto stop = head_text.find(". "); stop != std::string_view::npos && first_digit < head_text.size();
       stop = head_text.find(". ", stop + 1)) {
    constexpr int most_stops = 3;
    if (++stops > most_stops) return std::nullopt;
    Head head;
    if (stop < first_digit || !read_dateline_pieces(head, text.substr(0, stop), language)) continue;
    const bool is_dateline = head.day && is_capitals(head) && has_lower(text.substr(stop).substr(0, 60));
    if (is_dateline || is_old_day(head)) return finish(head, stop + 2);
  }
  return std::nullopt;
}

/// The first place in the head, from a position on, where a bracket, or a dash beside a space, stands.
std::size_t find_mark(std::string_view head, std::size_t from = 0) {
  for (std::size_t at = from; at < head.size();) {
    const auto start = at;
    const char32_t c = next_code_point(head, at);
    if (c == '(') return start;
    if (c == '/' && start > 0 && head[start - 1] == ' ') return start;
    if (c == '"' || c == '?' || c == '!' || c == ';') return std::string_view::npos;
    if (!is_dateline_dash(c)) continue;
    const bool stands_free = (start > 0 && (head[start - 1] == ' ' || head[start - 1] == '.')) ||
                             (c >= 0x2013 && c <= 0x2015) || is_behind_arabic(head, start) ||
                             (at < head.size() && static_cast<unsigned char>(head[at]) == c);
    if (stands_free) return start;
  }
  return std::string_view::npos;
}

std::optional<Dateline> with_mark(std::string_view text, std::size_t mark, std::string_view language,
                                  std::string_view outlet) {
  const bool is_bracket = text[mark] == '(' || text[mark] == '/';
  return is_bracket ? with_brackets(text, mark, language, outlet) : with_dash(text, mark, language);
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
  const auto head = paragraph.substr(0, longest_head);
  const auto mark = find_mark(head);
  if (mark == std::string_view::npos) return with_stop(paragraph, language);
  auto found = with_mark(paragraph, mark, language, outlet);
  // "TRIPOLI (Liban), 3 mars (AFP) -"
  const auto closing = std::min(head.find(')', mark), head.size());
  if (!found && paragraph[mark] == '(' && may_be_place(head.substr(mark + 1, closing - mark - 1))) {
    const auto next = find_mark(head, closing);
    if (next != std::string_view::npos) found = with_mark(paragraph, next, language, outlet);
  }
  return found ? with_second_part(*found, paragraph, language) : with_stop(paragraph, language);
}

Dateline read_dateline_field(std::string_view field, std::string_view language) {
  field = trimmed(field);
  const auto whole = field.size();
  field = field.substr(std::min(field.find_first_not_of("*+-# "), whole));
  for (const std::string_view behind : {" - x", " x"}) {
    const auto found = find_dateline(std::string(field).append(behind), language);
    if (found && found->length >= field.size()) return {whole, found->place, found->agency, found->day, {}};
  }
  Head head;
  const auto front = field.substr(0, find_mark(field));
  if (read_dateline_pieces(head, front, language)) return finish(head, whole);
  // Something in it is misprinted: what stands before the first comma is the place, if it looks like one.
  const auto place = trimmed(front.substr(0, front.find(',')));
  return {whole, may_be_place(place) ? std::string(place) : std::string(), {}, {}, {}};
}

}  // namespace broadsheet
