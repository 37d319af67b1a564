// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "common/byte_scan.h"
#include "common/fold.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t sample_size = 8192;  // the detector looks at no more
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Label {
  const char* label;
  const char* charset;
};

// What files with these labels hold in practice: https://encoding.spec.whatwg.org/#names-and-labels
constexpr std::array<Label, 13> wider = {{{"ISO-8859-1", "windows-1252"},
                                          {"US-ASCII", "windows-1252"},
                                          {"latin1", "windows-1252"},
                                          {"ISO-8859-9", "windows-1254"},
                                          {"ISO-8859-11", "windows-874"},
                                          {"TIS-620", "windows-874"},
                                          {"GB2312", "GB18030"},
                                          {"GB_2312-80", "GB18030"},
                                          {"GBK", "GB18030"},
                                          {"EUC-KR", "windows-949"},
                                          {"KS_C_5601-1987", "windows-949"},
                                          {"x-sjis", "Shift_JIS"},
                                          {"windows-31j", "Shift_JIS"}}};

template <typename RecordType, typename Function>
void for_each_text(RecordType& record, Function function) {
  for (auto* field : {&record.id, &record.title, &record.body, &record.date, &record.modified,
                      &record.dateline, &record.language, &record.source, &record.section, &record.url,
                      &record.rights, &record.summary, &record.version, &record.embargo, &record.status}) {
    function(*field);
  }
  for (auto* list : {&record.bylines, &record.topics, &record.persons, &record.organisations,
                     &record.countries, &record.replaces}) {
    for (auto& field : *list) function(field);
  }
}

bool is_high(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string widen(const std::string& charset) {
  for (const auto& [label, charset_used] : wider) {
    if (ucnv_compareNames(charset.c_str(), label) == 0) return charset_used;
  }
  return charset;
}

bool is_known(const std::string& charset) {
  const auto is_name = [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':';
  };
  if (charset.empty() || charset.size() > 40 || !std::all_of(charset.begin(), charset.end(), is_name))
    return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                     ucnv_close);
  return U_SUCCESS(status) != 0;
}

std::optional<std::string> charset_of_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (text.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (text.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (text.starts_with("\xFE\xFF")) return "UTF-16BE";
  return std::nullopt;
}

// Western text in UTF-16 has a zero as every other byte; no other text has many.
std::optional<std::string> charset_of_zeros(std::string_view text) {
  std::array<std::size_t, 2> zeros{};
  for (auto at = text.find('\0'); at != std::string_view::npos; at = text.find('\0', at + 1)) ++zeros[at % 2];
  if (zeros[1] * 4 > text.size() && zeros[0] * 20 < zeros[1]) return "UTF-16LE";
  if (zeros[0] * 4 > text.size() && zeros[1] * 20 < zeros[0]) return "UTF-16BE";
  return std::nullopt;
}

// The lines that have something to tell charsets apart by.
void add_sample(std::string& sample, std::string_view text) {
  for (const auto line : split_at(text, '\n')) {
    if (sample.size() >= sample_size) return;
    if (std::any_of(line.begin(), line.end(), [](char c) { return is_high(c) || c == '\x1B'; })) {
      sample.append(line.substr(0, sample_size)).push_back('\n');
    }
  }
}

std::string sample_of(const Record& record) {
  std::string sample;
  add_sample(sample, record.body);
  for_each_text(record, [&](const std::string& field) {
    if (&field != &record.body) add_sample(sample, field);
  });
  return sample;
}

bool reads_as_text(const std::string& sample, const std::string& charset) {
  const auto text = decode_bytes(sample, charset);
  std::size_t bad = 0;
  for (auto at = text.find(replacement); at != std::string::npos; at = text.find(replacement, at + 1)) ++bad;
  return bad * 50 <= columns(text);
}

// A single-byte guess of the same confidence as windows-1252 is a coincidence of few letters.
std::string choose(const UCharsetMatch* const* matches, int count, bool escapes) {
  std::string best;
  int best_confidence = 10;
  for (int i = 0; i < count; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    const std::string name = widen(ucsdet_getName(matches[i], &status));
    const bool is_escaped = name.starts_with("ISO-2022");
    if (U_FAILURE(status) || is_escaped != escapes) continue;
    if (confidence > best_confidence || (confidence == best_confidence && name == "windows-1252")) {
      best = name;
      best_confidence = confidence;
    }
  }
  return best;
}

std::string detect(const std::string& sample, bool is_markup, bool escapes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), is_markup);
  std::int32_t count = 0;
  const auto* const* matches = ucsdet_detectAll(detector.get(), &count, &status);
  return U_FAILURE(status) ? std::string() : choose(matches, count, escapes);
}

