// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_context.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "indexer/entities/places/name_evidence.h"
#include "indexer/entities/places/place_cues.h"
#include "indexer/entities/places/text_languages.h"

namespace broadsheet {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
// Bytes above ASCII are taken for letters: names are what is looked for.
bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) {
  return c == ' ' || c == '\n';
}
bool may_be_capital(char c) {
  return is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The word that ends one space before a place, or a full stop and a space, if it may begin with a capital
// letter.
struct WordBefore {
  std::string_view word;
  bool dotted = false;
};

WordBefore name_before(std::string_view text, std::uint32_t at) {
  if (at < 3 || !is_space(text[at - 1])) return {};
  const bool dotted = text[at - 2] == '.';
  const std::uint32_t end = dotted ? at - 2 : at - 1;
  std::uint32_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  if (begin == end || !may_be_capital(text[begin])) return {};
  return {text.substr(begin, end - begin), dotted};
}

// The word one space after a place, if it may begin with a capital letter and is no abbreviation ("NATO",
// "Gov.").
std::string_view name_after(std::string_view text, std::uint32_t at) {
  if (at + 2 >= text.size() || !is_space(text[at]) || !may_be_capital(text[at + 1])) return {};
  std::uint32_t end = at + 1;
  while (end < text.size() && (is_letter(text[end]) || text[end] == '\'')) ++end;
  const std::string_view word = text.substr(at + 1, end - at - 1);
  return word.size() > 2 && !is_upper(word[2]) ? word : std::string_view();
}

class PlaceResolver {
 public:
  PlaceResolver(const std::vector<TextPart>& parts, const std::vector<bool>& all_capitals,
                const std::vector<Span>& person_spans, std::vector<FoundPlace>& places)
      : parts_(parts), all_capitals_(all_capitals), person_spans_(person_spans), places_(places) {}

  void run() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      FoundPlace& place = places_[i];
      if (place.country.empty()) continue;
      if (!in_its_language(place) || !is_abbreviation_of_place(place) || names_an_airline(place) ||
          is_word_of_heading(place) || is_stock_code(place)) {
        place.country.clear();
      } else if (in_person_span(place) || follows_given_name(place) || precedes_surname(i)) {
        place.is_person = true;
        place.country.clear();
      }
    }
    for (std::size_t i = 0; i + 1 < places_.size(); ++i) join_city_and_state(places_[i], places_[i + 1]);
    for (FoundPlace& place : places_) choose_by_cues(place);
    for (FoundPlace& place : places_) forget_surname(place);
  }

 private:
  std::string_view text_of(const FoundPlace& place) const { return parts_[place.part].text; }

  bool in_its_language(const FoundPlace& place) {
    if (place.match.form->local_to == 0) return true;
    if (!languages_) languages_ = likely_languages(parts_);
    return (*languages_ & place.match.form->local_to) != 0;
  }

  // "TX" and "Tex." stand for Texas only behind the name of a town and a comma, or in "(D-Tex.)".
  bool is_abbreviation_of_place(const FoundPlace& place) const {
    if (place.match.form->kind != PlaceKind::Abbreviation) return true;
    const std::string_view text = text_of(place);
    const std::uint32_t begin = place.match.begin;
    if (all_capitals_[place.part] || begin < 3) return false;
    const bool dotted = place.match.form->text.ends_with('.');
    if (dotted && (place.match.end >= text.size() || text[place.match.end] != '.')) return false;
    const std::string_view before = text.substr(begin - 3, 3);
    return before == "(D-" || before == "(R-" || (before.ends_with(", ") && town_before(text, begin - 2));
  }

  // "HYBRID CAR BATTERIES" inside a paragraph; "US" in capitals too is the country more often than not.
  bool is_word_of_heading(const FoundPlace& place) const {
    constexpr std::size_t longest = 3;
    const std::string_view form = place.match.form->text;
    if (form.size() > longest || form == "US" || !std::all_of(form.begin(), form.end(), is_upper) ||
        !is_word_or_name(form))
      return false;
    const std::string_view text = text_of(place);
    const std::string_view before = name_before(text, place.match.begin).word;
    const std::size_t next = place.match.end + 1;
    const bool capitals_follow = next + 2 < text.size() && text[next - 1] == ' ' && is_upper(text[next]) &&
                                 is_upper(text[next + 1]) && is_upper(text[next + 2]);
    return capitals_follow || (before.size() > 2 && std::all_of(before.begin(), before.end(), is_upper));
  }

  // "RIO.L", "PERU.TO".
  bool is_stock_code(const FoundPlace& place) const {
    const std::string_view form = place.match.form->text;
    const std::string_view behind = text_of(place).substr(place.match.end);
    if (behind.size() < 2 || behind[0] != '.' || !is_upper(behind[1])) return false;
    const std::size_t end = behind.size() > 2 && is_upper(behind[2]) ? 3 : 2;
    return std::all_of(form.begin(), form.end(), is_upper) &&
           (behind.size() == end || !is_letter(behind[end]));
  }

  // "Air France", "Oman Air", "Malaysia Airlines".
  bool names_an_airline(const FoundPlace& place) const {
    const std::string_view text = text_of(place);
    const std::string_view before = text.substr(0, place.match.begin);
    if (before.ends_with("Air ") && (before.size() == 4 || !is_letter(before[before.size() - 5])))
      return true;
    const std::string_view after = name_after(text, place.match.end);
    return after == "Air" || after == "Airlines" || after == "Airways" || after == "Airline";
  }

  static bool town_before(std::string_view text, std::uint32_t comma) {
    std::uint32_t begin = comma;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return begin < comma && is_upper(text[begin]);
  }

  // A place that is a person's surname in the article is one where it stands as one ("in Ireland").
  bool in_person_span(const FoundPlace& place) const {
    return std::any_of(person_spans_.begin(), person_spans_.end(), [&](const Span& span) {
      if (span.part != place.part || span.begin >= place.match.end || place.match.begin >= span.end)
        return false;
      const bool alone = span.begin == place.match.begin && span.end == place.match.end;
      return !alone || !stands_as_place(place);
    });
  }

  // "I. Austin", but not "W. Berlin".
  static bool is_initial_of_person(char initial, const FoundPlace& place) {
    const PlaceKind kind = place.match.form->kind;
    return is_upper(initial) && std::string_view("NESW").find(initial) == std::string_view::npos &&
           (is_town(kind) || kind == PlaceKind::Region);
  }

  bool follows_given_name(const FoundPlace& place) const {
    if (place.match.tokens != 1 || follows_person_span(place)) return false;
    const WordBefore before = name_before(text_of(place), place.match.begin);
    if (before.word.empty()) return false;
    if (before.dotted && before.word.size() == 1) return is_initial_of_person(before.word[0], place);
    return is_honorific(before.word) ||
           (!before.dotted && is_given_name(before.word) && !is_month_of_date(text_of(place), before.word));
  }

  // "On 23 June Britain will vote", "In April China sold more".
  static bool is_month_of_date(std::string_view text, std::string_view word) {
    if (word != "April" && word != "May" && word != "June" && word != "August") return false;
    const std::string_view before = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
    if (before.size() < 3 || before.back() != ' ') return false;
    const char last = before[before.size() - 2];
    if (last >= '0' && last <= '9') return true;
    constexpr std::string_view words[] = {"In ",  " in ",   "On ",    " on ",    " since ", " by ",
                                          " of ", " last ", " this ", " until ", " from "};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view ending) { return before.ends_with(ending); });
  }

  // "Emmanuel Macron France", as headings and some languages have it: the name ends before the place.
  bool follows_person_span(const FoundPlace& place) const {
    return std::any_of(person_spans_.begin(), person_spans_.end(), [&place](const Span& span) {
      return span.part == place.part && span.end + 1 == place.match.begin;
    });
  }

  bool precedes_surname(std::size_t i) const {
    const FoundPlace& place = places_[i];
    if (!place.match.form->person_name || all_capitals_[place.part]) return false;
    const bool place_follows = i + 1 < places_.size() && places_[i + 1].part == place.part &&
                               places_[i + 1].match.begin == place.match.end + 1;
    if (place_follows) return false;
    const std::string_view after = name_after(text_of(place), place.match.end);
    if (after.empty()) return false;
    return place.match.form->given_name ? may_be_surname(after) : is_personal_name(after);
  }

  static bool is_town(PlaceKind kind) { return kind == PlaceKind::City || kind == PlaceKind::Capital; }

  static bool is_state(PlaceKind kind) {
    return kind == PlaceKind::Region || kind == PlaceKind::Abbreviation;
  }

  // The state says where the town is: "Paris, Texas"; "Valencia, Venezuela"; also "Lebanon, Pa.", but not
  // "Mexico, Texas and California".
  void join_city_and_state(FoundPlace& town, FoundPlace& state) const {
    if (town.part != state.part || town.country.empty() || state.country.empty()) return;
    if (text_of(town).substr(town.match.end, state.match.begin - town.match.end) != ", ") return;
    const PlaceKind first = town.match.form->kind;
    const PlaceKind second = state.match.form->kind;
    if (state.match.form->text == "Georgia" && is_town(first) && town.country != "ge") {
      // The republic's own towns aside, what follows a town and a comma is the state of that name.
      if (town.country != "us" && !ends_address(state)) return;
      state.country = town.country = "us";
      state.is_settled = town.is_settled = true;
    }
    if (town.country == state.country) return;
    const bool settles = (is_town(first) && is_state(second)) ||
                         (first == PlaceKind::City && second == PlaceKind::Name) ||
                         (first == PlaceKind::Name && is_state(second) && ends_address(state));
    if (settles) town.country.clear();
  }

  // True if the text does not go on as a list of places does.
  bool ends_address(const FoundPlace& state) const {
    if (state.match.form->kind == PlaceKind::Abbreviation) return true;
    const std::string_view rest = text_of(state).substr(state.match.end);
    if (rest.empty() || rest.front() == '.' || rest.front() == ')') return true;
    return rest.size() > 2 && rest.starts_with(", ") && is_lower(rest[2]) && !rest.starts_with(", and ") &&
           !rest.starts_with(", or ");
  }

  void choose_by_cues(FoundPlace& place) {
    if (place.country.empty() || place.is_settled) return;
    const auto chosen =
        cues_.country(place.match.form->text, {place.part, place.match.begin, place.match.end});
    if (chosen) place.country = *chosen;
  }

  // Where "Michael Jordan" stands, a lone "Jordan" is he, unless something else in the article speaks of the
  // country, or the word before it does of a place.
  void forget_surname(FoundPlace& place) const {
    if (place.country.empty() || place.match.tokens != 1) return;
    const std::string_view name = place.match.form->text;
    bool is_surname = false;
    bool is_given = false;
    for (const FoundPlace& other : places_) {
      const bool same = other.match.form->text == name;
      if (same && other.is_person) (is_last_name(other) ? is_surname : is_given) = true;
      if (!same && other.country == place.country) return;
    }
    const bool is_place = stands_as_place(place);
    if (is_surname && !is_place) place.country.clear();
    if (is_given && !is_place && !follows(place, {"from", "to", "of", "for", "with", "and"}))
      place.country.clear();
  }

  bool stands_as_place(const FoundPlace& place) const {
    if (text_of(place).substr(place.match.end).starts_with("'s")) return false;  // "in Jordan's film"
    return follows(place, {"in", "near", "into", "across", "outside", "throughout", "play for", "plays for",
                           "played for", "playing for"});
  }

  // Of "Chad Smith" the place is the first name.
  bool is_last_name(const FoundPlace& place) const {
    return name_after(text_of(place), place.match.end).empty();
  }

  bool follows(const FoundPlace& place, std::initializer_list<std::string_view> words) const {
    const std::string_view before = text_of(place).substr(0, place.match.begin);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      if (before.size() <= word.size() || before.back() != ' ') return false;
      const std::string_view head = before.substr(0, before.size() - 1);
      return head.ends_with(word) &&
             (head.size() == word.size() || !is_letter(head[head.size() - word.size() - 1]));
    });
  }

  const std::vector<TextPart>& parts_;
  const std::vector<bool>& all_capitals_;
  const std::vector<Span>& person_spans_;
  std::vector<FoundPlace>& places_;
  std::optional<LanguageSet> languages_;
  PlaceCues cues_{parts_};
};

}  // namespace

void resolve_places(const std::vector<TextPart>& parts, const std::vector<bool>& all_capitals,
                    const std::vector<Span>& person_spans, std::vector<FoundPlace>& places) {
  PlaceResolver(parts, all_capitals, person_spans, places).run();
}

}  // namespace broadsheet
