// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/inflection.h"

#include <map>
#include <sstream>
#include <utility>

#include "common/data_file.h"

namespace broadsheet {
namespace {

struct Paradigm {
  std::string ending;
  std::vector<std::string> replacements;
};

// By language and class, in the order of the table.
using Paradigms = std::map<std::pair<std::string, std::string>, std::vector<Paradigm>>;

std::string without_dash(const std::string& cell) {
  return cell == "-" ? std::string() : cell;
}

const std::vector<Paradigm>& paradigms(std::string_view language, const char* word_class) {
  static const Paradigms table = [] {
    Paradigms result;
    for (const auto& row : read_data_table("inflections.tsv")) {
      Paradigm paradigm{without_dash(row.at(2)), {}};
      std::istringstream cells(row.at(3));
      for (std::string cell; cells >> cell;) paradigm.replacements.push_back(without_dash(cell));
      result[{row.at(0), row.at(1)}].push_back(std::move(paradigm));
    }
    return result;
  }();
  static const std::vector<Paradigm> none;
  const auto it = table.find({std::string(language), word_class});
  return it == table.end() ? none : it->second;
}

// Nothing if no row of the choices fits.
std::vector<std::string> inflect(std::string_view word, const std::vector<Paradigm>& choices) {
  std::vector<std::string> forms;
  for (const Paradigm& paradigm : choices) {
    if (!word.ends_with(paradigm.ending)) continue;
    const std::string stem(word.substr(0, word.size() - paradigm.ending.size()));
    for (const std::string& ending : paradigm.replacements) forms.push_back(stem + ending);
    return forms;
  }
  return forms;
}

std::vector<std::string> inflect_word(std::string_view word, std::string_view language) {
  std::vector<std::string> forms = inflect(word, paradigms(language, "name"));
  forms.emplace_back(word);
  return forms;
}

// A word of a pair may be a noun or an adjective: "Саудовская Аравия", "Korea Północna".
std::vector<std::string> inflect_in_pair(std::string_view word, std::string_view language) {
  std::vector<std::string> forms = inflect(word, paradigms(language, "pair"));
  return forms.empty() ? inflect_word(word, language) : forms;
}

std::vector<std::string> inflect_pair(std::string_view first, char separator, std::string_view second,
                                      std::string_view language) {
  std::vector<std::string> forms;
  for (const std::string& left : inflect_in_pair(first, language)) {
    for (const std::string& right : inflect_in_pair(second, language))
      forms.push_back(left + separator + right);
  }
  return forms;
}

}  // namespace

std::vector<std::string> inflect_name(std::string_view name, std::string_view language) {
  constexpr std::size_t shortest = 4;  // bytes: an abbreviation does not inflect
  constexpr std::string_view separators = " -";
  if (name.size() < shortest) return {std::string(name)};
  const auto split = name.find_first_of(separators);
  if (split == std::string_view::npos) return inflect_word(name, language);
  const bool is_pair = name.find_first_of(separators, split + 1) == std::string_view::npos;
  if (!is_pair || paradigms(language, "pair").empty()) return {std::string(name)};
  return inflect_pair(name.substr(0, split), name[split], name.substr(split + 1), language);
}

std::vector<std::string> inflect_adjective(std::string_view stem, std::string_view language) {
  std::vector<std::string> forms = inflect(stem, paradigms(language, "adj"));
  if (forms.empty()) forms.emplace_back(stem);
  for (std::string& form : inflect(stem, paradigms(language, "people"))) forms.push_back(std::move(form));
  return forms;
}

std::vector<std::string> town_adjectives(std::string_view town, std::string_view language) {
  return inflect(town, paradigms(language, "town"));
}

}  // namespace broadsheet
