// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dateline_asia.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/normalise/agencies.h"
#include "indexer/normalise/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_asian_head = 120;  // bytes

constexpr std::array<std::string_view, 5> chinese_agencies = {"新华社", "新華社", "中新社", "中新网", "本报"};

struct Brackets {
  std::string_view opening;
  std::string_view closing;
};

constexpr std::array<Brackets, 3> brackets = {{{"【", "】"}, {"［", "］"}, {"(", ")"}}};

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  while (at < text.size() && text.substr(at).starts_with(what)) at += what.size();
  return at;
}

std::size_t skip_dashes(std::string_view text, std::size_t at) {
  for (std::size_t before = at + 1; before != at;) {
    before = at;
    for (const std::string_view mark : {" ", "-", "=", "－", "―", "—", "　"}) at = skip(text, at, mark);
  }
  return at;
}

// The length of the agency that the text begins with: one of those known, or any short "...社".
std::size_t chinese_agency_length(std::string_view text) {
  constexpr std::size_t longest_agency = 30;  // bytes
  for (const auto agency : chinese_agencies) {
    if (text.starts_with(agency)) return agency.size();
  }
  constexpr std::string_view agency_sign = "社";
  const auto sign = text.substr(0, longest_agency).find(agency_sign);
  const bool is_name =
      sign != std::string_view::npos && sign > 0 && text.substr(0, sign).find("，") == std::string_view::npos;
  return is_name ? sign + agency_sign.size() : 0;
}

/// True if a space or a bracket ends the dateline, as it must behind an agency that is not known: "电" begins
/// words too.
bool ends_apart(std::string_view text, std::size_t length) {
  const auto head = text.substr(0, length);
  return head.ends_with(" ") || head.ends_with("　") || head.ends_with("）");
}

// "新华社北京3月5日电": the place stands between the agency and the day.
std::optional<Dateline> chinese(std::string_view text, std::string_view agency) {
  const auto head = text.substr(0, longest_asian_head);
  auto end = head.find("电");
  if (end == std::string_view::npos) end = head.find("電");
  const auto day = head.find_first_of("0123456789");
  if (end == std::string_view::npos || day == std::string_view::npos || day > end) return std::nullopt;
  Dateline found;
  const auto place = trimmed(text.substr(agency.size(), day - agency.size()));
  if (columns(place) > 8) return std::nullopt;
  found.place = std::string(place);
  found.agency = std::string(known_agency(agency));
  found.day = parse_dateline_day(text.substr(day, end - day), "zh");
  if (!found.day) return std::nullopt;
  end += std::string_view("电").size();
  const auto closing = text.substr(end, longest_asian_head).find("）");
  if (text.substr(end).starts_with("（") && closing != std::string_view::npos) {
    end += closing + std::string_view("）").size();
  }
  found.length = skip_dashes(text, end);
  return found;
}

// "ニューデリー　５日　ロイター", "北京時事": the agency ends what is in the brackets.
std::optional<Dateline> read_inside(std::string_view inside) {
  for (std::size_t at = 0; at < inside.size(); next_code_point(inside, at)) {
    const auto agency = known_agency(inside.substr(at));
    if (agency.empty()) continue;
    auto place = trimmed(inside.substr(0, at));
    if (place.ends_with('=')) place.remove_suffix(1);
    place = place.substr(0, std::min(place.find_first_of(" 0123456789"), place.size()));
    return Dateline{
        .length = 0, .place = std::string(trimmed(place)), .agency = std::string(agency), .day = {}};
  }
  return std::nullopt;
}

std::optional<Dateline> bracketed(std::string_view text, const Brackets& pair) {
  const auto closing = text.substr(0, longest_asian_head).find(pair.closing);
  if (closing == std::string_view::npos) return std::nullopt;
  const auto inside = text.substr(pair.opening.size(), closing - pair.opening.size());
  const bool is_korean = pair.opening == "(";
  if (is_korean && inside.find('=') == std::string_view::npos) return std::nullopt;
  auto found = read_inside(inside);
  if (!found) return std::nullopt;
  found->length = skip_dashes(text, closing + pair.closing.size());
  // "홍길동 기자 = ": the reporter's name stands before another sign.
  const auto sign = is_korean ? text.substr(found->length, 60).find(" = ") : std::string_view::npos;
  if (sign != std::string_view::npos) found->length += sign + 3;
  return found;
}

}  // namespace

std::optional<Dateline> find_asian_dateline(std::string_view paragraph) {
  if (const auto length = chinese_agency_length(paragraph); length > 0) {
    const auto agency = paragraph.substr(0, length);
    const bool is_known =
        std::find(chinese_agencies.begin(), chinese_agencies.end(), agency) != chinese_agencies.end();
    if (auto found = chinese(paragraph, agency); found && (is_known || ends_apart(paragraph, found->length)))
      return found;
  }
  for (const auto& pair : brackets) {
    if (paragraph.starts_with(pair.opening)) {
      if (auto found = bracketed(paragraph, pair)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace broadsheet
