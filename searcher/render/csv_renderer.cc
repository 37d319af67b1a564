// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/csv.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_fields.h"

namespace broadsheet {
namespace {

const std::vector<std::string>& default_csv_fields() {
  static const std::vector<std::string> fields = {"id",       "title", "date",    "source",    "section",
                                                  "language", "url",   "persons", "countries", "about"};
  return fields;
}

class CsvRenderer : public Renderer {
 public:
  CsvRenderer(const RenderOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void begin(const ResponseHead& head) override {
    if (!fields_.empty()) return;
    fields_ = choose_fields(options_.fields, default_csv_fields(), !head.query_id.empty());
    if (options_.byte_order_mark) out_ << "\xEF\xBB\xBF";
    std::vector<std::string> names;
    for (const HitField* field : fields_) names.emplace_back(field->name);
    write_csv_row(out_, names);
  }

  void hit(const ResponseHead& head, const Hit& hit) override {
    std::vector<std::string> cells;
    for (const HitField* field : fields_) cells.push_back(cell_text(field->value(head, hit)));
    write_csv_row(out_, cells);
  }

  void end(const ResponseHead&) override {}

 private:
  RenderOptions options_;
  std::ostream& out_;
  std::vector<const HitField*> fields_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(const RenderOptions& options, std::ostream& out) {
  return std::make_unique<CsvRenderer>(options, out);
}

}  // namespace broadsheet
