// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_tables.h"

#include <map>

#include "common/data_file.h"
#include "indexer/entities/places/place_tokens.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {
namespace {

struct Sequence {
  std::uint32_t form = 0;  // index + 1
  bool goes_on = false;
};

class TablesMaker {
 public:
  PlaceTablesSource make(const std::vector<PlaceForm>& forms) {
    made_.first_words.resize(first_word_bits / 64);
    made_.longer_sequences.resize(longer_sequence_bits / 64);
    for (const PlaceForm& form : forms) {
      made_.forms.push_back(stored(form));
      add_sequences(form.text, static_cast<std::uint32_t>(made_.forms.size()));
    }
    std::vector<HashSlot> slots;
    sequences_.for_each([&](std::uint64_t hash, const Sequence& sequence) {
      slots.push_back({hash, sequence.form, sequence.goes_on ? 1U : 0U});
    });
    made_.sequences = make_hash_table(slots);
    return std::move(made_);
  }

 private:
  TextRange keep(const std::string& text) {
    const TextRange range{static_cast<std::uint32_t>(made_.texts.size()),
                          static_cast<std::uint32_t>(text.size())};
    made_.texts += text;
    return range;
  }

  StoredPlaceForm stored(const PlaceForm& form) {
    StoredPlaceForm result;
    result.text = keep(form.text);
    result.local_to = form.local_to;
    const auto [country, is_new] = countries_.try_emplace(form.country);
    if (is_new) country->second = keep(form.country).begin;
    result.country = country->second;
    result.country_size = static_cast<std::uint8_t>(form.country.size());
    result.kind = form.kind;
    result.flags = static_cast<std::uint8_t>((form.small_letters_only ? SmallLettersOnly : 0) |
                                             (form.person_name ? IsPersonName : 0) |
                                             (form.given_name ? IsGivenName : 0));
    return result;
  }

  void add_sequences(std::string_view text, std::uint32_t form) {
    PlaceToken token = next_place_token(text, 0);
    if (token.writing == Writing::None) return;
    std::uint64_t hash = token.hash;
    const FirstWordBits bits = first_word_bits_of(hash, text[token.begin]);
    made_.first_words[bits.number] |= bits.mask;
    for (token = next_place_token(text, token.end); token.writing != Writing::None;
         token = next_place_token(text, token.end)) {
      sequences_[hash].goes_on = true;
      hash = chain_tokens(hash, token.hash);
      made_.longer_sequences[hash % longer_sequence_bits / 64] |= std::uint64_t{1} << hash % 64;
    }
    std::uint32_t& known = sequences_[hash].form;
    if (known == 0) known = form;
  }

  PlaceTablesSource made_;
  std::map<std::string, std::uint32_t> countries_;
  WordTable<Sequence> sequences_{120'000};
};

}  // namespace

const TableFile& place_table_file() {
  static const TableFile file(data_file("places.table"));
  return file;
}

PlaceTables installed_place_tables() {
  const TableFile& file = place_table_file();
  return {file.table<StoredPlaceForm>(EntityTable::PlaceForms),
          HashTable(file.table<HashSlot>(EntityTable::PlaceSequences)),
          file.table<std::uint64_t>(EntityTable::PlaceFirstWords),
          file.table<std::uint64_t>(EntityTable::PlaceLongerSequences), file.text(EntityTable::PlaceTexts)};
}

PlaceTablesSource make_place_tables(const std::vector<PlaceForm>& forms) {
  return TablesMaker().make(forms);
}

}  // namespace broadsheet
