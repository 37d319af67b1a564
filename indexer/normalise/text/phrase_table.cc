// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/phrase_table.h"

#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t key_size = 3;  // bytes: a phrase has at least as many

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::size_t first_two_bytes(std::string_view text) {
  return static_cast<std::size_t>(static_cast<unsigned char>(text[0])) * 256 +
         static_cast<unsigned char>(text[1]);
}

bool has_spaces(std::string_view text) {
  return !is_unspaced(first_code_point(text));
}

}  // namespace

PhraseTable::PhraseTable(const std::vector<Phrase>& phrases) {
  for (const auto& phrase : phrases) {
    first_two_bytes_.set(first_two_bytes(phrase.text));
    by_first_bytes_[phrase.text.substr(0, key_size)].push_back(phrase);
  }
}

bool PhraseTable::matches_at(std::string_view folded, std::size_t at) const {
  if (!first_two_bytes_.test(first_two_bytes(folded.substr(at)))) return false;
  const auto candidates = by_first_bytes_.find(folded.substr(at, key_size));
  if (candidates == by_first_bytes_.end()) return false;
  const auto rest = folded.substr(at);
  for (const auto& [text, place] : candidates->second) {
    if (!rest.starts_with(text) || (place != Place::Anywhere && at > 0)) continue;
    if (place == Place::Whole && rest.size() != text.size()) continue;
    const bool is_cut =
        rest.size() > text.size() && is_word_byte(rest[text.size()]) && is_word_byte(text.back());
    if (!is_cut || !has_spaces(text)) return true;
  }
  return false;
}

bool PhraseTable::matches(std::string_view folded) const {
  bool is_start = true;
  for (std::size_t at = 0; at + key_size <= folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    const bool is_ideograph = byte >= 0xE3 && byte <= 0xE9;
    if (is_word_byte(folded[at]) ? (is_start || is_ideograph) && matches_at(folded, at)
                                 : at == 0 && matches_at(folded, at)) {
      return true;
    }
    is_start = !is_word_byte(folded[at]);
  }
  return false;
}

}  // namespace broadsheet