bool has_escapes(const Record& record) {
  bool found = false;
  for_each_text(record, [&](const std::string& field) {
    found = found || field.find("\x1B$") != std::string::npos || field.find("\x1B(") != std::string::npos;
  });
  return found;
}

bool all_utf8(const Record& record) {
  bool all = true;
  for_each_text(record, [&](const std::string& field) { all = all && is_utf8(field); });
  return all;
}

/// Whether no byte of the record says anything about a charset, as in most English records.
bool is_plain_ascii(const Record& record) {
  if (!record.charset.empty() && record.charset != "utf-8") return false;
  bool all = true;
  for_each_text(record, [&](const std::string& field) {
    const auto is_telling = [](char c) {
      return static_cast<bool>(static_cast<int>(static_cast<signed char>(c) <= 0) |
                               static_cast<int>(c == '\x1B'));
    };
    all = all && find_byte_if(field, 0, is_telling) == field.size();
  });
  return all;
}

// These are made of ASCII bytes, so that well-formed UTF-8 says nothing against them.
bool is_seven_bit(const std::string& charset) {
  return ucnv_compareNames(charset.c_str(), "UTF-7") == 0 ||
         ucnv_compareNames(charset.c_str(), "HZ-GB-2312") == 0;
}

std::string decide_single_or_multibyte(const Record& record) {
  const auto sample = sample_of(record);
  const auto declared = widen(record.charset);
  const bool is_false_utf8 = ucnv_compareNames(declared.c_str(), "UTF-8") == 0;
  if (!is_false_utf8 && is_known(declared) && reads_as_text(sample, declared)) return declared;
  const auto detected = detect(sample, record.is_markup, false);
  return detected.empty() ? "windows-1252" : detected;
}

}  // namespace

std::string decide_charset(const Record& record) {
  if (is_plain_ascii(record)) return "UTF-8";
  for (const std::string_view text : {std::string_view(record.body), std::string_view(record.title)}) {
    if (const auto marked = charset_of_mark(text)) return *marked;
    if (const auto zeros = charset_of_zeros(text)) return *zeros;
  }
  if (has_escapes(record)) {
    const auto detected = detect(sample_of(record), record.is_markup, true);
    if (!detected.empty()) return detected;
  }
  if (!record.charset.empty() && is_seven_bit(record.charset)) return record.charset;
  return all_utf8(record) ? "UTF-8" : decide_single_or_multibyte(record);
}

std::string decode_bytes(std::string_view bytes, const std::string& charset) {
  const auto* name = is_known(charset) ? charset.c_str() : "windows-1252";
  std::string out;
  constexpr std::size_t chunk_limit = std::size_t{1} << 30;  // ICU counts in 32 bits
  const auto length = static_cast<std::int32_t>(std::min(bytes.size(), chunk_limit));
  icu::UnicodeString(bytes.data(), length, name).toUTF8String(out);
  return out;
}

void decode_record(Record& record) {
  const auto charset = decide_charset(record);
  const bool is_wide = charset.starts_with("UTF-16") || charset.starts_with("UTF-32");
  for_each_text(record, [&](std::string& field) {
    if (field.empty() || (charset == "UTF-8" && is_utf8(field))) return;
    if (is_wide && field.find('\0') == std::string::npos && is_utf8(field)) return;
    field = decode_bytes(field, charset);
  });
}

}  // namespace broadsheet
