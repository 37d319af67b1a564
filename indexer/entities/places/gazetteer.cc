// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/gazetteer.h"

#include "indexer/entities/places/place_prefixes.h"

namespace broadsheet {
namespace {

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

Gazetteer::Gazetteer(const std::vector<PlaceForm>& forms)
    : own_(std::make_shared<PlaceTablesSource>(make_place_tables(forms))), tables_(own_->view()) {}

FoundForm Gazetteer::form_at(std::uint32_t index) const {
  const StoredPlaceForm& stored = tables_.forms[index];
  return {stored.text.in(tables_.texts),
          tables_.texts.substr(stored.country, stored.country_size),
          stored.kind,
          (stored.flags & IsPersonName) != 0,
          (stored.flags & IsGivenName) != 0,
          stored.local_to};
}

PlaceMatch Gazetteer::longest_match(PlaceTokenReader& reader, const PlaceToken& first, std::uint64_t hash,
                                    const HashSlot* slot, bool all_capitals) const {
  const std::string_view text = reader.text();
  PlaceMatch best;
  std::uint32_t form = 0;  // index + 1
  PlaceToken token = first;
  std::uint32_t count = 1;
  for (; slot != nullptr; slot = tables_.sequences.find(hash), ++count) {
    const bool counts = slot->first != 0 && ends_here(text, token) &&
                        !(all_capitals && (tables_.forms[slot->first - 1].flags & SmallLettersOnly) != 0);
    if (counts) {
      form = slot->first;
      best = {first.begin, token.end, count, {}};
    }
    if (slot->second == 0) break;
    const PlaceToken next = reader.next(token.end);
    if (next.writing == Writing::None || !joins(text, token, next)) break;
    token = next;
    hash = chain_tokens(hash, token.hash);
    if (!may_go_on(hash)) break;
  }
  if (form != 0) best.form = form_at(form - 1);
  return best;
}

PlaceMatch Gazetteer::match_at(PlaceTokenReader& reader, const PlaceToken& first, bool all_capitals) const {
  const std::string_view text = reader.text();
  PlaceMatch match;
  const auto look = [&](std::uint64_t hash, char first_byte) {
    const HashSlot* slot = may_begin(hash, first_byte) ? tables_.sequences.find(hash) : nullptr;
    if (slot != nullptr) match = longest_match(reader, first, hash, slot, all_capitals);
  };
  look(first.hash, text[first.begin]);
  if (match.form || !takes_prefixes(text[first.begin])) return match;
  for (const std::string& stem : without_prefixes(text.substr(first.begin, first.end - first.begin))) {
    look(place_token_hash(stem), stem.front());
    if (match.form) return match;
  }
  return match;
}

void Gazetteer::find(std::string_view text, bool all_capitals, std::vector<PlaceMatch>& matches) const {
  PlaceTokenReader reader(text);
  for (std::uint32_t at = 0;;) {
    const PlaceToken token = reader.next(at);  // made in place: to copy it here is a fifth of the time
    if (token.writing == Writing::None) return;
    at = token.end;
    const char first = text[token.begin];
    const bool looks = may_begin(token.hash, first) || takes_prefixes(first);
    if (!looks || !begins_here(text, token)) continue;
    const PlaceMatch match = match_at(reader, token, all_capitals);
    if (!match.form) continue;
    matches.push_back(match);
    at = match.end;
  }
}

}  // namespace broadsheet
