// SPDX-License-Identifier: GPL-2.0-or-later
#include <map>
#include <vector>

#include "common/country.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/text/export_record.h"
#include "indexer/readers/text/text_layout.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

/// "gpol : Domestic Politics | gcat : Political News": the names.
std::vector<std::string> names_of_codes(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    std::string_view entry = text.substr(0, end);
    const std::size_t colon = entry.find(':');
    if (colon != std::string_view::npos) entry.remove_prefix(colon + 1);
    if (!trim(entry).empty()) names.emplace_back(trim(entry));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

std::string one_line_of(std::string_view text) {
  std::string line;
  for (std::string_view rest = trim(text); !rest.empty(); rest = after_first_line(rest)) {
    const std::string_view part = trim(first_line(rest));
    if (!part.empty()) line.append(line.empty() ? "" : " ").append(part);
  }
  return line;
}

/// The text of each tag. What stands above the first tag is nobody's.
std::map<std::string, std::string, std::less<>> read_tags(std::string_view piece) {
  std::map<std::string, std::string, std::less<>> texts;
  std::string* text = nullptr;
  while (!piece.empty()) {
    std::string_view line = first_line(piece);
    piece = after_first_line(piece);
    if (const std::string_view tag = factiva_tag(line); !tag.empty()) {
      text = &texts[std::string(tag)];
      line.remove_prefix(tag.size());
      line = trim(line);
    }
    if (text != nullptr) text->append(line).append("\n");
  }
  return texts;
}

}  // namespace

std::optional<Record> read_factiva(std::string_view piece) {
  auto texts = read_tags(piece);
  const auto line = [&](std::string_view tag) { return one_line_of(texts[std::string(tag)]); };
  Record record;
  record.title = line("HD");
  record.body = texts["LP"] + "\n" + texts["TD"];
  if (record.title.empty() && trim(record.body).empty()) return std::nullopt;
  record.date = line("PD");
  if (const std::string time = line("ET"); !time.empty()) record.date += " " + time;
  record.source = line("SN");
  record.section = line("SE");
  record.language = line("LA");
  record.rights = line("CY");
  record.id = line("AN");
  if (record.id.starts_with("Document ")) record.id.erase(0, 9);
  if (const std::string byline = line("BY"); !byline.empty()) record.bylines.push_back(byline);
  set_field(record, Field::Topics, names_of_codes(line("NS")));
  set_field(record, Field::Topics, names_of_codes(line("IN")));
  set_field(record, Field::Organisations, names_of_codes(line("CO")));
  for (const std::string& region : names_of_codes(line("RE"))) {
    if (find_country(region)) set_field(record, Field::Countries, {region});
  }
  return record;
}

}  // namespace broadsheet
