// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "common/fold.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct Label {
  std::string_view label;
  const char* charset;
};

// https://encoding.spec.whatwg.org/#names-and-labels
constexpr Label kLabels[] = {{"iso-8859-1", "windows-1252"},
                             {"latin1", "windows-1252"},
                             {"us-ascii", "windows-1252"},
                             {"ascii", "windows-1252"},
                             {"iso-8859-9", "windows-1254"},
                             {"gb2312", "GB18030"},
                             {"gbk", "GB18030"},
                             {"shift_jis", "windows-31j"},
                             {"x-sjis", "windows-31j"},
                             {"shift-jis", "windows-31j"},
                             {"euc-kr", "windows-949"},
                             {"ks_c_5601-1987", "windows-949"},
                             {"tis-620", "windows-874"},
                             {"iso-8859-11", "windows-874"}};

std::string icu_name(std::string_view charset) {
  const std::string name = lower(trim(charset));
  for (const Label& label : kLabels) {
    if (name == label.label) return label.charset;
  }
  return name;
}

bool is_convertible(const std::string& name) {
  if (name.empty() || begins_with(name, "utf") || name.size() > 40) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &status),
                                                                     &ucnv_close);
  return U_SUCCESS(status) && ucnv_getMinCharSize(converter.get()) == 1;
}

}  // namespace

std::string xml_to_utf8(std::string_view bytes, const std::string& charset) {
  if (is_utf8(bytes)) return std::string(bytes);
  const std::string name = icu_name(charset);
  if (!is_convertible(name)) return repair_utf8(bytes);
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), name.c_str()).toUTF8String(utf8);
  return utf8;
}

bool is_shifting_charset(std::string_view charset) {
  const std::string name = lower(charset);
  return name.starts_with("iso-2022") || name.starts_with("hz-") || name == "utf-7";
}

}  // namespace broadsheet
