// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/names.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "common/country.h"
#include "common/error.h"
#include "common/fold.h"
#include "common/printable.h"
#include "common/program.h"
#include "common/words.h"

namespace broadsheet {
namespace {

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

/// A person or another named value, with what a choice among several shows.
struct Candidate {
  ValueId id = 0;  // of the person
  std::string name;
  std::uint64_t articles = 0;
};

std::uint64_t count_articles(const Archive& archive, Facet facet, const std::vector<ValueId>& ids) {
  std::uint64_t articles = 0;
  for (ValueId id : ids) {
    const std::string& name = archive.label(facet, id);
    if (!name.empty()) articles += archive.all().get_termfreq(make_value_term(facet, name));
  }
  return articles;
}

ValueId person_of(const Archive& archive, Facet facet, ValueId id) {
  return facet == Facet::Person ? archive.persons().person(id) : id;
}

bool has_words(const std::vector<Word>& name, const std::vector<Word>& typed) {
  return std::all_of(typed.begin(), typed.end(), [&](const Word& word) {
    return std::any_of(name.begin(), name.end(),
                       [&](const Word& other) { return other.folded == word.folded; });
  });
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
      return edit_distance(word.folded, other.folded) <= (word.folded.size() < 8 ? 1u : 2u);
    });
  });
}

template <typename Agrees>
std::vector<Candidate> candidates(const Archive& archive, Facet facet, Agrees agrees) {
  std::map<ValueId, std::string> found;
  for (ValueId id : archive.values(facet)) {
    if (facet == Facet::Person && archive.persons().is_dropped(id)) continue;
    if (agrees(split_words(archive.label(facet, id)))) found.try_emplace(person_of(archive, facet, id));
  }
  std::vector<Candidate> list;
  for (const auto& [id, unused] : found) {
    const auto ids = facet == Facet::Person ? archive.persons().names(id) : std::vector<ValueId>{id};
    list.push_back({id, shown_value(archive, facet, id, "en"), count_articles(archive, facet, ids)});
  }
  std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  return list;
}

[[noreturn]] void fail_ambiguous(Facet facet, const std::string& typed, const std::vector<Candidate>& list) {
  constexpr std::size_t kShown = 10;
  std::string message = "\"" + one_line(typed, 60) + "\" stands for " + std::to_string(list.size()) +
                        " values of " + std::string(info(facet).name) + "; name one of:";
  for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
    message += "\n  --" + std::string(info(facet).name) + " \"" + list[i].name + "\"  (" +
               std::to_string(list[i].articles) + " articles)";
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
  value.ids = facet == Facet::Person ? archive.persons().names(person) : std::vector<ValueId>{id};
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

ResolvedValue resolve_name(const Archive& archive, Facet facet, const std::string& typed,
                           const std::string& locale) {
  const ValueId exact = value_id(typed);
  const bool dropped = facet == Facet::Person && archive.persons().is_dropped(exact);
  const bool is_known = !archive.label(facet, exact).empty() ||
                        (facet == Facet::Person && archive.persons().person(exact) != exact);
  if (is_known && !dropped) return resolved(archive, facet, exact, locale);
  const std::vector<Word> words = split_words(typed);
  if (words.empty()) fail_unknown(facet, typed, {});
  auto list = candidates(archive, facet, [&](const auto& name) { return has_words(name, words); });
  if (list.empty()) list = candidates(archive, facet, [&](const auto& name) { return is_near(name, words); });
  if (list.empty()) fail_unknown(facet, typed, {});
  if (list.size() > 1) fail_ambiguous(facet, typed, list);
  ResolvedValue value = resolved(archive, facet, list.front().id, locale);
  value.notice = "\"" + one_line(typed, 60) + "\" is taken as " + value.shown;
  return value;
}

}  // namespace

ResolvedValue resolve_value(const Archive& archive, Facet facet, const std::string& typed,
                            const std::string& locale) {
  if (fold_value(typed) == "none") return {{}, "(none)", true, ""};
  if (is_country(facet)) return resolve_country(archive, facet, typed, locale);
  if (facet == Facet::Language) return resolve_language(archive, typed, locale);
  return resolve_name(archive, facet, typed, locale);
}

std::string shown_value(const Archive& archive, Facet facet, ValueId id, const std::string& locale) {
  if (facet == Facet::Person) {
    if (const std::string& name = archive.persons().shown_name(id); !name.empty()) return name;
  }
  const std::string& label = archive.label(facet, id);
  if (is_country(facet)) return label.empty() ? label : country_label(label, locale);
  if (facet == Facet::Language) return label.empty() ? label : language_name(label, locale);
  return label;
}

std::string option_value(const Archive& archive, Facet facet, ValueId id) {
  if (is_country(facet)) return upper(archive.label(facet, id));
  if (facet == Facet::Language) return archive.label(facet, id);
  return shown_value(archive, facet, id, "en");
}

}  // namespace broadsheet
