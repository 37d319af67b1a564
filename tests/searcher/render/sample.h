// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/render/renderer.h"
#include "searcher/response.h"

namespace broadsheet::sample {

/// A hit with everything in it.
Hit tokyo();
/// A hit with what strangers write: a wide title that is too long, control characters, a direction override.
Hit hostile();
/// A hit with next to nothing.
Hit bare();

/// An answer of 412 articles with facets, a timeline, notes and hints.
ResponseHead head();

/// What the renderer of these options writes for one answer.
std::string rendered(const RenderOptions& options, const ResponseHead& head, const std::vector<Hit>& hits);
std::string rendered(OutputFormat format, const ResponseHead& head, const std::vector<Hit>& hits);

}  // namespace broadsheet::sample
