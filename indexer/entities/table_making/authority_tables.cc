// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "common/data_file.h"
#include "common/hash.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/authority/form_finder.h"
#include "indexer/entities/table_making/lists_by_key.h"
#include "indexer/entities/table_making/tables.h"
#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {
namespace {

using Persons = std::vector<AuthorityPerson>;
using Shape = NameToken::Shape;

/// Calls use(person's index, form) for the name and all other forms of all persons.
template <typename Use>
void for_each_form(const Persons& persons, Use use) {
  for (std::uint32_t i = 0; i < persons.size(); ++i) {
    use(i, persons[i].name);
    for (const std::string& form : persons[i].forms) use(i, form);
  }
}

void add_surnames(const Persons& persons, TableFileWriter& writer) {
  ListsByKey<std::uint32_t> bearers;
  for_each_form(persons, [&](std::uint32_t person, const std::string& form) {
    const std::string surname = lone_surname(form, persons[person]);
    if (surname.empty()) return;
    std::vector<std::uint32_t>& list = bearers[hash64(surname)];
    if (list.empty() || list.back() != person) list.push_back(person);
  });
  writer.add(EntityTable::Surnames, bearers.slots());
  writer.add(EntityTable::SurnameBearers, bearers.items());
}

/// The hashes of a form's words; empty if it has anything else, or is a mere word. is_whole_name: the person
/// has no other name, which may be a given name elsewhere ("Madonna").
std::vector<std::uint64_t> words_of(const std::string& form, bool is_whole_name) {
  std::vector<std::uint64_t> words;
  const std::vector<NameToken> tokens = name_tokens({{TextPlace::Body, form}});
  for (const NameToken& token : tokens) {
    if (token.is_word()) words.push_back(token.hash);
    if (!token.is_word() && token.shape != Shape::Stop) return {};
  }
  constexpr std::uint32_t name_kinds = GivenName | RareGivenName | Surname;
  const std::uint32_t allowed = is_whole_name ? name_kinds : 0;
  const bool is_word_alone =
      words.size() == 1 &&
      ((tokens[0].kinds & ~allowed) != 0 || tokens[0].shape != Shape::Capital || tokens[0].folded.size() < 4);
  return is_word_alone ? std::vector<std::uint64_t>() : words;
}

void add_forms(const Persons& persons, TableFileWriter& writer) {
  ListsByKey<StoredNameForm> forms;
  std::vector<std::uint64_t> rest;
  for_each_form(persons, [&](std::uint32_t person, const std::string& form) {
    if (persons[person].in_business()) return;  // companies bear their founders' names
    const std::vector<std::uint64_t> words = words_of(form, &form == &persons[person].name);
    if (words.empty()) return;
    forms[words[0]].push_back(
        {person, static_cast<std::uint32_t>(rest.size()), static_cast<std::uint32_t>(words.size() - 1)});
    rest.insert(rest.end(), words.begin() + 1, words.end());
  });
  forms.for_each([](std::vector<StoredNameForm>& list) {
    std::stable_sort(list.begin(), list.end(),
                     [](const StoredNameForm& a, const StoredNameForm& b) { return a.words > b.words; });
  });
  writer.add(EntityTable::FormStarts, forms.slots());
  writer.add(EntityTable::Forms, forms.items());
  writer.add(EntityTable::FormWords, rest);
}

}  // namespace

TableFileWriter make_authority_tables() {
  std::ostringstream lines;
  lines << std::ifstream(data_file("persons.tsv")).rdbuf();
  const Persons persons = read_persons(lines.str());
  TableFileWriter writer;
  writer.add(EntityTable::Persons, lines.str());
  add_surnames(persons, writer);
  add_forms(persons, writer);
  return writer;
}

}  // namespace broadsheet
