// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/names.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "common/country.h"
#include "common/error.h"
#include "common/fold.h"
#include "common/printable.h"
#include "common/program.h"
#include "common/words.h"
#include "searcher/archive/facet_values.h"
#include "searcher/archive/value_terms.h"
#include "searcher/match/match_set.h"

namespace broadsheet {
namespace {

constexpr std::string_view kNone = "none";  // as typed; a value of that name is typed in other letters

std::string upper(std::string code) {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return code;
}

std::string language_name(const std::string& code, const std::string& locale) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<UChar, 128> buffer{};
  const auto length =
      uloc_getDisplayLanguage(code.c_str(), locale.c_str(), buffer.data(), buffer.size(), &error);
  if (U_FAILURE(error)) return code;
  std::string name;
  icu::UnicodeString(buffer.data(), length).toUTF8String(name);
  return name;
}

bool is_country(Facet facet) {
  return facet == Facet::Country || facet == Facet::About;
}

ValueId person_of(const Archive& archive, Facet facet, ValueId id) {
  return facet == Facet::Person ? archive.persons().person(id) : id;
}

/// Every spelling of a value.
std::vector<ValueId> ids_of(const Archive& archive, Facet facet, ValueId id) {
  return facet == Facet::Person ? archive.persons().names(id) : std::vector<ValueId>{id};
}

/// The spelling that articles use for a value, the person's own name first; empty if none does.
const std::string& used_name(const Archive& archive, Facet facet, ValueId id) {
  for (ValueId name : ids_of(archive, facet, id)) {
    if (const std::string& label = archive.label(facet, name); !label.empty()) return label;
  }
  return archive.label(facet, id);
}

/// The value of this very name: one that articles use, else one that a person is shown under.
std::optional<ValueId> find_named(const Archive& archive, Facet facet, ValueId name) {
  const PersonGroups& persons = archive.persons();
  std::vector<ValueId> meant;
  if (facet != Facet::Person || !persons.is_dropped(name)) meant.push_back(person_of(archive, facet, name));
  if (facet == Facet::Person) {
    if (const auto shown = persons.shown_as(name)) meant.push_back(*shown);
  }
  for (ValueId id : meant) {
    if (!used_name(archive, facet, id).empty()) return id;
  }
  return std::nullopt;
}

bool has_words(const std::vector<Word>& name, const std::vector<Word>& typed) {
  return std::all_of(typed.begin(), typed.end(), [&](const Word& word) {
    return std::any_of(name.begin(), name.end(),
                       [&](const Word& other) { return other.folded == word.folded; });
  });
}

/// True if two neighbouring letters changed places: the commonest slip, and two edits to edit_distance().
bool is_swapped(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.compare(at + 2, a.npos, b, at + 2, b.npos) == 0;
}

/// True if each typed word is a name's word but for a letter or two.
bool is_near(const std::vector<Word>& name, const std::vector<Word>& typed) {
  constexpr std::size_t kShortest = 5;  // shorter words are too easily near to each other
  return std::all_of(typed.begin(), typed.end(), [&](const Word& word) {
    return std::any_of(name.begin(), name.end(), [&](const Word& other) {
      if (other.folded == word.folded) return true;
      if (word.folded.size() < kShortest || other.folded.size() < kShortest ||
          word.folded[0] != other.folded[0])
        return false;
      return is_swapped(word.folded, other.folded) ||
             edit_distance(word.folded, other.folded) <= (word.folded.size() < 8 ? 1u : 2u);
    });
  });
}

/// The values of which a spelling, or the name they are shown under, agrees.
template <typename Agrees>
std::vector<ValueId> candidates(const Archive& archive, Facet facet, const std::vector<ValueId>& among,
                                Agrees agrees) {
  std::set<ValueId> found;
  for (ValueId id : among) {
    if (facet == Facet::Person && archive.persons().is_dropped(id)) continue;
    const ValueId person = person_of(archive, facet, id);
    const auto is_shown = [&] {
      const std::string& shown = archive.persons().shown_name(person);
      return !shown.empty() && agrees(split_words(shown));
    };
    if (agrees(split_words(archive.label(facet, id))) || (facet == Facet::Person && is_shown()))
      found.insert(person);
  }
  return {found.begin(), found.end()};
}

std::vector<std::string> texts_of(const std::vector<Word>& words) {
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(word.folded);
  return texts;
}

/// Appends the names of persons who are shown under one that has these words in it.
void append_shown(const Archive& archive, const std::vector<std::string>& texts, std::vector<ValueId>& ids) {
  for (const auto& [person, shown] : archive.persons().shown_names()) {
    const std::string folded = fold_value(shown);
    const bool has_all = std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return folded.find(text) != std::string::npos;
    });
    if (!has_all || archive.persons().is_dropped(person)) continue;
    for (ValueId name : archive.persons().names(person)) {
      if (!archive.label(Facet::Person, name).empty()) ids.push_back(name);
    }
  }
}

