// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/trec_docno.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct Collection {
  std::string_view prefix;
  std::string_view source;
};

constexpr Collection kCollections[] = {{"AP", "Associated Press"},
                                       {"APW", "Associated Press"},
                                       {"APW_ENG", "Associated Press"},
                                       {"APW_SPA", "Associated Press"},
                                       {"WSJ", "Wall Street Journal"},
                                       {"FT", "Financial Times"},
                                       {"LA", "Los Angeles Times"},
                                       {"SJMN", "San Jose Mercury News"},
                                       {"NYT", "New York Times"},
                                       {"NYT_ENG", "New York Times"},
                                       {"XIE", "Xinhua"},
                                       {"XIN_ENG", "Xinhua"},
                                       {"XIN_CMN", "Xinhua"},
                                       {"XIN_SPA", "Xinhua"},
                                       {"AFP_ENG", "Agence France-Presse"},
                                       {"AFE", "Agence France-Presse"},
                                       {"AFP_FRE", "Agence France-Presse"},
                                       {"AFP_ARB", "Agence France-Presse"},
                                       {"AFP_SPA", "Agence France-Presse"},
                                       {"AFP_CMN", "Agence France-Presse"},
                                       {"CNA_ENG", "Central News Agency"},
                                       {"CNA_CMN", "Central News Agency"},
                                       {"LTW_ENG", "Los Angeles Times-Washington Post"},
                                       {"WPB_ENG", "Washington Post/Bloomberg"},
                                       {"GH", "The Herald"},
                                       {"EFE", "EFE"},
                                       {"FBIS", "FBIS"},
                                       {"SPIEGEL", "Der Spiegel"},
                                       {"LEMONDE", "Le Monde"},
                                       {"XIA", "Xinhua"},
                                       {"ZBN_CMN", "Zaobao"}};

std::size_t digits_from(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - from;
}

std::string iso_day(std::string_view year, std::string_view month, std::string_view day) {
  const bool is_month = month >= "01" && month <= "12";
  const bool is_day = day >= "01" && day <= "31";
  const bool is_year = year >= "1800" && year <= "2100";
  if (!is_month || !is_day || !is_year) return {};
  return std::string(year).append("-").append(month).append("-").append(day);
}

std::string full_year(std::string_view two_digits) {
  return (two_digits < "40" ? "20" : "19") + std::string(two_digits);
}

std::string date_of_digits(std::string_view digits, bool month_first) {
  if (digits.size() == 8) return iso_day(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
  if (digits.size() != 6) return {};
  if (month_first) return iso_day(full_year(digits.substr(4, 2)), digits.substr(0, 2), digits.substr(2, 2));
  return iso_day(full_year(digits.substr(0, 2)), digits.substr(2, 2), digits.substr(4, 2));
}

}  // namespace

DocnoFacts read_docno(std::string_view docno) {
  const std::size_t first_digit = docno.find_first_of("0123456789");
  if (first_digit == std::string_view::npos || first_digit == 0) return {};
  std::string_view prefix = docno.substr(0, first_digit);
  while (prefix.ends_with('_') || prefix.ends_with('-')) prefix.remove_suffix(1);
  if (!std::all_of(prefix.begin(), prefix.end(), [](char c) { return is_letter(c) || c == '_'; })) return {};
  DocnoFacts facts;
  const auto known = std::find_if(std::begin(kCollections), std::end(kCollections),
                                  [&](const Collection& c) { return c.prefix == prefix; });
  if (known != std::end(kCollections)) facts.source = known->source;
  const std::size_t count = digits_from(docno, first_digit);
  const std::string_view behind = docno.substr(first_digit + count);
  if (behind.size() > 1 && (behind[0] == '-' || behind[0] == '.' || behind[0] == '_')) {
    facts.date = date_of_digits(docno.substr(first_digit, count), prefix == "LA");
  }
  return facts;
}

}  // namespace broadsheet
