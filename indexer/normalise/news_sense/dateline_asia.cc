// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/dateline_asia.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_asian_head = 120;  // bytes

constexpr std::array<std::string_view, 7> chinese_agencies = {"新华社", "新華社", "中新社",    "中新网",
                                                              "本报",   "中央社", "中央通訊社"};
constexpr std::array<std::string_view, 2> reporter_words = {"记者", "記者"};

struct Brackets {
  std::string_view opening;
  std::string_view closing;
  bool is_korean = false;  // "(서울=연합뉴스) 홍길동 기자 ="
};

constexpr std::array<Brackets, 4> brackets = {
    {{"【", "】"}, {"［", "］"}, {"(", ")", true}, {"[", "]", true}}};

constexpr std::array<Brackets, 2> reporter_brackets = {{{"（", "）"}, {"(", ")"}}};

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

/// "记者王志远、刘畅": names of two to four signs, parted by "、" or white space.
void add_reporters(Dateline& dateline, std::string_view text) {
  const auto word = std::find_if(reporter_words.begin(), reporter_words.end(),
                                 [&](std::string_view one) { return text.starts_with(one); });
  if (word == reporter_words.end()) return;
  text.remove_prefix(word->size());
  std::string name;
  const auto take = [&] {
    constexpr std::size_t longest_name = 4;
    if (columns(name) >= 2 && columns(name) <= longest_name) dateline.authors.push_back(name);
    name.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    constexpr std::u32string_view separators = U"、，, \u3000";
    separators.find(c) == std::u32string_view::npos ? append_utf8(name, c) : take();
  }
  take();
}

/// Behind "电", where a bracket may name the reporters.
std::size_t take_reporters(Dateline& dateline, std::string_view text, std::size_t end) {
  for (const auto& pair : reporter_brackets) {
    const auto behind = text.substr(skip(text, end, " "));
    if (!behind.starts_with(pair.opening)) continue;
    const auto closing = behind.substr(0, longest_asian_head).find(pair.closing);
    if (closing == std::string_view::npos) continue;
    const bool is_full_width = pair.opening != "(";
    const auto inside = trimmed(behind.substr(pair.opening.size(), closing - pair.opening.size()));
    add_reporters(dateline, inside);
    if (is_full_width || !dateline.authors.empty())
      return static_cast<std::size_t>(behind.data() - text.data()) + closing + pair.closing.size();
  }
  return end;
}

// "路透伦敦6月3日 -": this one ends in a dash.
std::optional<Dateline> with_day_and_dash(std::string_view text) {
  constexpr std::string_view agency = "路透";
  constexpr std::string_view day_sign = "日";
  const auto head = text.substr(0, longest_asian_head);
  const auto day = head.find_first_of("0123456789");
  const auto sign = head.find(day_sign, std::min(day, head.size()));
  if (!text.starts_with(agency) || sign == std::string_view::npos) return std::nullopt;
  Dateline found;
  const auto end = sign + day_sign.size();
  found.place = std::string(trimmed(text.substr(agency.size(), day - agency.size())));
  found.agency = std::string(known_agency(agency));
  found.day = parse_dateline_day(text.substr(day, end - day), "zh");
  found.length = skip_dashes(text, end);
  const bool has_dash = text.substr(end, found.length - end).find_first_not_of(' ') != std::string_view::npos;
  return found.day && has_dash && columns(found.place) <= 8 ? std::optional(found) : std::nullopt;
}

/// Where "电" is, which ends the head; npos if there is none.
std::size_t find_cable_sign(std::string_view head) {
  const auto end = head.find("电");
  return end == std::string_view::npos ? head.find("電") : end;
}

// "新华社北京3月5日电": the place stands between the agency and the day.
std::optional<Dateline> chinese(std::string_view text, std::string_view agency) {
  const auto head = text.substr(0, longest_asian_head);
  const auto end = find_cable_sign(head);
  const auto day = head.find_first_of("0123456789");
  if (end == std::string_view::npos || day == std::string_view::npos || day > end) return std::nullopt;
  Dateline found;
  const auto place = trimmed(text.substr(agency.size(), day - agency.size()));
  if (columns(place) > 8) return std::nullopt;
  found.place = std::string(place);
  found.agency = std::string(known_agency(agency));
  found.day = parse_dateline_day(text.substr(day, end - day), "zh");
  if (!found.day) return std::nullopt;
  found.length = skip_dashes(text, take_reporters(found, text, end + std::string_view("电").size()));
  return found;
}

