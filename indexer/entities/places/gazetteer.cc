// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/gazetteer.h"

#include <array>
#include <bit>

#include "indexer/entities/places/place_prefixes.h"

namespace broadsheet {
namespace {

constexpr std::size_t filter_words = 32768;  // 256 KB: it must stay in the cache
constexpr std::size_t longest_gap = 4;

bool is_initial(std::string_view word) {
  return word.size() == 1 && word.front() >= 'A' && word.front() <= 'Z';
}

// What may stand between two words of one name: a space, a hyphen, an apostrophe, a line's end; a full stop
// after an abbreviation ("St. Lucia"), which an initial needs ("S. Korea") unless it is elided ("D'IVOIRE").
bool joins(std::string_view word, std::string_view gap) {
  if (gap.size() > longest_gap) return false;
  bool dotted = false;
  std::size_t newlines = 0;
  for (const char c : gap) {
    dotted = dotted || c == '.';
    newlines += c == '\n' ? 1 : 0;
    if (static_cast<unsigned char>(c) < 0x80 &&
        std::string_view(" -'.\"\n\r").find(c) == std::string_view::npos)
      return false;
  }
  if (newlines > 1) return false;
  if (gap.find('"') != std::string_view::npos) return is_hebrew(word);
  return dotted ? word.size() <= 3 : !is_initial(word) || gap.find(' ') == std::string_view::npos;
}

bool joins(std::string_view text, const PlaceToken& left, const PlaceToken& right) {
  const auto gap = text.substr(left.end, right.begin - left.end);
  if (left.writing == Writing::Spaced)
    return !gap.empty() && joins(text.substr(left.begin, left.end - left.begin), gap);
  return gap.empty() || gap == "・" || gap == "·" || gap == " ";
}

Writing writing_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < 4) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) break;
  }
  return begin == at ? Writing::None : next_place_token(text.substr(begin, at - begin), 0).writing;
}

Writing writing_after(std::string_view text, std::uint32_t at) {
  const PlaceToken token = next_place_token(text, at);
  return token.begin == at ? token.writing : Writing::None;
}

// Names in katakana fill their run ("タイ" is not in "タイトル"); names in Hangul begin their word.
bool begins_here(std::string_view text, const PlaceToken& first) {
  if (first.writing != Writing::Katakana && first.writing != Writing::Hangul) return true;
  return writing_before(text, first.begin) != first.writing;
}

bool ends_here(std::string_view text, const PlaceToken& last) {
  return last.writing != Writing::Katakana || writing_after(text, last.end) != Writing::Katakana;
}

}  // namespace

Gazetteer::Gazetteer(std::vector<PlaceForm> forms)
    : forms_(std::move(forms)), slots_(std::bit_ceil(forms_.size() + 16)), first_tokens_(filter_words) {
  for (std::size_t i = 0; i < forms_.size(); ++i) add_form(static_cast<std::int32_t>(i));
}

void Gazetteer::insert(std::uint64_t hash, std::int32_t form, bool goes_on) {
  for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[i];
    const bool empty = slot.form < 0 && !slot.goes_on;
    if (!empty && slot.hash != hash) continue;
    slot.hash = hash;
    if (slot.form < 0) slot.form = form;
    slot.goes_on = slot.goes_on || goes_on;
    used_ += empty ? 1 : 0;
    break;
  }
  if (used_ * 3 > slots_.size() * 2) grow();
}

void Gazetteer::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.form >= 0 || slot.goes_on) insert(slot.hash, slot.form, slot.goes_on);
  }
}

const Gazetteer::Slot* Gazetteer::slot_of(std::uint64_t hash) const {
  for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[i];
    if (slot.form < 0 && !slot.goes_on) return nullptr;
    if (slot.hash == hash) return &slot;
  }
}

void Gazetteer::add_form(std::int32_t index) {
  const std::string_view text = forms_[static_cast<std::size_t>(index)].text;
  PlaceToken token = next_place_token(text, 0);
  if (token.writing == Writing::None) return;
  std::uint64_t hash = token.hash;
  first_tokens_[(hash >> 6) & (first_tokens_.size() - 1)] |= std::uint64_t{1} << (hash & 63);
  for (token = next_place_token(text, token.end); token.writing != Writing::None;
       token = next_place_token(text, token.end)) {
    insert(hash, -1, true);
    hash = chain_tokens(hash, token.hash);
  }
  insert(hash, index, false);
}

PlaceMatch Gazetteer::longest_match(std::string_view text, const PlaceToken& first, std::uint64_t hash,
                                    bool all_capitals) const {
  PlaceMatch best;
  PlaceToken token = first;
  std::uint32_t count = 1;
  for (const Slot* slot = slot_of(hash); slot != nullptr; slot = slot_of(hash), ++count) {
    if (slot->form >= 0 && ends_here(text, token)) {
      const PlaceForm& form = forms_[static_cast<std::size_t>(slot->form)];
      if (!all_capitals || !form.small_letters_only) best = {first.begin, token.end, count, &form};
    }
    if (!slot->goes_on) break;
    const PlaceToken next = next_place_token(text, token.end);
    if (next.writing == Writing::None || !joins(text, token, next)) break;
    token = next;
    hash = chain_tokens(hash, token.hash);
  }
  return best;
}

PlaceMatch Gazetteer::match_at(std::string_view text, const PlaceToken& first, bool all_capitals) const {
  PlaceMatch match;
  if (may_begin(first.hash)) match = longest_match(text, first, first.hash, all_capitals);
  if (match.form != nullptr) return match;
  for (const std::string& stem : without_prefixes(text.substr(first.begin, first.end - first.begin))) {
    const std::uint64_t hash = place_token_hash(stem);
    if (may_begin(hash)) match = longest_match(text, first, hash, all_capitals);
    if (match.form != nullptr) return match;
  }
  return match;
}

void Gazetteer::find(std::string_view text, bool all_capitals, std::vector<PlaceMatch>& matches) const {
  PlaceToken token = next_place_token(text, 0);
  while (token.writing != Writing::None) {
    std::uint32_t next = token.end;
    const bool looks = may_begin(token.hash) || takes_prefixes(text[token.begin]);
    if (looks && begins_here(text, token)) {
      const PlaceMatch match = match_at(text, token, all_capitals);
      if (match.form != nullptr) {
        matches.push_back(match);
        next = match.end;
      }
    }
    token = next_place_token(text, next);
  }
}

const PlaceForm* Gazetteer::form_of(std::string_view text) const {
  std::vector<PlaceMatch> matches;
  find(text, false, matches);
  const bool whole = matches.size() == 1 && matches[0].begin == 0 && matches[0].end == text.size();
  return whole ? matches[0].form : nullptr;
}

}  // namespace broadsheet
