// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "searcher/response.h"

namespace broadsheet {

enum class OutputFormat { Text, Json, Jsonl, Csv, Trec };

/// The version that machine formats carry; raised when one of them changes in a way that a reader could
/// notice.
constexpr int kOutputVersion = 1;

struct RenderOptions {
  OutputFormat format = OutputFormat::Text;
  std::vector<std::string> fields;     // of jsonl and csv; empty: the default ones
  std::string run_tag = "broadsheet";  // of trec
  bool terminal = false;               // colour and hyperlinks may be written
  bool byte_order_mark = false;        // of csv
  unsigned columns = 80;               // of text; fewer than 40 count as 40
  std::string locale = "en";           // of the countries' names on an article's page
};

/// The names that --fields accepts, in the order of docs/output-formats.md.
const std::vector<std::string>& field_names();

/// Writes answers in one format, hit by hit, so that exports need no memory: for each answer begin(), hit()
/// in the order of ranks, end(). One renderer writes all answers of --queries. Not thread-safe.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin(const ResponseHead& head) = 0;
  virtual void hit(const ResponseHead& head, const Hit& hit) = 0;
  virtual void end(const ResponseHead& head) = 0;
};

/// out must outlive the renderer. Throws InputError for a field name that does not exist.
std::unique_ptr<Renderer> make_renderer(const RenderOptions& options, std::ostream& out);

/// In text, json, jsonl (one object a cell) or csv. Where the head has a query_id, cells carry it first. The
/// functions from here on throw InputError for a format that they do not have.
void render_counts(const CountsTable& table, const ResponseHead& head, const RenderOptions& options,
                   std::ostream& out);

/// --queries with --counts: one row a query, a column a cell, in csv or text (tabs between). Writes the
/// header before the first row. In json and jsonl one object a query.
void render_counts_row(const CountsTable& table, const ResponseHead& head, bool first_row,
                       const RenderOptions& options, std::ostream& out);

void render_inventory(const Inventory& inventory, const RenderOptions& options, std::ostream& out);
void render_article(const Hit& hit, const RenderOptions& options, std::ostream& out);
void render_variants(const std::vector<VariantList>& persons, const RenderOptions& options,
                     std::ostream& out);

}  // namespace broadsheet
