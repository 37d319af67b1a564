// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string_view>
#include <variant>

#include "common/fold.h"
#include "indexer/entities/tag.h"
#include "indexer/normalise/normalise.h"

namespace {

using namespace broadsheet;

void require(bool kept) {
  if (!kept) __builtin_trap();
}

void check_names(const std::vector<NameTag>& tags) {
  for (const NameTag& tag : tags) {
    require(!tag.name.empty() && is_utf8(tag.name));
    require(tag.name.find('\n') == std::string::npos);
  }
}

constexpr const char* kLanguages[] = {"", "en", "de", "fr", "es", "it", "ru", "ar", "zh", "ja", "tr", "ko"};

}  // namespace

/// Any text has names and countries or none. The first byte picks the language; the first line is the title.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Record record;
  record.language = kLanguages[data[0] % std::size(kLanguages)];
  record.charset = "utf-8";
  record.title = text.substr(0, text.find('\n'));
  record.body = text.substr(std::min(record.title.size() + 1, text.size()));
  const auto result = normalise(record, "json", {});
  const auto* normalised = std::get_if<Normalised>(&result);
  if (normalised == nullptr) return 0;
  const Entities entities = tag_entities(normalised->article, normalised->given);
  check_names(entities.persons);
  check_names(entities.organisations);
  for (const CountryTag& tag : entities.countries) require(tag.code.size() >= 2);
  return 0;
}
