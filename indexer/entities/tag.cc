// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tag.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "common/fold.h"
#include "indexer/entities/article_text.h"
#include "indexer/entities/authority/bearer.h"
#include "indexer/entities/persons/parsed_name.h"
#include "indexer/entities/persons/persons.h"
#include "indexer/entities/persons/variants.h"
#include "indexer/entities/places/countries.h"

namespace broadsheet {
namespace {

// A record that gives more names than this gives them all, and more than can be compared with those found.
constexpr std::size_t kMostCompared = 1000;

bool same_name(const std::string& a, const std::string& b) {
  return fold_value(a) == fold_value(b) || same_person_name(a, b);
}

bool is_single(std::string_view name) {
  return name.find(' ') == std::string_view::npos;
}

/// True if single ("Reagan", as closed lists of persons have it) is the last name of full ("Ronald Reagan").
bool is_last_name_of(const std::string& single, const std::string& full) {
  if (!is_single(single) || is_single(full)) return false;
  return same_name(single, full.substr(full.rfind(' ') + 1));
}

std::vector<NameTag> given_once(const std::vector<NameTag>& given) {
  std::vector<NameTag> tags;
  std::set<std::string> known;
  for (const NameTag& tag : given) {
    std::string name = tidy_value(tag.name);
    if (!name.empty() && known.insert(fold_value(name)).second) tags.push_back({std::move(name), true});
  }
  return tags;
}

/// A given single name takes the form of the one full name found that ends with it; with two it stays as it
/// is.
void complete_given(std::vector<NameTag>& given, const std::vector<FoundNames::Name>& found) {
  for (NameTag& tag : given) {
    const FoundNames::Name* full = nullptr;
    std::size_t fitting = 0;
    for (const auto& person : found) {
      if (!is_last_name_of(tag.name, person.name)) continue;
      full = &person;
      ++fitting;
    }
    if (fitting == 1) tag.name = full->name;
  }
}

/// Names that others are compared with, each taken apart once.
class ComparedNames {
 public:
  /// Adds a name and gives true unless it is one of the names, or a single name that is the last of one.
  bool add(const std::string& name) {
    Name added{name, fold_value(name), parse_name(name)};
    const bool known = std::any_of(names_.begin(), names_.end(), [&](const Name& other) {
      return other.folded == added.folded || same_person_name(other.parsed, added.parsed) ||
             is_last_name_of(name, other.name);
    });
    if (!known) names_.push_back(std::move(added));
    return !known;
  }

