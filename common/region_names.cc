// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/region_names.h"

#include <unicode/udata.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "common/country.h"
#include "common/territories.h"

namespace broadsheet {
namespace {

struct Close {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, Close>;

std::string to_utf8(const UChar* text, std::int32_t length) {
  std::string utf8;
  return icu::UnicodeString(false, text, length).toUTF8String(utf8);
}

// "US" of ICU's tables to "us"; "" for what is no country of ours, such as "419" or "EU".
std::string country_of_key(std::string_view key) {
  if (key.size() != 2) return {};
  std::string code(key);
  for (char& c : code) c = static_cast<char>(c | 0x20);
  code = owner_of_territory(code);
  const std::vector<std::string>& all = all_countries();
  return std::binary_search(all.begin(), all.end(), code) ? code : std::string();
}

void append_table(const UResourceBundle* locale, const char* table_name, std::vector<RegionName>& names) {
  UErrorCode error = U_ZERO_ERROR;
  const Bundle table(ures_getByKey(locale, table_name, nullptr, &error));
  // A table that comes from the parent locale is read there.
  if (U_FAILURE(error) || error == U_USING_DEFAULT_WARNING || error == U_USING_FALLBACK_WARNING) return;
  while (ures_hasNext(table.get())) {
    const char* key = nullptr;
    std::int32_t length = 0;
    const UChar* value = ures_getNextString(table.get(), &length, &key, &error);
    if (U_FAILURE(error)) return;
    if (std::string code = country_of_key(key); !code.empty())
      names.push_back({code, to_utf8(value, length)});
  }
}

}  // namespace

std::vector<RegionName> region_names(const char* locale) {
  std::vector<RegionName> names;
  UErrorCode error = U_ZERO_ERROR;
  const Bundle bundle(ures_openDirect(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "region", locale, &error));
  if (U_FAILURE(error)) return names;
  for (const char* table : {"Countries", "Countries%short", "Countries%variant"}) {
    append_table(bundle.get(), table, names);
  }
  return names;
}

}  // namespace broadsheet
