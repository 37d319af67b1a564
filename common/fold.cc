// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <stdexcept>

#include "common/byte_scan.h"

namespace broadsheet {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU has no normaliser: ") + u_errorName(error));
  return *found;
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  return found;
}
const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFDInstance);
  return found;
}
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFCInstance);
  return found;
}

/// Without a branch, so that the compiler can do many at once.
char ascii_folded(char c) {
  const bool is_capital = static_cast<unsigned char>(c - 'A') < 26;
  const char lower = static_cast<char>(c | (is_capital ? 0x20 : 0));
  return lower == '`' ? '\'' : lower;
}

std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = ascii_folded(c);
  return folded;
}

bool needs_squeezing(std::string_view text) {
  constexpr char first_byte_of_no_break_space = '\xC2';
  const auto is_suspect = [](char c) {
    return static_cast<bool>(static_cast<int>(static_cast<unsigned char>(c) < ' ') |
                             static_cast<int>(c == first_byte_of_no_break_space));
  };
  return text.starts_with(' ') || text.ends_with(' ') || find_byte_if(text, 0, is_suspect) < text.size() ||
         find_double_space(text, 0) != std::string_view::npos;
}

/// Which marks a base character keeps; see the contract of fold().
enum class MarkRule { Keep, DropAll, Cyrillic, CyrillicYe };

MarkRule mark_rule(UChar32 base) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(base, &error)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return MarkRule::DropAll;
    case USCRIPT_CYRILLIC:
      return base == 0x0435 ? MarkRule::CyrillicYe : MarkRule::Cyrillic;
    default:
      return MarkRule::Keep;
  }
}

bool drops(MarkRule rule, UChar32 mark) {
  switch (rule) {
    case MarkRule::Keep:
      return false;
    case MarkRule::DropAll:
      return true;
    case MarkRule::Cyrillic:
      return mark == 0x0300 || mark == 0x0301;
    case MarkRule::CyrillicYe:
      return mark == 0x0300 || mark == 0x0301 || mark == 0x0308;
  }
  return false;
}

void append_replaced(icu::UnicodeString& out, UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x0060:
    case 0x00B4:
    case 0x05F3:
      out.append(u'\'');
      break;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      out.append(u'-');
      break;
    case 0x0142:
      out.append(u'l');
      break;  // l with stroke
    case 0x00F8:
      out.append(u'o');
      break;  // o with stroke
    case 0x0111:
      out.append(u'd');
      break;  // d with stroke
    case 0x0131:
      out.append(u'i');
      break;  // dotless i
    case 0x00E6:
      out.append(u"ae", 2);
      break;
    case 0x0153:
      out.append(u"oe", 2);
      break;
    case 0x0640:
      break;  // Arabic tatweel only stretches a word
    default:
      out.append(c);
  }
}

icu::UnicodeString strip_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString out;
  MarkRule rule = MarkRule::Keep;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!drops(rule, c)) out.append(c);
      continue;
    }
    rule = mark_rule(c);
    append_replaced(out, c);
  }
  return out;
}

icu::UnicodeString fold_once(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString stripped =
      strip_marks(nfd().normalize(nfkc_casefold().normalize(text, error), error));
  icu::UnicodeString folded = nfc().normalize(stripped, error);
  if (U_FAILURE(error))
    throw std::runtime_error(std::string("ICU cannot fold a text: ") + u_errorName(error));
  return folded;
}

std::string squeeze(std::string text) {
  if (!needs_squeezing(text)) return text;
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break_space = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || no_break_space) {
      if (no_break_space) ++i;
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii_text(text)) return fold_ascii(text);
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString folded = fold_once(source);
  // Dropping a mark can bring a letter into reach of a further folding (an i with a dot above, say), so once
  // more.
  for (icu::UnicodeString again = fold_once(folded); again != folded; again = fold_once(folded))
    folded = again;
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::string fold_value(std::string_view text) {
  return squeeze(fold(text));
}

std::string tidy_value(std::string_view text) {
  return squeeze(is_ascii_text(text) ? std::string(text) : to_nfc(text));
}

bool is_utf8(std::string_view text) {
  const auto is_high = [](char c) { return (c & 0x80) != 0; };
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    i = static_cast<std::int32_t>(find_byte_if(text, static_cast<std::size_t>(i), is_high));
    if (i == size) break;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                      error);
  return U_SUCCESS(error) ? out : std::string(text);
}

}  // namespace broadsheet