/// The values whose name has all these words.
std::vector<ValueId> named_with(const Archive& archive, Facet facet, const std::vector<Word>& words) {
  const std::vector<std::string> texts = texts_of(words);
  auto among = values_with_words(archive, facet, texts);
  if (among && facet == Facet::Person) append_shown(archive, texts, *among);
  return candidates(archive, facet, among ? *among : archive.values(facet),
                    [&](const auto& name) { return has_words(name, words); });
}

/// A value among several that may be meant.
struct Namesake {
  std::string name;  // as the option takes it
  std::uint64_t articles = 0;
};

std::vector<Namesake> choices_of(const Archive& archive, Facet facet, const std::vector<ValueId>& ids) {
  FacetValues values(archive, facet);
  std::vector<std::uint64_t> counts(values.size());
  for_each(all_articles(archive), [&](Location location) {
    for (std::uint32_t number : values.of(location)) ++counts[number];
  });
  std::vector<Namesake> choices;
  for (ValueId id : ids) choices.push_back({option_value(archive, facet, id), counts[values.number(id)]});
  std::sort(choices.begin(), choices.end(), [](const Namesake& a, const Namesake& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  return choices;
}

[[noreturn]] void fail_ambiguous(Facet facet, const std::string& typed, const std::vector<Namesake>& list) {
  constexpr std::size_t kShown = 10;
  std::string message = "\"" + one_line(typed, 60) + "\" stands for " + std::to_string(list.size()) +
                        " values of " + std::string(info(facet).name) + "; name one of:";
  for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
    message += "\n  --" + std::string(info(facet).name) + " \"" + list[i].name + "\"  (" +
               std::to_string(list[i].articles) + (list[i].articles == 1 ? " article)" : " articles)");
  }
  if (list.size() > kShown) message += "\n  and " + std::to_string(list.size() - kShown) + " more";
  throw InputError(message);
}

[[noreturn]] void fail_unknown(Facet facet, const std::string& typed, const std::vector<std::string>& near) {
  std::string message =
      "no article has the " + std::string(info(facet).name) + " \"" + one_line(typed, 60) + "\"";
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; did you mean " : ", ") + near[i];
  throw InputError(message + (near.empty() ? "" : "?"));
}

ResolvedValue resolved(const Archive& archive, Facet facet, ValueId id, const std::string& locale) {
  ResolvedValue value;
  const ValueId person = person_of(archive, facet, id);
  value.ids = ids_of(archive, facet, person);
  value.shown = shown_value(archive, facet, person, locale);
  return value;
}

ResolvedValue resolve_country(const Archive& archive, Facet facet, const std::string& typed,
                              const std::string& locale) {
  const auto code = find_country(typed);
  if (!code) {
    std::string message = "\"" + one_line(typed, 60) + "\" is no country that is known";
    const auto near = similar_country_names(typed);
    for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; did you mean " : ", ") + near[i];
    throw InputError(message + (near.empty() ? "" : "?"));
  }
  ResolvedValue value = resolved(archive, facet, value_id(*code), locale);
  value.shown = country_label(*code, locale);  // also of a country that no article names
  return value;
}

ResolvedValue resolve_language(const Archive& archive, const std::string& typed, const std::string& locale) {
  const std::string folded = fold_value(typed);
  std::vector<std::string> known;
  for (const auto& [code, count] : archive.languages()) {
    if (code.empty()) continue;
    for (const std::string& reader : {std::string("en"), locale, code}) {
      if (folded == code || folded == fold_value(language_name(code, reader))) {
        return resolved(archive, Facet::Language, value_id(code), locale);
      }
    }
    known.push_back(code);
  }
  fail_unknown(Facet::Language, typed, known);
}

/// A surname alone can be a value of its own, which the letters of its label always mean. Typed otherwise it
/// means one of the persons of that name if articles speak of one of them more often. Gives what to tell of
/// the others; empty if there are none.
std::string note_namesakes(const Archive& archive, ValueId named, const std::string& typed,
                           const std::vector<Word>& words) {
  constexpr std::size_t kShown = 3;
  auto others = named_with(archive, Facet::Person, words);
  if (others.size() == 1 && others.front() == named) return "";
  others.push_back(named);
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  auto choices = choices_of(archive, Facet::Person, others);
  const std::string taken = option_value(archive, Facet::Person, named);
  const auto own = std::find_if(choices.begin(), choices.end(),
                                [&](const Namesake& choice) { return choice.name == taken; });
  if (typed != taken && own->articles < choices.front().articles)
    fail_ambiguous(Facet::Person, typed, choices);
  choices.erase(own);
  std::string note = '"' + taken + "\" alone is taken; others of that name";
  for (std::size_t i = 0; i < std::min(choices.size(), kShown); ++i) {
    note += (i == 0 ? ": " : ", ") + choices[i].name + " (" + std::to_string(choices[i].articles) + ")";
  }
  if (choices.size() > kShown) note += " and " + std::to_string(choices.size() - kShown) + " more";
  return note;
}

ResolvedValue resolve_name(const Archive& archive, Facet facet, const std::string& typed,
                           const std::string& locale) {
  const std::vector<Word> words = split_words(typed);
  if (const auto named = find_named(archive, facet, value_id(typed))) {
    ResolvedValue value = resolved(archive, facet, *named, locale);
    if (facet == Facet::Person && words.size() == 1)
      value.notice = note_namesakes(archive, *named, typed, words);
    return value;
  }
  if (words.empty()) fail_unknown(facet, typed, {});
  auto list = named_with(archive, facet, words);
  if (list.empty() && facet == Facet::Person) list = persons_called(archive, typed);
  if (list.empty()) {
    list = candidates(archive, facet, archive.values(facet),
                      [&](const auto& name) { return is_near(name, words); });
  }
  if (list.empty()) fail_unknown(facet, typed, {});
  if (list.size() > 1) fail_ambiguous(facet, typed, choices_of(archive, facet, list));
  ResolvedValue value = resolved(archive, facet, list.front(), locale);
  value.notice = "\"" + one_line(typed, 60) + "\" is taken as " + value.shown;
  return value;
}

}  // namespace

