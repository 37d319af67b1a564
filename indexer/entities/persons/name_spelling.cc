// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_spelling.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace broadsheet {
namespace {

std::unique_ptr<icu::Transliterator> make_romaniser() {
  static const char* const rules =
      ":: Any-Lower ;"
      "х > kh ; ц > ts ; ч > ch ; ш > sh ; щ > shch ; ж > zh ; ю > yu ; я > ya ; ё > e ; є > ye ; ї > yi ;"
      "й > y ; ы > y ; э > e ; ъ > ; ь > ; ’ > \\' ;"
      "ου > ou ; ού > ou ; αυ > av ; αύ > av ; ευ > ev ; εύ > ev ; ει > i ; εί > i ; οι > i ; οί > i ;"
      "η > i ; ή > i ; υ > y ; ύ > y ; β > v ; ω > o ; ώ > o ;"
      ":: Any-Latin ; :: Latin-ASCII ; :: Any-Lower ;";
  UErrorCode error = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createFromRules(
      "broadsheet-romanise", icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, where, error));
  if (U_FAILURE(error) || !made)
    throw std::runtime_error(std::string("ICU has no romaniser: ") + u_errorName(error));
  return made;
}

/// One spelling and what it sounds like; a second and third sound where the letter has several.
struct SoundRule {
  std::string_view letters;
  std::array<std::string_view, 3> sound;
};

// Capitals are sounds that no single letter spells: S sh, C ch in "church", J s in "pleasure", H ch in
// "loch", Z ts.
constexpr std::array<SoundRule, 45> sound_rules{{
    {"schtsch", {"S"}}, {"chtch", {"S"}},       {"shtch", {"S"}}, {"stsch", {"S"}},   {"shch", {"S"}},
    {"tsch", {"C"}},    {"dsch", {"J"}},        {"sch", {"S"}},   {"tch", {"C"}},     {"dzh", {"J"}},
    {"zh", {"J"}},      {"dj", {"J"}},          {"kh", {"H"}},    {"gh", {"g"}},      {"ph", {"f"}},
    {"sh", {"S"}},      {"cz", {"C"}},          {"sz", {"S"}},    {"ch", {"C", "H"}}, {"th", {"t"}},
    {"dh", {"d"}},      {"qu", {"k"}},          {"ck", {"k"}},    {"ts", {"Z"}},      {"tz", {"Z"}},
    {"rh", {"r"}},      {"ou", {"u"}},          {"oo", {"u"}},    {"ee", {"i"}},      {"ij", {"i"}},
    {"iy", {"i"}},      {"yi", {"i"}},          {"oe", {"o"}},    {"ue", {"u"}},      {"ce", {"se"}},
    {"ci", {"si"}},     {"cy", {"si"}},         {"y", {"i"}},     {"w", {"v"}},       {"q", {"k"}},
    {"c", {"k"}},       {"j", {"J", "i", "H"}}, {"aa", {"a"}},    {"ff", {"f"}},      {"'", {""}},
}};

/// Where the rules of spellings with this first letter begin; the number of all rules if it has none.
constexpr auto first_rule = [] {
  std::array<std::uint8_t, 256> first{};
  first.fill(sound_rules.size());
  for (std::size_t i = sound_rules.size(); i-- > 0;)
    first[static_cast<unsigned char>(sound_rules[i].letters[0])] = static_cast<std::uint8_t>(i);
  return first;
}();

const SoundRule* rule_at(std::string_view word, std::size_t at) {
  const auto* begin = sound_rules.begin() + first_rule[static_cast<unsigned char>(word[at])];
  const auto* found = std::find_if(begin, sound_rules.end(), [&](const SoundRule& rule) {
    return rule.letters[0] == word[at] && word.substr(at, rule.letters.size()) == rule.letters;
  });
  return found == sound_rules.end() ? nullptr : &*found;
}

constexpr std::size_t most_sounds = 8;

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// True of the y of "Smyth": no transliteration, but a spelling that tells families apart.
bool is_lasting_y(std::string_view word, std::size_t at, Spelling spelling) {
  return spelling == Spelling::General && word[at] == 'y' && at > 0 && at + 1 < word.size() &&
         !is_vowel(word[at - 1]) && !is_vowel(word[at + 1]);
}

/// "Mitchell" is not "Michel", but "Tchombe" is "Chombe".
bool is_english_tch(const SoundRule& rule, std::size_t at, Spelling spelling) {
  return spelling == Spelling::General && at > 0 && rule.letters == "tch";
}

/// True if a letter is read in the way of several languages: j within a word only in Slavic names.
bool has_other_sounds(const SoundRule& rule, std::size_t at, Spelling spelling) {
  return rule.letters != "j" || at == 0 || spelling == Spelling::Slavic;
}