 private:
  struct Name {
    std::string name;
    std::string folded;
    ParsedName parsed;
  };
  std::vector<Name> names_;
};

std::vector<NameTag> join_persons(const std::vector<NameTag>& given,
                                  const std::vector<FoundNames::Name>& found) {
  std::vector<NameTag> completed = given_once(given);
  if (completed.size() > kMostCompared) return completed;
  complete_given(completed, found);
  std::vector<NameTag> tags = given_once(completed);
  ComparedNames known;
  for (const NameTag& tag : tags) known.add(tag.name);
  for (const auto& person : found) {
    if (known.add(person.name)) tags.push_back({person.name, false});
  }
  return tags;
}

std::vector<NameTag> join_organisations(const std::vector<NameTag>& given,
                                        const std::vector<FoundNames::Name>& found) {
  std::vector<NameTag> tags = given_once(given);
  if (tags.size() > kMostCompared) return tags;
  std::set<std::string> known;
  for (const NameTag& tag : tags) known.insert(fold_value(tag.name));
  for (const auto& body : found) {
    if (known.insert(fold_value(body.name)).second) tags.push_back({body.name, false});
  }
  return tags;
}

std::vector<CountryTag> join_countries(const std::vector<CountryTag>& given,
                                       const std::vector<CountryTag>& found) {
  std::vector<CountryTag> tags;
  const auto known = [&](const CountryTag& tag) {
    return std::any_of(tags.begin(), tags.end(), [&](const CountryTag& t) { return t.code == tag.code; });
  };
  for (const CountryTag& tag : given) {
    if (!known(tag)) tags.push_back({tag.code, true, true});
  }
  for (const CountryTag& tag : found) {
    if (!known(tag)) tags.push_back({tag.code, tag.about, false});
  }
  return tags;
}

std::vector<Span> all_spans(const std::vector<FoundNames::Name>& persons) {
  std::vector<Span> spans;
  for (const auto& person : persons) spans.insert(spans.end(), person.spans.begin(), person.spans.end());
  return spans;
}

std::optional<int> year_of(const Article& article) {
  if (!article.published.known()) return std::nullopt;
  return civil_day(article.published.first_day()).year;
}

NameSetting setting_of(const Article& article, const std::vector<CountryTag>& countries) {
  NameSetting setting;
  setting.year = year_of(article);
  for (const CountryTag& country : countries) setting.countries.push_back(country.code);
  return setting;
}

/// Without a title before it, a surname must be that of a leader, or stand there again.
bool stands_for(const AuthorityPerson& bearer, const FoundNames::Name& word) {
  return bearer.leads() || (word.spans.size() > 1 && !bearer.in_business());
}

/// True if a span follows "President" or the like.
bool follows_office(const std::vector<TextPart>& parts, const Span& span) {
  const std::string_view before = parts[span.part].text.substr(0, span.begin);
  for (const std::string_view office : {"President ", "PRESIDENT ", "Prime Minister ", "PRIME MINISTER ",
                                        "Chancellor ", "CHANCELLOR ", "President and Mrs. "}) {
    if (before.ends_with(office) && !before.ends_with("ice " + std::string(office))) return true;
  }
  return false;
}

/// Whom a surname with a title means, by the article's countries or, of a head of government, by its year.
const AuthorityPerson* bearer_of(const FoundNames::Name& person, const NameSetting& setting,
                                 const std::vector<TextPart>& parts) {
  const std::string surname = fold_value(person.name);
  const AuthorityPerson* bearer = bearer_of(surname, setting);
  if (bearer != nullptr || !setting.year) return bearer;
  const bool leads = std::any_of(person.spans.begin(), person.spans.end(),
                                 [&](const Span& span) { return follows_office(parts, span); });
  return leads ? leader_of(surname, *setting.year) : nullptr;
}

/// Gives surnames without a first name in the article ("Putin", "President Reagan") to those whom they mean.
void name_by_authority(FoundNames& names, const NameSetting& setting, const std::vector<TextPart>& parts) {
  const auto named = [&](const std::string& name) {
    return std::find_if(names.persons.begin(), names.persons.end(),
                        [&](const auto& person) { return person.name == name; });
  };
  for (FoundNames::Name& person : names.persons) {
    if (person.name.find(' ') != std::string::npos) continue;
    const AuthorityPerson* bearer = bearer_of(person, setting, parts);
    if (bearer == nullptr) continue;
    std::string name = bearer->printed_name();
    if (named(name) == names.persons.end()) person.name = std::move(name);
  }
  for (FoundNames::Name& word : names.alone) {
    const AuthorityPerson* bearer = bearer_of(word.name, setting);
    if (bearer == nullptr || !stands_for(*bearer, word)) continue;
    const auto person = named(bearer->printed_name());
    if (person == names.persons.end()) {
      names.persons.push_back({bearer->printed_name(), std::move(word.spans)});
    } else {
      person->spans.insert(person->spans.end(), word.spans.begin(), word.spans.end());
    }
  }
}

}  // namespace

Entities tag_entities(const Article& article, const Entities& given) {
  const std::vector<TextPart> parts = text_parts(article);
  FoundNames names = find_names(parts, year_of(article));
  Entities entities;
  entities.countries = join_countries(given.countries, find_countries(parts, all_spans(names.persons)));
  name_by_authority(names, setting_of(article, entities.countries), parts);
  entities.persons = join_persons(given.persons, names.persons);
  entities.organisations = join_organisations(given.organisations, names.organisations);
  return entities;
}

}  // namespace broadsheet
