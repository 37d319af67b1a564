// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/form_finder.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

struct Form {
  std::vector<std::string> rest;  // the folded words behind the first
  const AuthorityPerson* person = nullptr;
};

/// The folded words of a form; empty if it has anything else, or is a mere word. is_whole_name: the person
/// has no other name, which may be a given name elsewhere ("Madonna").
std::vector<std::string> words_of(const std::string& form, bool is_whole_name) {
  std::vector<std::string> words;
  const std::vector<NameToken> tokens = name_tokens({{TextPlace::Body, form}});
  for (const NameToken& token : tokens) {
    if (token.is_word()) words.push_back(token.folded);
    if (!token.is_word() && token.shape != Shape::Stop) return {};
  }
  constexpr std::uint32_t name_kinds = GivenName | RareGivenName | Surname;
  const std::uint32_t allowed = is_whole_name ? name_kinds : 0;
  const bool is_word_alone = words.size() == 1 && ((tokens[0].kinds & ~allowed) != 0 ||
                                                   tokens[0].shape != Shape::Capital || words[0].size() < 4);
  return is_word_alone ? std::vector<std::string>() : words;
}

class FormTable {
 public:
  static const FormTable& instance() {
    static const FormTable table;
    return table;
  }

  /// The longest form that begins at a token, and where it ends.
  const AuthorityPerson* longest_at(const std::vector<NameToken>& tokens, std::size_t first,
                                    std::size_t& last) const {
    const auto found = by_first_.find(tokens[first].folded);
    if (found == by_first_.end()) return nullptr;
    for (const Form& form : found->second) {
      last = first + 1 + form.rest.size();
      if (last > tokens.size()) continue;
      const auto same = [](const std::string& word, const NameToken& token) {
        return token.is_word() && token.folded == word;
      };
      if (std::equal(form.rest.begin(), form.rest.end(),
                     tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, same))
        return form.person;
    }
    return nullptr;
  }

 private:
  FormTable() {
    for (const AuthorityPerson& person : Authority::instance().persons()) {
      if (person.in_business()) continue;  // companies bear their founders' names
      add(person.name, person);
      for (const std::string& form : person.forms) add(form, person);
    }
    for (auto& [first, forms] : by_first_) {
      std::stable_sort(forms.begin(), forms.end(),
                       [](const Form& a, const Form& b) { return a.rest.size() > b.rest.size(); });
    }
  }

  void add(const std::string& form, const AuthorityPerson& person) {
    std::vector<std::string> words = words_of(form, &form == &person.name);
    if (words.empty()) return;
    Form entry{{words.begin() + 1, words.end()}, &person};
    by_first_[std::move(words[0])].push_back(std::move(entry));
  }

  std::unordered_map<std::string, std::vector<Form>> by_first_;
};

/// True if the name goes on, as that of a thing does.
bool goes_on(const std::vector<NameToken>& tokens, std::size_t last) {
  if (last >= tokens.size() || tokens[last - 1].possessive) return false;
  const NameToken& next = tokens[last];
  return (next.shape == Shape::Capital || next.shape == Shape::Upper) &&
         !next.is(CalendarWord | FunctionWord);
}

}  // namespace

std::vector<AuthorityMention> find_authority_forms(const std::vector<NameToken>& tokens) {
  std::vector<AuthorityMention> mentions;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t last = 0;
    if (!tokens[i].is_name_like()) continue;
    const AuthorityPerson* person = FormTable::instance().longest_at(tokens, i, last);
    const bool is_work = last == i + 1 && i > 0 && tokens[i - 1].folded == "the";  // "the Madonna"
    if (person == nullptr || is_work || goes_on(tokens, last)) continue;
    mentions.push_back({person, i, last});
    i = last - 1;
  }
  return mentions;
}

}  // namespace broadsheet
