// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/form_finder.h"

#include <algorithm>
#include <span>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

/// The forms of authority.table by their first words.
class FormTable {
 public:
  static const FormTable& instance() {
    static const FormTable table;
    return table;
  }

  /// The longest form that begins at a token, and where it ends.
  const AuthorityPerson* longest_at(const std::vector<NameToken>& tokens, std::size_t first,
                                    std::size_t& last) const {
    const HashSlot* found = starts_.find(tokens[first].hash);
    if (found == nullptr) return nullptr;
    for (const StoredNameForm& form : forms_.subspan(found->first, found->second)) {
      last = first + 1 + form.words;
      if (last > tokens.size()) continue;
      const auto rest = words_.subspan(form.first_word, form.words);
      const auto same = [](std::uint64_t word, const NameToken& token) {
        return token.is_word() && token.hash == word;
      };
      if (std::equal(rest.begin(), rest.end(), tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, same))
        return &Authority::instance().persons()[form.person];
    }
    return nullptr;
  }

 private:
  FormTable()
      : starts_(authority_table_file().table<HashSlot>(TableId::FormStarts)),
        forms_(authority_table_file().table<StoredNameForm>(TableId::Forms)),
        words_(authority_table_file().table<std::uint64_t>(TableId::FormWords)) {}

  HashTable starts_;
  std::span<const StoredNameForm> forms_;
  std::span<const std::uint64_t> words_;
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
    if (person == nullptr || goes_on(tokens, last)) continue;
    mentions.push_back({person, i, last});
    i = last - 1;
  }
  return mentions;
}

}  // namespace broadsheet
