// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>
#include <sstream>

#include "searcher/render/formats.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

class TextRenderer : public Renderer {
 public:
  TextRenderer(const RenderOptions& options, std::ostream& out) : options_(options), page_(options, out) {}

  void begin(const ResponseHead& head) override {
    if (!first_answer_) page_.out << '\n';
    first_answer_ = false;
    write_heading(page_, head);
    first_hit_ = true;
  }

  void hit(const ResponseHead&, const Hit& hit) override {
    if (first_hit_) page_.out << '\n';
    first_hit_ = false;
    write_hit(page_, hit);
  }

  void end(const ResponseHead& head) override {
    std::ostringstream foot;
    TextPage foot_page(options_, foot);
    write_facets(foot_page, head.facets);
    if (head.timeline) write_timeline(foot_page, *head.timeline);
    write_hints(foot_page, head);
    if (!foot.str().empty()) page_.out << '\n' << foot.str();
  }

 private:
  RenderOptions options_;
  TextPage page_;
  bool first_answer_ = true;
  bool first_hit_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_text_renderer(const RenderOptions& options, std::ostream& out) {
  return std::make_unique<TextRenderer>(options, out);
}

}  // namespace broadsheet
