// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/person_name_tables.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

#include "common/data_file.h"
#include "common/hash.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/persons/name_spelling.h"
#include "indexer/entities/table_making/lists_by_key.h"
#include "indexer/entities/table_making/tables.h"
#include "indexer/entities/words/cyrillic_forms.h"

namespace broadsheet {
namespace {

bool is_initial(std::string_view word) {
  return word.size() == 1 || word.find('.') != std::string_view::npos;
}

/// "William Jefferson Clinton" and "Larry Summers" are one person's; "John Kennedy" for "John F. Kennedy" is
/// many persons' name, and the rules judge it.
bool has_telling_given_names(const std::string& form, const AuthorityPerson& person) {
  if (std::count(form.begin(), form.end(), ' ') > 1) return true;
  const std::string_view given = std::string_view(form).substr(0, form.find(' '));
  const std::string_view own = std::string_view(person.name).substr(0, person.name.find(' '));
  return given != own && !is_initial(given) && !is_initial(own);
}

/// True if the form is no other person's name as well.
bool is_telling(const std::string& form, const AuthorityPerson& person) {
  if (form.find(' ') == std::string::npos) return false;
  const std::string own = lone_surname(person.name, person);
  const std::string surname = lone_surname(form, person);
  if (own.empty())
    return form.substr(0, form.find(' ')) != person.name.substr(0, person.name.find(' '));  // "Juan Pablo II"
  if (surname.empty()) return false;
  return has_surname_first(person) || surname != own || has_telling_given_names(form, person);
}

class TablesMaker {
 public:
  TableFileWriter make() {
    add_native_names();
    add_whole_names();
    add_given_names();
    writer_.add(EntityTable::NameTexts, texts_);
    return std::move(writer_);
  }

 private:
  TextRange keep(const std::string& text) {
    const auto [known, is_new] = kept_.try_emplace(text);
    if (is_new) {
      known->second = {static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())};
      texts_ += text;
    }
    return known->second;
  }

  void add_native_names() {
    ListsByKey<StoredNativeName> names;
    for (std::uint32_t i = 0; i < persons_.size(); ++i) {
      for (const std::string& form : persons_[i].forms) {
        const std::string_view start = native_name_start(form);
        if (static_cast<unsigned char>(form[0]) < kFirstNativeByte || start.empty()) continue;
        names[hash64(start)].push_back({keep(form), i});
        for (const std::string& declined : cyrillic_cases_of(form))
          names[hash64(start)].push_back({keep(declined), i});
      }
    }
    names.for_each([](std::vector<StoredNativeName>& list) {
      std::stable_sort(list.begin(), list.end(), [](const StoredNativeName& a, const StoredNativeName& b) {
        return a.form.size > b.form.size;
      });
    });
    writer_.add(EntityTable::NativeStarts, names.slots());
    writer_.add(EntityTable::NativeForms, names.items());
  }

  void add_whole_names() {
    std::map<std::uint64_t, TextRange> names;
    for (const AuthorityPerson& person : persons_) {
      const std::string whole = latin_letters(person.name);
      names.try_emplace(hash64(whole), keep(whole));
      for (const std::string& form : person.forms) {
        if (is_telling(form, person)) names.try_emplace(hash64(latin_letters(form)), keep(whole));
      }
    }
    std::vector<HashSlot> slots;
    for (const auto& [key, name] : names) slots.push_back({key, name.begin, name.size});
    writer_.add(EntityTable::WholeNames, make_hash_table(slots));
  }

  void add_given_names() {
    std::map<std::uint64_t, std::uint32_t> names;
    std::vector<StoredGivenName> entries;
    for (const auto& row : read_data_table("given_name_variants.tsv")) {
      std::istringstream spellings(row[0]);
      std::string preferred;
      for (std::string name; spellings >> name;) {
        name = latin_letters(name);
        if (preferred.empty()) preferred = name;
        names.try_emplace(hash64(name), static_cast<std::uint32_t>(entries.size()));
      }
      entries.push_back({keep(preferred), keep(row.size() > 1 ? row[1] : "")});
    }
    std::vector<HashSlot> slots;
    for (const auto& [key, entry] : names) slots.push_back({key, entry, 0});
    writer_.add(EntityTable::GivenNames, make_hash_table(slots));
    writer_.add(EntityTable::GivenNameEntries, entries);
  }

  const std::vector<AuthorityPerson>& persons_ = Authority::instance().persons();
  std::map<std::string, TextRange> kept_;
  std::string texts_;
  TableFileWriter writer_;
};

}  // namespace

TableFileWriter make_person_name_tables() {
  return TablesMaker().make();
}

}  // namespace broadsheet
