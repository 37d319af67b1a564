// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "searcher/render/renderer.h"

namespace broadsheet {

// The renderer of each format; see make_renderer. Every answer may be followed by another.

std::unique_ptr<Renderer> make_text_renderer(const RenderOptions& options, std::ostream& out);
std::unique_ptr<Renderer> make_json_renderer(std::ostream& out);
std::unique_ptr<Renderer> make_jsonl_renderer(const RenderOptions& options, std::ostream& out);
std::unique_ptr<Renderer> make_csv_renderer(const RenderOptions& options, std::ostream& out);
std::unique_ptr<Renderer> make_trec_renderer(const RenderOptions& options, std::ostream& out);

/// Throws the InputError that says that something ("the inventory") is not written in a format.
[[noreturn]] void refuse_format(std::string_view what, OutputFormat format, std::string_view formats_it_has);

}  // namespace broadsheet
