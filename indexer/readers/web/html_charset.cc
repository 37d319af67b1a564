// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/html_charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "common/fold.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::size_t kSample = 64 * 1024;

struct Label {
  const char* label;
  const char* charset;
};

constexpr Label kWider[] = {{"ISO-8859-1", "windows-1252"},
                            {"US-ASCII", "windows-1252"},
                            {"latin1", "windows-1252"},
                            {"ISO-8859-9", "windows-1254"},
                            {"TIS-620", "windows-874"},
                            {"GB2312", "GB18030"},
                            {"GBK", "GB18030"},
                            {"EUC-KR", "windows-949"},
                            {"ks_c_5601-1987", "windows-949"},
                            {"x-sjis", "Shift_JIS"},
                            {"Shift_JIS", "windows-31j"},
                            {"Big5", "Big5-HKSCS"}};

bool is_known(const std::string& charset) {
  if (charset.empty() || charset.size() > 40) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                     &ucnv_close);
  return U_SUCCESS(status) != 0;
}

std::string widen(std::string_view declared) {
  const std::string name(trim(declared));
  for (const Label& label : kWider) {
    if (ucnv_compareNames(name.c_str(), label.label) == 0 && is_known(label.charset)) return label.charset;
  }
  return name;
}

std::string decode(std::string_view bytes, const std::string& charset) {
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset.c_str())
      .toUTF8String(utf8);
  return utf8;
}

/// The declaration in the first bytes of a page, without parsing it.
std::string_view declared_inside(std::string_view bytes) {
  constexpr std::size_t prescan = 4096;
  const std::string_view head = bytes.substr(0, prescan);
  for (const std::string_view key : {"charset=", "CHARSET=", "Charset=", "encoding="}) {
    const std::size_t at = head.find(key);
    if (at != std::string_view::npos) return charset_parameter(head.substr(at));
  }
  return {};
}

std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = text.find(replacement); at != std::string::npos; at = text.find(replacement, at + 1))
    ++count;
  return count;
}

/// True if most of a page in the charset is text: its declaration may be wrong.
bool reads_as_text(std::string_view bytes, const std::string& charset) {
  return count_replacements(decode(bytes.substr(0, kSample), charset)) * 100 <=
         bytes.substr(0, kSample).size();
}

/// True if few of the bytes that are not ASCII are damage in what is UTF-8 otherwise.
bool is_damaged_utf8(std::string_view bytes) {
  const std::string text = decode(bytes.substr(0, kSample), "UTF-8");
  const auto leads = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
  return count_replacements(text) * 5 < leads;
}

std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_enableInputFilter(detector.get(), true);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? std::string() : widen(name);
}

bool is_escaped(const std::string& charset) {
  return ucnv_compareNames(charset.c_str(), "UTF-7") == 0 || begins_with(charset, "iso-2022") ||
         ucnv_compareNames(charset.c_str(), "HZ-GB-2312") == 0;
}

std::string choose(std::string_view bytes, std::string_view declared) {
  const std::string outside = widen(declared);
  const std::string inside = widen(declared_inside(bytes));
  for (const std::string& charset : {outside, inside}) {
    if (is_escaped(charset) && is_known(charset)) return charset;
  }
  if (is_utf8(bytes) || is_damaged_utf8(bytes)) return "UTF-8";
  for (const std::string& charset : {outside, inside}) {
    if (!begins_with(charset, "utf-") && is_known(charset) && reads_as_text(bytes, charset)) return charset;
  }
  const std::string detected = detect(bytes);
  return is_known(detected) ? detected : "windows-1252";
}

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return repair_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return decode(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return decode(bytes.substr(2), "UTF-16BE");
  const std::string charset = choose(bytes, declared);
  if (charset != "UTF-8") return decode(bytes, charset);
  return is_utf8(bytes) ? std::string(bytes) : repair_utf8(bytes);
}

}  // namespace

std::string html_to_utf8(std::string_view bytes, std::string_view declared) {
  std::string utf8 = to_utf8(bytes, declared);
  std::replace(utf8.begin(), utf8.end(), '\0', ' ');
  return utf8;
}

std::string_view charset_parameter(std::string_view content_type) {
  const std::string lowered = lower(content_type);
  std::size_t at = lowered.find("charset=");
  if (at == std::string::npos) at = lowered.find("encoding=");
  if (at == std::string::npos) return {};
  std::string_view value = content_type.substr(content_type.find('=', at) + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
  return value.substr(0, value.find_first_of(" \"';,>/\r\n\t"));
}

}  // namespace broadsheet
