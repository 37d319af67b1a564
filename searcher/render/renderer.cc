// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/renderer.h"

#include <array>

#include "common/error.h"
#include "searcher/render/formats.h"
#include "searcher/render/hit_fields.h"

namespace broadsheet {
namespace {

std::string_view format_name(OutputFormat format) {
  static constexpr std::array<std::string_view, 5> names = {"text", "json", "jsonl", "csv", "trec"};
  return names[static_cast<std::size_t>(format)];
}

}  // namespace

std::unique_ptr<Renderer> make_renderer(const RenderOptions& options, std::ostream& out) {
  for (const std::string& name : options.fields) find_hit_field(name);
  switch (options.format) {
    case OutputFormat::Text:
      return make_text_renderer(options, out);
    case OutputFormat::Json:
      return make_json_renderer(out);
    case OutputFormat::Jsonl:
      return make_jsonl_renderer(options, out);
    case OutputFormat::Csv:
      return make_csv_renderer(options, out);
    case OutputFormat::Trec:
      break;
  }
  return make_trec_renderer(options, out);
}

void refuse_format(std::string_view what, OutputFormat format, std::string_view formats_it_has) {
  std::string message(what);
  message.append(" cannot be written as ").append(format_name(format)).append("; use --format ");
  throw InputError(message.append(formats_it_has));
}

}  // namespace broadsheet
