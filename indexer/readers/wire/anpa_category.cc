// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/anpa_category.h"

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct Category {
  char letter;
  std::string_view section;
};

constexpr Category kCategories[] = {{'a', "Domestic"},
                                    {'b', "Special Events"},
                                    {'c', "Features"},
                                    {'d', "Food"},
                                    {'e', "Entertainment"},
                                    {'f', "Financial"},
                                    {'i', "International"},
                                    {'j', "Lottery"},
                                    {'k', "Commentary"},
                                    {'l', "Lifestyle"},
                                    {'n', "State and Regional"},
                                    {'o', "Weather"},
                                    {'p', "Politics"},
                                    {'q', "Sports Results"},
                                    {'r', "Racing"},
                                    {'s', "Sports"},
                                    {'t', "Travel"},
                                    {'v', "Advisories"},
                                    {'w', "Washington"}};

}  // namespace

std::string_view anpa_section(std::string_view category) {
  if (category.size() != 1) return {};
  for (const Category& known : kCategories) {
    if (known.letter == to_lower(category[0])) return known.section;
  }
  return {};
}

}  // namespace broadsheet
