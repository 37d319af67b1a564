// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/native_names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <span>
#include <string>

#include "common/byte_scan.h"
#include "common/hash.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/persons/native_context.h"
#include "indexer/entities/persons/person_name_tables.h"

namespace broadsheet {
namespace {

UChar32 char_at(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(at);
  if (at < text.size()) U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
  return c;
}

UChar32 char_before(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(at);
  if (at > 0) U8_PREV(text.data(), 0, i, c);
  return c;
}

bool is_native_letter(UChar32 c) {
  return c > 0x7F ? u_isalpha(c) != 0 : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_spaces(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return script != USCRIPT_HAN && script != USCRIPT_KATAKANA && script != USCRIPT_HIRAGANA &&
         script != USCRIPT_HANGUL;
}

bool is_cyrillic_letter(UChar32 c) {
  return c >= 0x400 && c <= 0x52F;
}

/// Endings of masculine names in the oblique cases of Russian and Ukrainian.
bool is_declension(std::string_view ending) {
  for (const std::string_view known : {"а", "у", "ом", "ым", "им", "е", "я", "ю", "ем", "єм", "ові"}) {
    if (ending == known) return true;
  }
  return false;
}

/// The forms of person_names.table by their first two characters; names in scripts without spaces are found
/// anywhere.
class NativeNames {
 public:
  static const NativeNames& instance() {
    static const NativeNames names;
    return names;
  }

  std::string latin(std::string_view form) const {
    for (const StoredNativeName& name : that_begin(form)) {
      if (name.form.in(texts_) == form) return person_of(name).printed_name();
    }
    return "";
  }

  const StoredNativeName* longest_at(std::string_view text, std::size_t at, std::size_t& end) const {
    for (const StoredNativeName& name : that_begin(text.substr(at))) {
      if (!text.substr(at).starts_with(name.form.in(texts_))) continue;
      end = word_end(text, at, at + name.form.size);
      if (end != 0) return &name;
    }
    return nullptr;
  }

  static const AuthorityPerson& person_of(const StoredNativeName& name) {
    return Authority::instance().persons()[name.person];
  }

 private:
  NativeNames()
      : starts_(person_names_file().table<HashSlot>(EntityTable::NativeStarts)),
        names_(person_names_file().table<StoredNativeName>(EntityTable::NativeForms)),
        texts_(person_names_file().text(EntityTable::NameTexts)) {}

  std::span<const StoredNativeName> that_begin(std::string_view text) const {
    const std::string_view start = native_name_start(text);
    const HashSlot* found = start.empty() ? nullptr : starts_.find(hash64(start));
    if (found == nullptr) return {};
    return names_.subspan(found->first, found->second);
  }

  /// Where the match ends, with an ending; 0 if it is a part of another word or of another person's longer
  /// name.
  static std::size_t word_end(std::string_view text, std::size_t begin, std::size_t end) {
    const UChar32 first = char_at(text, begin);
    const UChar32 before = char_before(text, begin);
    if (!has_spaces(first)) return before == 0xB7 || before == 0x30FB ? 0 : end;
    constexpr std::size_t kShortestBehindPrefix = 8;  // bytes: four Arabic letters
    if (is_native_letter(before) &&
        (end - begin < kShortestBehindPrefix || !is_behind_arabic_prefix(text, begin)))
      return 0;
    std::size_t word = end;
    while (is_native_letter(char_at(text, word))) {
      auto i = static_cast<std::int32_t>(word);
      U8_FWD_1(text.data(), i, static_cast<std::int32_t>(text.size()));
      word = static_cast<std::size_t>(i);
    }
    if (word == end) return end;
    return is_cyrillic_letter(first) && is_declension(text.substr(end, word - end)) ? word : 0;
  }

  HashTable starts_;
  std::span<const StoredNativeName> names_;
  std::string_view texts_;
};

/// The first byte at or after a place that is not ASCII; the text's size if there is none.
std::size_t next_native(std::string_view text, std::size_t at) {
  return find_byte_if(text, at, [](char c) { return (c & 0x80) != 0; });
}

void add(std::vector<FoundNames::Name>& names, const std::string& name, const Span& span) {
  const auto known = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == name; });
  if (known == names.end()) {
    names.push_back({name, {span}});
  } else {
    known->spans.push_back(span);
  }
}

}  // namespace

std::vector<FoundNames::Name> find_native_names(const std::vector<TextPart>& parts, std::optional<int> year) {
  std::vector<FoundNames::Name> names;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    const std::string_view text = parts[part].text;
    for (std::size_t at = next_native(text, 0); at < text.size(); at = next_native(text, at)) {
      const auto byte = static_cast<unsigned char>(text[at]);
      std::size_t end = 0;
      const StoredNativeName* name =
          byte < kFirstNativeByte ? nullptr : NativeNames::instance().longest_at(text, at, end);
      if (name == nullptr) {
        auto next = static_cast<std::int32_t>(at);
        U8_FWD_1(text.data(), next, static_cast<std::int32_t>(text.size()));
        at = static_cast<std::size_t>(next);
        continue;
      }
      const AuthorityPerson& person = NativeNames::person_of(*name);
      const NativePlace place{text, at, end};
      if (!is_arabic_namesake(place) && !is_no_short_name(place, person, year))
        add(names, person.printed_name(),
            {part, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    }
  }
  return names;
}

std::string latin_name_of(const std::string& native) {
  return NativeNames::instance().latin(native);
}

}  // namespace broadsheet
