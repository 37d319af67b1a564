// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_notes.h"

#include <algorithm>
#include <vector>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

// Letters that are not ASCII are left out, whatever the charset: "\u00FCberblick" is "berblick".
constexpr std::string_view kPlain[] = {
    "urgent",        "extra",           "flash",       "alert",       "bulletin",      "eilmeldung",
    "eil",           "blitz",           "feature",     "newsfeature", "preview",       "background",
    "roundup",       "analysis",        "interview",   "profile",     "factbox",       "advance",
    "berblick",      "zusammenfassung", "hintergrund", "vorschau",    "repeat",        "repetition",
    "wiederholung",  "refile",          "update",      "synthese",    "synthse",       "papier",
    "papiergeneral", "encadre",         "encadr",      "riepilogo",   "vorausmeldung", "vorausbericht",
    "topstory",      "newsalert",       "bjt",         "budget",      "expanded",      "abridged"};
constexpr std::string_view kCorrects[] = {
    "correction",   "corrections",  "corrected", "corrective",  "berichtigung", "korrektur",
    "rectificatif", "rettifica",    "correccin", "correccion",  "rttelse",      "rettelse",
    "correctie",    "rectificatie", "correx",    "korrigering", "oikaisu",      "rectificacin"};
constexpr std::string_view kKills[] = {
    "kill",         "killnotice", "mandatorykill", "bulletinkill", "storykill",      "killkillkill",
    "annulation",   "annulez",    "annule",        "annul",        "annulliert",     "zurckgezogen",
    "widerruf",     "retraction", "withdrawal",    "withdrawn",    "storywithdrawn", "storywithheld",
    "annullamento", "anulacin",   "ritirata",      "withhold"};
constexpr std::string_view kLeads[] = {"lead",    "ld",      "led",  "writethru",
                                       "version", "fassung", "lede", "leadall"};
constexpr std::string_view kBylineWords[] = {"by ",   "von ", "par ", "por ", "di ",
                                             "door ", "av ",  "af ",  "de "};

/// Only ASCII letters, lower case; the digits apart.
struct Bare {
  std::string letters;
  std::string digits;
};

Bare bare(std::string_view text) {
  Bare result;
  for (const char c : text) {
    if (is_letter(c)) result.letters += to_lower(c);
    if (is_digit(c)) result.digits += c;
  }
  return result;
}

bool is_lead(std::string_view letters) {
  for (const std::string_view ordinal : {"st", "nd", "rd", "th", "re", "me", ""}) {
    if (!letters.starts_with(ordinal)) continue;
    std::string_view rest = letters.substr(ordinal.size());
    if (rest.ends_with("writethru") && rest != "writethru") rest.remove_suffix(9);
    if (is_one_of(rest, kLeads)) return true;
  }
  return false;
}

std::optional<DeskLabel> read_part(std::string_view part) {
  constexpr std::size_t most_digits = 3;
  const Bare text = bare(part);
  DeskLabel label;
  if (text.digits.size() > most_digits) return std::nullopt;
  if (is_lead(text.letters)) {
    label.version = text.digits.empty() ? "1" : text.digits;
    return label;
  }
  label.corrects = is_one_of(text.letters, kCorrects);
  label.kills = is_one_of(text.letters, kKills);
  if (label.corrects || label.kills || is_one_of(text.letters, kPlain)) return label;
  return std::nullopt;
}

std::size_t find_separator(std::string_view text) {
  for (const std::string_view separator : {": ", " - ", " -- ", " / "}) {
    const std::size_t at = text.find(separator);
    if (at != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

std::size_t count_words(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

}  // namespace

std::optional<DeskLabel> read_label(std::string_view text) {
  constexpr std::size_t longest = 60;
  text = trim(text);
  if (text.empty() || text.size() > longest) return std::nullopt;
  if (auto whole = read_part(text)) return whole;
  DeskLabel label;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("/,:-("), text.size());
    const std::string_view part = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const auto found = read_part(part);
    if (!found) return std::nullopt;
    if (!found->version.empty()) label.version = found->version;
    label.corrects = label.corrects || found->corrects;
    label.kills = label.kills || found->kills;
  }
  return label;
}

std::optional<DeskLabel> label_before(std::string_view headline) {
  const std::size_t end = find_separator(headline);
  if (end == std::string_view::npos) return std::nullopt;
  return read_label(headline.substr(0, end));
}

void apply_label(Record& record, const DeskLabel& label) {
  if (!label.version.empty()) record.version = label.version;
  record.corrected = record.corrected || label.corrects;
  if (label.kills) record.status = "kill";
}

std::optional<std::string> read_embargo(std::string_view line) {
  constexpr std::size_t longest = 200;
  line = trim(line);
  if (line.size() > longest) return std::nullopt;
  const std::string lowered = lower(line);
  if (!contains_any(lowered,
                    {"embargo", "sperrfrist", "for release", "hold for", "not for publication before",
                     "not to be published before", "frei ab", "frei f"})) {
    return std::nullopt;
  }
  for (const std::string_view word :
       {"until ", "bis ", "jusqu'au ", "jusqu'a ", "hasta ", "fino al ", "fino alle ", "before ", "till ",
        "frei ab ", "release at ", "release on ", ": "}) {
    const std::size_t at = lowered.find(word);
    if (at != std::string::npos) return std::string(trim(line.substr(at + word.size())));
  }
  return std::string(line);
}

bool is_byline(std::string_view line) {
  constexpr std::size_t most_words = 14;
  line = trim(line);
  for (const std::string_view word : kBylineWords) {
    if (!begins_with(line, word) || line.size() == word.size()) continue;
    const char next = line[word.size()];
    const bool is_lower_case = next >= 'a' && next <= 'z';
    const bool names_desk = line.find("dpa") != std::string_view::npos;
    return (!is_lower_case || names_desk) && count_words(line) <= most_words && !is_digit(next);
  }
  return false;
}

}  // namespace broadsheet
