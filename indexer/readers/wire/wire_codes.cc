// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_codes.h"

#include <string>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct Code {
  std::string_view code;
  std::string_view name;
};

constexpr Code kAgencies[] = {
    {"dpa", "dpa"},
    {"afp", "AFP"},
    {"apa", "APA"},
    {"ansa", "ANSA"},
    {"ans", "ANSA"},
    {"belga", "Belga"},
    {"bel", "Belga"},
    {"tt", "TT"},
    {"efe", "EFE"},
    {"ap", "AP"},
    {"rtr", "Reuters"},
    {"reut", "Reuters"},
    {"reuters", "Reuters"},
    {"sda", "Keystone-SDA"},
    {"ats", "Keystone-SDA"},
    {"pap", "PAP"},
    {"ctk", "CTK"},
    {"anp", "ANP"},
    {"ntb", "NTB"},
    {"ritzau", "Ritzau"},
    {"stt", "STT"},
    {"lusa", "Lusa"},
    {"mti", "MTI"},
    {"aap", "AAP"},
    {"hina", "HINA"},
    {"bta", "BTA"},
    {"tasr", "TASR"},
    {"upi", "UPI"},
    {"tass", "TASS"},
    {"nyt", "New York Times"},
    {"cp", "The Canadian Press"},
    {"kna", "KNA"},
    {"epd", "epd"},
    {"pa", "PA"},
    {"interfax", "Interfax"},
    {"xin", "Xinhua"},
};

constexpr Code kSections[] = {
    {"ace", "Arts and Culture"},
    {"clj", "Crime and Law"},
    {"dis", "Disasters"},
    {"fin", "Economy"},
    {"edu", "Education"},
    {"evn", "Environment"},
    {"hth", "Health"},
    {"hum", "Human Interest"},
    {"lab", "Labour"},
    {"lif", "Lifestyle"},
    {"pol", "Politics"},
    {"rel", "Religion"},
    {"sci", "Science"},
    {"soi", "Social Issues"},
    {"spo", "Sports"},
    {"war", "Conflict"},
    {"wea", "Weather"},
    {"eco", "Economy"},
    {"i", "International"},
    {"s", "Sports"},
    {"f", "Financial"},
    {"p", "Politics"},
    {"pl", "Politics"},
    {"wi", "Economy"},
    {"sp", "Sports"},
    {"ku", "Culture"},
    {"vm", "Panorama"},
    {"ai", "International"},
    {"ii", "Domestic"},
    {"ci", "Chronicle"},
    {"si", "Sports"},
    {"ki", "Culture"},
    {"inr", "Domestic"},
    {"utr", "International"},
    {"eko", "Economy"},
    {"noj", "Culture"},
    {"inn", "Domestic"},
    {"utl", "International"},
};

template <std::size_t N>
std::string_view find(const Code (&codes)[N], std::string_view code) {
  const std::string lowered = lower(code);
  for (const Code& known : codes) {
    if (lowered == known.code) return known.name;
  }
  return {};
}

}  // namespace

std::string_view agency_of_code(std::string_view code) {
  return find(kAgencies, code);
}

std::string_view section_of_category(std::string_view category) {
  return find(kSections, category);
}

}  // namespace broadsheet
