// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/form_finder.h"

#include <algorithm>
#include <span>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr std::size_t filter_bits = 1U << 19U;  // as many as a core's nearest caches hold

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
    if (!may_start(tokens[first].hash)) return nullptr;
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

  bool has(std::span<const std::uint64_t> whole) const {
    const HashSlot* found = whole.empty() || !may_start(whole[0]) ? nullptr : starts_.find(whole[0]);
    if (found == nullptr) return false;
    const auto forms = forms_.subspan(found->first, found->second);
    return std::any_of(forms.begin(), forms.end(), [&](const StoredNameForm& form) {
      const auto rest = words_.subspan(form.first_word, form.words);
      return std::equal(rest.begin(), rest.end(), whole.begin() + 1, whole.end());
    });
  }

  bool may_start(std::uint64_t word) const {
    return (filter_[word % filter_bits / 64] >> word % 64 & 1) != 0;
  }

 private:
  FormTable()
      : starts_(authority_table_file().table<HashSlot>(EntityTable::FormStarts)),
        forms_(authority_table_file().table<StoredNameForm>(EntityTable::Forms)),
        words_(authority_table_file().table<std::uint64_t>(EntityTable::FormWords)),
        filter_(filter_bits / 64) {
    for (const HashSlot& slot : authority_table_file().table<HashSlot>(EntityTable::FormStarts))
      filter_[slot.key % filter_bits / 64] |= std::uint64_t{1} << slot.key % 64;
  }

  HashTable starts_;
  std::span<const StoredNameForm> forms_;
  std::span<const std::uint64_t> words_;
  std::vector<std::uint64_t> filter_;  // a bit for each first word: most words are none
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

bool is_authority_form(std::span<const std::uint64_t> words) {
  return FormTable::instance().has(words);
}

bool may_start_authority_form(std::uint64_t word) {
  return FormTable::instance().may_start(word);
}

}  // namespace broadsheet