// "（中央社記者蔡智明嘉義縣6日電）": all of it is in brackets; a reporter's name has three signs, and the day
// no month.
std::optional<Dateline> bracketed_chinese(std::string_view text) {
  constexpr std::string_view opening = "（";
  if (!text.starts_with(opening)) return std::nullopt;
  const auto closing = text.substr(0, longest_asian_head).find("）");
  const auto length = chinese_agency_length(text.substr(opening.size()));
  if (closing == std::string_view::npos || length == 0) return std::nullopt;
  auto inside = text.substr(opening.size(), closing - opening.size());
  const auto agency = known_agency(inside.substr(0, length));
  const auto day = inside.find_first_of("0123456789");
  if (agency.empty() || day == std::string_view::npos || inside.find("日", day) == std::string_view::npos)
    return std::nullopt;
  Dateline found;
  found.agency = agency;
  found.length = closing + std::string_view("）").size();
  inside = inside.substr(length, day - length);
  for (const auto word : reporter_words) {
    if (!inside.starts_with(word)) continue;
    constexpr std::size_t name_length = 3 * 3;  // bytes
    add_reporters(found, inside.substr(0, word.size() + name_length));
    inside.remove_prefix(std::min(inside.size(), word.size() + name_length));
  }
  found.place = std::string(trimmed(inside));
  return found;
}

// "ニューデリー　５日　ロイター", "北京時事": the agency ends what is in the brackets.
std::optional<Dateline> read_inside(std::string_view inside) {
  for (std::size_t at = 0; at < inside.size(); next_code_point(inside, at)) {
    const auto agency = known_agency(inside.substr(at));
    if (agency.empty()) continue;
    auto place = trimmed(inside.substr(0, at));
    if (place.ends_with('=')) place.remove_suffix(1);
    place = place.substr(0, std::min({place.find_first_of(" 0123456789"), place.find("　"), place.size()}));
    return Dateline{.length = 0,
                    .place = std::string(trimmed(place)),
                    .agency = std::string(agency),
                    .day = {},
                    .authors = {}};
  }
  return std::nullopt;
}

/// "홍길동 기자 = ", "홍길동 김보람 기자 = ": where the text behind the sign begins; at if there is none.
std::size_t take_korean_reporters(Dateline& dateline, std::string_view text, std::size_t at) {
  const auto sign = text.substr(at, 60).find(" = ");
  if (sign == std::string_view::npos) return at;
  for (const auto word : split_spaces(text.substr(at, sign))) {
    const auto length = columns(word);
    const bool is_name =
        length >= 2 && length <= 4 && first_code_point(word) >= 0xAC00 && first_code_point(word) <= 0xD7A3;
    if (is_name && word != "기자" && word != "특파원") dateline.authors.emplace_back(word);
  }
  return at + sign + 3;
}

std::optional<Dateline> bracketed(std::string_view text, const Brackets& pair) {
  const auto closing = text.substr(0, longest_asian_head).find(pair.closing);
  if (closing == std::string_view::npos) return std::nullopt;
  const auto inside = text.substr(pair.opening.size(), closing - pair.opening.size());
  if (pair.is_korean && inside.find('=') == std::string_view::npos) return std::nullopt;
  auto found = read_inside(inside);
  if (!found) return std::nullopt;
  found->length = skip_dashes(text, closing + pair.closing.size());
  if (pair.is_korean) found->length = take_korean_reporters(*found, text, found->length);
  return found;
}

// "جازان 14 شعبان 1440 هـ الموافق 19 أبريل 2019 م واس": the day in both calendars and the agency, on a line.
std::optional<Dateline> in_both_calendars(std::string_view text) {
  constexpr std::string_view that_is = "الموافق";
  const auto behind = text.substr(0, longest_asian_head).find(that_is);
  if (behind == std::string_view::npos) return std::nullopt;
  const auto day = text.substr(behind + that_is.size());
  const auto era = day.substr(0, longest_asian_head).find(" م ");
  const auto first = text.find_first_of("0123456789");
  if (era == std::string_view::npos || first > behind) return std::nullopt;
  Dateline found;
  found.day = parse_dateline_day(trimmed(day.substr(0, era)), "ar");
  const auto sign = trimmed(day.substr(era + std::string_view(" م ").size()));
  const auto agency = sign.substr(0, sign.find_first_of(" -:"));
  found.agency = known_agency(agency);
  if (!found.day || found.agency.empty()) return std::nullopt;
  found.place = std::string(trimmed(text.substr(0, first)));
  const auto end = static_cast<std::size_t>(agency.data() - text.data()) + agency.size();
  found.length = std::min(text.find_first_not_of(" -:", end), text.size());
  return found;
}

/// False of what most paragraphs are: letters of ASCII at the beginning.
bool may_be_asian(std::string_view paragraph) {
  constexpr std::size_t looked_at = 24;  // bytes
  const auto head = paragraph.substr(0, looked_at);
  const bool opens_bracket = head.starts_with('(') || head.starts_with('[');
  return opens_bracket || std::any_of(head.begin(), head.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

std::optional<Dateline> find_asian_dateline(std::string_view paragraph) {
  if (!may_be_asian(paragraph)) return std::nullopt;
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
  if (auto found = bracketed_chinese(paragraph)) return found;
  if (auto found = with_day_and_dash(paragraph)) return found;
  return in_both_calendars(paragraph);
}

}  // namespace broadsheet
