// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/fold.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/plain_english.h"
#include "indexer/normalise/text/south_slavic.h"

namespace broadsheet {
namespace {

// How much of a text is looked at: the first part is enough for most, and detecting is slow.
constexpr std::array<std::size_t, 3> head_sizes = {400, 1200, 4096};
constexpr int fewest_letters = 20;

struct Code {
  std::string_view from;
  std::string_view to;
};

// Bibliographic codes of ISO 639-2, withdrawn codes, and languages that archives keep together.
constexpr std::array<Code, 34> other_codes = {
    {{"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"},
     {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"may", "ms"},
     {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"}, {"iw", "he"},  {"in", "id"},
     {"ji", "yi"},  {"mo", "ro"},  {"jw", "jv"},  {"nb", "no"},  {"nn", "no"},  {"cmn", "zh"}, {"yue", "zh"},
     {"fil", "tl"}, {"arb", "ar"}, {"prs", "fa"}, {"swh", "sw"}, {"zsm", "ms"}, {"pes", "fa"}}};

std::string_view settle(std::string_view code) {
  for (const auto& [from, to] : other_codes) {
    if (from == code) return to;
  }
  return code;
}

using Names = std::unordered_map<std::string, std::string>;

void add_name(Names& names, const icu::Locale& language, const icu::Locale& in) {
  icu::UnicodeString name;
  std::string utf8;
  language.getDisplayLanguage(in, name).toUTF8String(utf8);
  names.emplace(fold_value(utf8), settle(language.getLanguage()));
}

// Every language by its English and its own name.
Names build_names() {
  Names names;
  for (const auto* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    const icu::Locale language(*code);
    add_name(names, language, icu::Locale::getEnglish());
    add_name(names, language, language);
  }
  for (const auto& [name, code] : std::array<Code, 6>{{{"mandarin", "zh"},
                                                       {"cantonese", "zh"},
                                                       {"norsk", "no"},
                                                       {"farsi", "fa"},
                                                       {"flemish", "nl"},
                                                       {"castellano", "es"}}}) {
    names.insert_or_assign(std::string(name), std::string(code));
  }
  return names;
}

bool is_code(std::string_view code) {
  if (code.size() < 2 || code.size() > 3) return false;
  for (const char c : code) {
    if (!is_ascii_letter(c)) return false;
  }
  return true;
}

bool is_known_language(std::string_view code) {
  if (code == "und" || code == "mul" || code == "zxx" || code == "mis") return false;
  for (const auto* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::string code_of_tag(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find_first_of("-_."));
  if (!is_code(primary)) return {};
  std::string code;
  for (const char c : primary) code += ascii_lower(c);
  const std::string settled(settle(code));
  const std::string shortest =
      icu::Locale(settled.c_str()).getLanguage();  // two letters, where there are two
  return is_known_language(shortest) || is_known_language(code) ? std::string(settle(shortest))
                                                                : std::string();
}

bool has_letters(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < fewest_letters;) {
    if (u_isalpha(static_cast<UChar32>(next_code_point(text, at))) != 0) ++letters;
  }
  return letters >= fewest_letters;
}

std::string_view head_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

struct Detected {
  std::string code;      // empty: unknown
  bool is_sure = false;  // no more text is needed
};

// Languages that short texts are taken for one another in.
bool has_near_relatives(CLD2::Language language) {
  constexpr std::array<CLD2::Language, 20> related = {
      CLD2::CROATIAN,   CLD2::BOSNIAN,   CLD2::SERBIAN,     CLD2::MONTENEGRIN, CLD2::SLOVENIAN,
      CLD2::DANISH,     CLD2::NORWEGIAN, CLD2::NORWEGIAN_N, CLD2::CZECH,       CLD2::SLOVAK,
      CLD2::PORTUGUESE, CLD2::GALICIAN,  CLD2::SPANISH,     CLD2::CATALAN,     CLD2::INDONESIAN,
      CLD2::MALAY,      CLD2::RUSSIAN,   CLD2::BULGARIAN,   CLD2::UKRAINIAN,   CLD2::BELARUSIAN};
  return std::find(related.begin(), related.end(), language) != related.end();
}

Detected detect(std::string_view head) {
  constexpr int nearly_all = 90;  // percent of the text
  CLD2::Language languages[3];
  int percents[3];
  int text_bytes = 0;
  bool is_reliable = false;
  const auto language = CLD2::DetectLanguageSummary(head.data(), static_cast<int>(head.size()), true,
                                                    languages, percents, &text_bytes, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  std::string code = language == CLD2::ENGLISH ? "en" : language_code(CLD2::LanguageCode(language));
  return {std::move(code), percents[0] >= nearly_all && !has_near_relatives(language)};
}

}  // namespace

std::string language_code(std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > 100) return {};
  if (auto code = code_of_tag(name); !code.empty()) return code;
  static const Names names = build_names();
  const auto at = names.find(fold_value(name));
  return at == names.end() ? std::string() : at->second;
}

std::string detect_language(std::string_view text) {
  if (is_plain_english(text)) return "en";
  if (!has_letters(head_of(text, head_sizes.back()))) return {};
  std::string found;
  for (const std::size_t size : head_sizes) {
    Detected detected = detect(head_of(text, size));
    if (!detected.code.empty()) found = std::move(detected.code);
    if (detected.is_sure || size >= text.size()) break;
  }
  const bool is_cyrillic = found == "sr" && text.find("\xD0") != std::string_view::npos;
  if ((found == "hr" || found == "bs" || found == "sr") && !is_cyrillic)
    return tell_south_slavic(head_of(text, head_sizes.back()), std::move(found));
  return found;
}

}  // namespace broadsheet
