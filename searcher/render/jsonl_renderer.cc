// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "searcher/render/formats.h"
#include "searcher/render/hit_fields.h"

namespace broadsheet {
namespace {

const std::vector<std::string>& default_jsonl_fields() {
  static const std::vector<std::string> fields = {"id",  "title",   "date",      "source", "language",
                                                  "url", "persons", "countries", "about"};
  return fields;
}

class JsonlRenderer : public Renderer {
 public:
  JsonlRenderer(const RenderOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void begin(const ResponseHead& head) override {
    fields_ = choose_fields(options_.fields, default_jsonl_fields(), !head.query_id.empty());
  }

  void hit(const ResponseHead& head, const Hit& hit) override {
    JsonValue object = JsonValue::object();
    for (const HitField* field : fields_) object[std::string(field->name)] = field->value(head, hit);
    out_ << to_line(object) << '\n';
  }

  void end(const ResponseHead&) override {}

 private:
  RenderOptions options_;
  std::ostream& out_;
  std::vector<const HitField*> fields_;
};

}  // namespace

std::unique_ptr<Renderer> make_jsonl_renderer(const RenderOptions& options, std::ostream& out) {
  return std::make_unique<JsonlRenderer>(options, out);
}

}  // namespace broadsheet
