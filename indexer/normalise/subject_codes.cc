// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/subject_codes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 17> main_subjects = {"arts, culture and entertainment",
                                                            "crime, law and justice",
                                                            "disaster and accident",
                                                            "economy, business and finance",
                                                            "education",
                                                            "environment",
                                                            "health",
                                                            "human interest",
                                                            "labour",
                                                            "lifestyle and leisure",
                                                            "politics",
                                                            "religion and belief",
                                                            "science and technology",
                                                            "social issue",
                                                            "sport",
                                                            "unrest, conflicts and war",
                                                            "weather"};

constexpr std::array<std::string_view, 4> schemes = {"subj:", "subject:", "medtop:", "iptc:"};

constexpr std::string_view no_narrower = "000000";

/// The eight digits of a code; empty if the topic is none. Without a scheme only a main subject's is one:
/// eight digits may be anything.
std::string_view digits_of(std::string_view topic) {
  const auto scheme = std::find_if(schemes.begin(), schemes.end(),
                                   [&](std::string_view any) { return starts_with_nocase(topic, any); });
  if (scheme != schemes.end()) topic.remove_prefix(scheme->size());
  const bool is_code = topic.size() == 8 && std::all_of(topic.begin(), topic.end(), is_ascii_digit);
  return is_code && (scheme != schemes.end() || topic.ends_with(no_narrower)) ? topic : std::string_view();
}

/// The name of the main subject that a code belongs to; empty if there is none (as of newer media topics,
/// whose numbers tell nothing).
std::string_view main_subject(std::string_view digits) {
  const auto number = static_cast<std::size_t>((digits[0] - '0') * 10 + (digits[1] - '0'));
  return number >= 1 && number <= main_subjects.size() ? main_subjects[number - 1] : std::string_view();
}

}  // namespace

std::vector<std::string> with_subject_names(const std::vector<std::string>& topics) {
  std::vector<std::string> named;
  for (const auto& topic : topics) {
    const auto digits = digits_of(topic);
    const auto subject = digits.empty() ? std::string_view() : main_subject(digits);
    if (subject.empty() || !digits.ends_with(no_narrower)) named.push_back(topic);
    if (!subject.empty() && std::find(named.begin(), named.end(), subject) == named.end())
      named.emplace_back(subject);
  }
  return named;
}

}  // namespace broadsheet
