// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "searcher/render/display.h"
#include "searcher/render/formats.h"
#include "searcher/render/json_values.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

JsonValue day_value(const std::string& day) {
  return day.empty() ? JsonValue(nullptr) : JsonValue(day);
}

void write_json(const Inventory& inventory, std::ostream& out) {
  const JsonValue json = {{"version", kOutputVersion},
                          {"archive", inventory.archive},
                          {"articles", inventory.articles},
                          {"stories", inventory.stories ? JsonValue(*inventory.stories) : JsonValue(nullptr)},
                          {"undated", inventory.undated},
                          {"oldest", day_value(inventory.oldest)},
                          {"newest", day_value(inventory.newest)},
                          {"segments", inventory.segments},
                          {"generation", inventory.generation},
                          {"last_run", inventory.last_run},
                          {"facets", facet_values(inventory.facets)},
                          {"further_values", further_values(inventory.facets)}};
  out << to_line(json) << '\n';
}

std::string contents(const Inventory& inventory) {
  std::string text = counted(inventory.articles, "article");
  if (inventory.stories) text += " in " + counted_stories(*inventory.stories);
  if (!inventory.oldest.empty()) text += ", " + inventory.oldest + " to " + inventory.newest;
  if (inventory.undated > 0) text += ", " + std::to_string(inventory.undated) + " undated";
  return text;
}

void write_text(const Inventory& inventory, const RenderOptions& options, std::ostream& out) {
  const TextPage page(options, out);
  write_hanging(page, "Archive   ", bold(page, single_line(inventory.archive)));
  write_hanging(page, "Holds     ", contents(inventory));
  write_hanging(
      page, "Stored    ",
      "generation " + std::to_string(inventory.generation) + ", " + counted(inventory.segments, "segment"));
  if (!inventory.last_run.empty()) write_hanging(page, "Last run  ", single_line(inventory.last_run));
  if (!inventory.facets.empty()) out << '\n';
  std::vector<FacetTable> facets;
  for (const FacetTable& table : inventory.facets) facets.push_back(condensed(table));
  write_facets(page, facets);
}

}  // namespace

void render_inventory(const Inventory& inventory, const RenderOptions& options, std::ostream& out) {
  switch (options.format) {
    case OutputFormat::Text:
      return write_text(inventory, options, out);
    case OutputFormat::Json:
    case OutputFormat::Jsonl:
      return write_json(inventory, out);
    case OutputFormat::Csv:
    case OutputFormat::Trec:
      refuse_format("the inventory", options.format, "text, json or jsonl");
  }
}

}  // namespace broadsheet
