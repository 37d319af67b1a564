// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A name in lower-case ASCII letters with its spaces, hyphens, apostrophes and dots: transliterated by ICU
/// (Any-Latin, Latin-ASCII; https://unicode.org/reports/tr35/tr35-general.html#Transforms), Cyrillic by the
/// letters of the Anglo-American newspaper style, so that "Хрущёв" is "khrushchev". Thread-safe.
std::string latin_letters(std::string_view name);

/// Which differences of spelling do not count.
enum class Spelling {
  General,  // y/i/ij, w/v, kh/ch, sch/sh, tz/ts, ou/u, double letters and so on
  Slavic,   // and what English, German, French and Spanish make of Russian sounds
  Arabic,   // and the vowels and first consonants of romanised Arabic
};

/// How a word of latin_letters may sound, as strings that are equal for spellings of one word; a letter that
/// stands for several sounds ("ch") gives several. At most eight.
std::vector<std::string> sounds(std::string_view word, Spelling spelling);

/// True if one of the sounds of both words is the same.
bool sounds_alike(std::string_view a, std::string_view b, Spelling spelling);

/// True if the word ends like a Slavic surname.
bool looks_slavic(std::string_view word);

/// What a surname as printed may sound like, in general and, if it looks Slavic, as such: two surnames are
/// spellings of one if they share a sound.
std::vector<std::string> surname_sounds(std::string_view surname);

/// True if the two have a string in common.
bool share_a_sound(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The letters l m n r p t that are left when all else is dropped and b, f, v, w are p, d is t: equal for all
/// words that sound alike in any spelling. A blocking key.
std::string consonant_skeleton(std::string_view word);

}  // namespace broadsheet
