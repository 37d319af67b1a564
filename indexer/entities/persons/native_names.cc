// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/native_names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/entities/authority/authority.h"

namespace broadsheet {
namespace {

constexpr unsigned char kFirstByte = 0xCD;  // of the letters from U+0370 on: Greek and all behind it

struct NativeName {
  std::string form;
  std::string latin;
};

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

/// The first two characters, by which forms are looked up; empty if there are not as many.
std::string_view two_characters(std::string_view text) {
  std::int32_t end = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  U8_FWD_1(text.data(), end, size);
  if (end >= size) return {};
  U8_FWD_1(text.data(), end, size);
  return text.substr(0, static_cast<std::size_t>(end));
}

/// The forms by their first two characters; names in scripts without spaces are found anywhere.
class NativeNames {
 public:
  static const NativeNames& instance() {
    static const NativeNames names;
    return names;
  }

  std::string latin(const std::string& form) const {
    const auto found = by_start_.find(two_characters(form));
    if (found == by_start_.end()) return "";
    const auto name = std::find_if(found->second.begin(), found->second.end(),
                                   [&](const NativeName& n) { return n.form == form; });
    return name == found->second.end() ? "" : name->latin;
  }

  const NativeName* longest_at(std::string_view text, std::size_t at, std::size_t& end) const {
    const auto found = by_start_.find(two_characters(text.substr(at)));
    if (found == by_start_.end()) return nullptr;
    for (const NativeName& name : found->second) {
      if (text.substr(at, name.form.size()) != name.form) continue;
      end = word_end(text, at, at + name.form.size());
      if (end != 0) return &name;
    }
    return nullptr;
  }

 private:
  NativeNames() {
    for (const AuthorityPerson& person : Authority::instance().persons()) {
      for (const std::string& form : person.forms) {
        const std::string_view start = two_characters(form);
        if (static_cast<unsigned char>(form[0]) >= kFirstByte && !start.empty())
          by_start_[std::string(start)].push_back({form, person.name});
      }
    }
    for (auto& [start, names] : by_start_) {
      std::sort(names.begin(), names.end(),
                [](const NativeName& a, const NativeName& b) { return a.form.size() > b.form.size(); });
    }
  }

  /// Where the match ends, with an ending; 0 if it is a part of another word or of another person's longer
  /// name.
  static std::size_t word_end(std::string_view text, std::size_t begin, std::size_t end) {
    const UChar32 first = char_at(text, begin);
    const UChar32 before = char_before(text, begin);
    if (!has_spaces(first)) return before == 0xB7 || before == 0x30FB ? 0 : end;
    if (is_native_letter(before)) return 0;
    std::size_t word = end;
    while (is_native_letter(char_at(text, word))) {
      auto i = static_cast<std::int32_t>(word);
      U8_FWD_1(text.data(), i, static_cast<std::int32_t>(text.size()));
      word = static_cast<std::size_t>(i);
    }
    if (word == end) return end;
    return is_cyrillic_letter(first) && is_declension(text.substr(end, word - end)) ? word : 0;
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, std::vector<NativeName>, Hash, std::equal_to<>> by_start_;
};

void add(std::vector<FoundNames::Name>& names, const std::string& name, const Span& span) {
  const auto known = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == name; });
  if (known == names.end()) {
    names.push_back({name, {span}});
  } else {
    known->spans.push_back(span);
  }
}

}  // namespace

std::vector<FoundNames::Name> find_native_names(const std::vector<TextPart>& parts) {
  std::vector<FoundNames::Name> names;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    const std::string_view text = parts[part].text;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      std::size_t end = 0;
      const NativeName* name =
          byte < kFirstByte ? nullptr : NativeNames::instance().longest_at(text, at, end);
      if (name == nullptr) {
        auto next = static_cast<std::int32_t>(at);
        U8_FWD_1(text.data(), next, static_cast<std::int32_t>(text.size()));
        at = static_cast<std::size_t>(next);
        continue;
      }
      add(names, name->latin, {part, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    }
  }
  return names;
}

std::string latin_name_of(const std::string& native) {
  return NativeNames::instance().latin(native);
}

}  // namespace broadsheet
