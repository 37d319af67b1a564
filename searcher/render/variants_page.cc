// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "searcher/render/csv.h"
#include "searcher/render/display.h"
#include "searcher/render/formats.h"
#include "searcher/render/json_values.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

JsonValue person_object(const VariantList& person) {
  JsonValue names = JsonValue::array();
  for (const auto& name : person.names)
    names.push_back(JsonValue{{"name", name.name}, {"articles", name.articles}});
  return {
      {"person", person.person}, {"articles", person.articles}, {"names", names}, {"forms", person.forms}};
}

void write_json(const std::vector<VariantList>& persons, std::ostream& out) {
  JsonValue all = JsonValue::array();
  for (const VariantList& person : persons) all.push_back(person_object(person));
  out << to_line(JsonValue{{"version", kOutputVersion}, {"persons", all}}) << '\n';
}

void write_csv(const std::vector<VariantList>& persons, const RenderOptions& options, std::ostream& out) {
  if (options.byte_order_mark) out << "\xEF\xBB\xBF";
  write_csv_row(out, {"person", "name", "articles"});
  for (const VariantList& person : persons) {
    for (const auto& name : person.names) {
      write_csv_row(out, {safe_cell(person.person), safe_cell(name.name), std::to_string(name.articles)});
    }
  }
}

void write_person(const TextPage& page, const VariantList& person) {
  page.out << bold(page, single_line(person.person)) << "  " << counted(person.articles, "article") << '\n';
  std::size_t digits = 3;
  for (const auto& name : person.names) digits = std::max(digits, std::to_string(name.articles).size());
  for (const auto& name : person.names) {
    write_hanging(page, "  " + pad_left(std::to_string(name.articles), digits) + "  ",
                  single_line(name.name));
  }
  std::string forms;
  for (const std::string& form : person.forms) forms += (forms.empty() ? "" : ", ") + form;
  if (!forms.empty()) write_hanging(page, "  also found as  ", single_line(forms));
}

/// Lines of authority.tsv for the persons of the page, as an example to be copied.
void write_remedy(const TextPage& page, const std::vector<VariantList>& persons) {
  page.out << '\n';
  write_hanging(page, "",
                "To change who is who, write lines like these into the archive's file authority.tsv, with "
                "tabs between the cells:");
  const VariantList& first = persons.front();
  if (persons.size() > 1) {
    page.out << "  merge\t" << single_line(first.person) << '\t' << single_line(persons[1].person) << '\n';
  }
  const auto other = std::find_if(first.names.begin(), first.names.end(),
                                  [&](const VariantList::Name& name) { return name.name != first.person; });
  if (other != first.names.end()) {
    page.out << "  split\t" << single_line(other->name) << '\n'
             << "  rename\t" << single_line(first.person) << '\t' << single_line(other->name) << '\n';
  }
  page.out << "  drop\t" << single_line(first.person) << '\n';
}

void write_text(const std::vector<VariantList>& persons, const RenderOptions& options, std::ostream& out) {
  const TextPage page(options, out);
  if (persons.empty()) {
    out << "No persons of that name.\n";
    return;
  }
  for (const VariantList& person : persons) write_person(page, person);
  write_remedy(page, persons);
}

}  // namespace

void render_variants(const std::vector<VariantList>& persons, const RenderOptions& options,
                     std::ostream& out) {
  switch (options.format) {
    case OutputFormat::Text:
      return write_text(persons, options, out);
    case OutputFormat::Json:
      return write_json(persons, out);
    case OutputFormat::Csv:
      return write_csv(persons, options, out);
    case OutputFormat::Jsonl:
      for (const VariantList& person : persons) out << to_line(person_object(person)) << '\n';
      return;
    case OutputFormat::Trec:
      refuse_format("a list of names", options.format, "text, json, jsonl or csv");
  }
}

}  // namespace broadsheet
