// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/inventory.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "common/seal.h"
#include "common/words.h"
#include "searcher/facets/facet_counts.h"
#include "searcher/match/names.h"
#include "searcher/match/story_matches.h"
#include "searcher/match/walk.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

/// The balance in the last line of the newest report in runs/; empty if that run was broken off, or the
/// report is damaged.
std::string last_run(const fs::path& archive) {
  std::error_code error;
  fs::path newest;
  for (const auto& entry : fs::directory_iterator(archive / "runs", error))
    newest = std::max(newest, entry.path());
  std::ifstream file(newest, std::ios::binary);
  std::ostringstream text_of_file;
  text_of_file << file.rdbuf();
  const std::string report = text_of_file.str();
  if (check_seal(report) == Seal::Broken) return "";
  const std::string last = report.substr(report.rfind('\n', report.size() - 2) + 1);
  const auto json = nlohmann::json::parse(last, nullptr, false);
  if (json.is_discarded() || json.value("kind", "") != "balance") return "";
  std::string text = json.value("finished", "") + ": read " + std::to_string(json.value("read", 0));
  for (const char* part : {"indexed", "updated", "unchanged", "skipped", "rejected"}) {
    text += std::string(text.find('=') == std::string::npos ? " = " : " + ") + part + " " +
            std::to_string(json.value(part, 0));
  }
  return text;
}

void take_dates(const Archive& archive, const MatchSet& articles, Inventory& inventory) {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
  for (std::uint32_t s = 0; s < articles.size(); ++s) {
    const Columns& columns = archive.segments()[s].columns;
    for (Xapian::docid docid : articles[s]) {
      if (columns.precision(docid) == Precision::Unknown) {
        ++inventory.undated;
        continue;
      }
      first = std::min(first, columns.first_day(docid));
      last = std::max(last, columns.last_day(docid));
    }
  }
  if (first > last) return;
  inventory.oldest = day_to_iso(first);
  inventory.newest = day_to_iso(last);
}

/// What the authority file calls a person, but for the names that articles have.
std::vector<std::string> forms_of(const Archive& archive, ValueId person) {
  std::vector<std::string> forms;
  const auto names = archive.persons().names(person);
  for (ValueId name : names) {
    for (std::string& form : archive.person_forms().of(name)) {
      const bool is_used = std::find(names.begin(), names.end(), value_id(form)) != names.end();
      if (!is_used) forms.push_back(std::move(form));
    }
  }
  return forms;
}

}  // namespace

Inventory take_inventory(const Archive& archive, const std::string& locale) {
  Inventory inventory;
  const MatchSet articles = all_articles(archive);
  inventory.archive = archive.path().string();
  inventory.articles = size(articles);
  if (archive.stories().gap().empty()) inventory.stories = count_stories(archive, articles);
  inventory.segments = archive.segments().size();
  inventory.generation = archive.manifest().generation;
  inventory.last_run = last_run(archive.path());
  take_dates(archive, articles, inventory);
  for (Facet facet : {Facet::Source, Facet::Language, Facet::Year}) {
    const auto counter = make_counter(archive, facet, {});
    counter->add(articles);
    inventory.facets.push_back(counter->table({20, locale}));
  }
  return inventory;
}

std::vector<VariantList> list_variants(const Archive& archive, const std::string& name) {
  const std::vector<Word> typed = split_words(name);
  if (typed.empty()) return {};
  const auto has_all = [&](const std::string& label) {
    const auto words = split_words(label);
    return std::all_of(typed.begin(), typed.end(), [&](const Word& word) {
      return std::any_of(words.begin(), words.end(),
                         [&](const Word& other) { return other.folded == word.folded; });
    });
  };
  const PersonGroups& groups = archive.persons();
  std::set<ValueId> persons;
  for (ValueId id : archive.values(Facet::Person)) {
    if (groups.is_dropped(id)) continue;
    const ValueId person = groups.person(id);
    if (has_all(archive.label(Facet::Person, id)) || has_all(groups.shown_name(person)))
      persons.insert(person);
  }
  if (persons.empty()) {
    const auto called = persons_called(archive, name);
    persons.insert(called.begin(), called.end());
  }
  std::vector<VariantList> lists;
  for (ValueId person : persons) {
    VariantList list;
    list.person = option_value(archive, Facet::Person, person);
    std::vector<PlannedQuery> terms;
    for (ValueId id : archive.persons().names(person)) {
      const std::string& label = archive.label(Facet::Person, id);
      if (label.empty()) continue;
      const std::string term = make_value_term(Facet::Person, label);
      terms.push_back(PlannedQuery::of_term(term));
      list.names.push_back({label, archive.all().get_termfreq(term)});
    }
    list.forms = forms_of(archive, person);
    // An article that uses two spellings counts once.
    list.articles = size(find_matches(archive, PlannedQuery::of(PlannedQuery::Kind::Or, std::move(terms))));
    lists.push_back(std::move(list));
  }
  std::sort(lists.begin(), lists.end(), [](const VariantList& a, const VariantList& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.person < b.person;
  });
  return lists;
}

}  // namespace broadsheet