void append_each(std::vector<std::string>& out, const SoundRule& rule, bool all) {
  const std::vector<std::string> before = out;
  for (std::string& sound : out) sound += rule.sound[0];
  for (std::size_t i = 1; all && i < rule.sound.size() && !rule.sound[i].empty(); ++i) {
    if (out.size() + before.size() > most_sounds) return;
    for (const std::string& sound : before) out.push_back(sound + std::string(rule.sound[i]));
  }
}

void drop_doubles(std::string& sound) {
  sound.erase(std::unique(sound.begin(), sound.end()), sound.end());
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

void replace_end(std::string& text, std::string_view from, std::string_view to) {
  if (text.size() > from.size() && text.ends_with(from))
    text.replace(text.size() - from.size(), from.size(), to);
}

void make_slavic(std::string& sound) {
  replace_end(sound, "ik", "iS");      // Milosevic
  replace_end(sound, "ine", "in");     // Poutine
  replace_end(sound, "enka", "enko");  // Belarusian
  for (char& c : sound) {
    if (c == 'C' || c == 'J') c = 'S';
    if (c == 'H') c = 'h';
    if (c == 'Z') c = 'z';
  }
  drop_doubles(sound);
  replace_all(sound, "x", "ks");
  replace_all(sound, "ie", "e");
  replace_all(sound, "io", "o");
  replace_end(sound, "Sev", "Sov");
}

void make_arabic(std::string& sound) {
  for (char& c : sound) {
    if (c == 'e') c = 'a';
    if (c == 'o') c = 'u';
  }
  if (!sound.empty() && (sound[0] == 'g' || sound[0] == 'H')) sound[0] = 'k';
  drop_doubles(sound);
}

void finish(std::string& sound, Spelling spelling) {
  drop_doubles(sound);
  replace_end(sound, "f", "v");
  if (spelling == Spelling::Slavic) make_slavic(sound);
  if (spelling == Spelling::Arabic) make_arabic(sound);
}

}  // namespace

std::string latin_letters(std::string_view name) {
  const bool plain =
      std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string letters(name);
  if (!plain) {
    thread_local const std::unique_ptr<icu::Transliterator> romaniser = make_romaniser();
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    romaniser->transliterate(text);
    letters.clear();
    text.toUTF8String(letters);
  }
  for (char& c : letters) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '`') c = '\'';
  }
  return letters;
}

std::vector<std::string> sounds(std::string_view word, Spelling spelling) {
  std::vector<std::string> out{""};
  for (std::size_t at = 0; at < word.size();) {
    if (const SoundRule* rule = is_lasting_y(word, at, spelling) ? nullptr : rule_at(word, at)) {
      if (is_english_tch(*rule, at, spelling)) {
        for (std::string& sound : out) sound += 't';
      }
      append_each(out, *rule, has_other_sounds(*rule, at, spelling));
      at += rule->letters.size();
    } else {
      for (std::string& sound : out) sound += word[at];
      ++at;
    }
  }
  for (std::string& sound : out) finish(sound, spelling);
  return out;
}

bool share_a_sound(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& sound) {
    return std::find(b.begin(), b.end(), sound) != b.end();
  });
}

bool sounds_alike(std::string_view a, std::string_view b, Spelling spelling) {
  return a == b || share_a_sound(sounds(a, spelling), sounds(b, spelling));
}

bool looks_slavic(std::string_view word) {
  static constexpr std::array<std::string_view, 39> endings{
      "ov",  "ev",  "ow",   "ew",   "off",   "eff",  "ova",  "eva",   "owa",   "ewa",
      "sky", "ski", "skiy", "skij", "skyy",  "skii", "skyi", "skaya", "skaia", "skaja",
      "zki", "cki", "tski", "tsky", "enko",  "enka", "ich",  "ych",   "itch",  "itsch",
      "ic",  "cin", "tsin", "zin",  "tsine", "tin",  "tine", "lin",   "nin"};
  return word.size() >= 5 &&
         std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

std::vector<std::string> surname_sounds(std::string_view surname) {
  const std::string letters = latin_letters(surname);
  std::vector<std::string> all = sounds(letters, Spelling::General);
  if (!looks_slavic(letters)) return all;
  // Marked, so that they are compared with each other only.
  for (std::string& sound : sounds(letters, Spelling::Slavic)) {
    sound += '~';
    all.push_back(std::move(sound));
  }
  return all;
}

std::string consonant_skeleton(std::string_view word) {
  std::string skeleton;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    char c = word[i];
    if (c == 'p' && next == 'h') c = 'f';
    if (c == 'b' || c == 'f' || c == 'v' || c == 'w') c = 'p';
    if (c == 'd' && (next == 'j' || next == 'z' || next == 's')) continue;
    if (c == 't' && (next == 's' || next == 'z' || next == 'c')) continue;
    if (c == 'd') c = 't';
    const bool kept = c == 'l' || c == 'm' || c == 'n' || c == 'r' || c == 'p' || c == 't';
    if (kept && (skeleton.empty() || skeleton.back() != c)) skeleton += c;
  }
  return skeleton;
}

}  // namespace broadsheet