std::vector<ValueId> persons_called(const Archive& archive, const std::string& typed) {
  const ValueId typed_id = value_id(typed);
  const std::vector<Word> words = split_words(typed);
  std::set<ValueId> by_form;
  std::set<ValueId> by_words;
  for (const PersonForms::Person& person : archive.person_forms().with_words(texts_of(words))) {
    const auto named = find_named(archive, Facet::Person, person.name);
    if (!named) continue;
    for (const std::string& form : person.forms) {
      if (value_id(form) == typed_id) by_form.insert(*named);
      if (has_words(split_words(form), words)) by_words.insert(*named);
    }
  }
  const auto& found = by_form.empty() ? by_words : by_form;
  return {found.begin(), found.end()};
}

ResolvedValue resolve_value(const Archive& archive, Facet facet, const std::string& typed,
                            const std::string& locale) {
  if (typed == kNone || (fold_value(typed) == kNone && !find_named(archive, facet, value_id(typed))))
    return {{}, "(none)", true, ""};
  if (is_country(facet)) return resolve_country(archive, facet, typed, locale);
  if (facet == Facet::Language) return resolve_language(archive, typed, locale);
  return resolve_name(archive, facet, typed, locale);
}

std::string shown_value(const Archive& archive, Facet facet, ValueId id, const std::string& locale) {
  if (facet == Facet::Person) {
    if (const std::string& name = archive.persons().shown_name(id); !name.empty()) return name;
  }
  const std::string& label = used_name(archive, facet, id);
  if (is_country(facet)) return label.empty() ? label : country_label(label, locale);
  if (facet == Facet::Language) return label.empty() ? label : language_name(label, locale);
  return label;
}

std::string option_value(const Archive& archive, Facet facet, ValueId id) {
  if (is_country(facet)) return upper(archive.label(facet, id));
  if (facet == Facet::Language) return archive.label(facet, id);
  std::string shown = shown_value(archive, facet, id, "en");
  if (shown == kNone) return upper(shown);
  // Two persons may be shown under one name; only one of them is found by it.
  return find_named(archive, facet, value_id(shown)) == id ? shown : used_name(archive, facet, id);
}

}  // namespace broadsheet
