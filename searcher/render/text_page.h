// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/render/renderer.h"

namespace broadsheet {

/// Where text for a reader goes. All that comes from an archive or a command line is made safe before it gets
/// there.
struct TextPage {
  TextPage(const RenderOptions& options, std::ostream& stream);

  std::ostream& out;
  std::size_t columns;
  bool terminal;
};

/// On a terminal bold (SGR 1) or bold red (SGR 1;31), as a search tool's matches are; else the text as it is.
std::string bold(const TextPage& page, const std::string& safe_text);
std::string highlighted(const TextPage& page, const std::string& safe_text);

/// On a terminal a hyperlink (OSC 8, https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda) if
/// the address is of the web; else the text as it is.
std::string linked(const TextPage& page, const std::string& url, const std::string& safe_text);

/// Lines of at most the page's columns, the first behind the label, the others indented as far as it is wide.
void write_hanging(const TextPage& page, const std::string& safe_label, const std::string& safe_text);

/// Query and filters, notes, explanation, and how many articles there are.
void write_heading(const TextPage& page, const ResponseHead& head);

/// Rank, title and short id; date, source and the like; the passage.
void write_hit(const TextPage& page, const Hit& hit);

/// Up to three tables side by side, an empty line between rows of them, without_empty_runs(). Nothing for
/// empty tables.
void write_facets(const TextPage& page, const std::vector<FacetTable>& tables);

/// A date facet with each long run of periods without articles as one row ("1946-1988"); condensed() also
/// makes decades ("1940s") of years that are too many for a page. No count changes. Other facets as they are.
FacetTable without_empty_runs(const FacetTable& table);
FacetTable condensed(const FacetTable& table);

/// Bars by date, condensed(): on one line if they fit on it, else one line each.
void write_timeline(const TextPage& page, const FacetTable& timeline);

/// "Narrow:", "Next:" and "Names:", as far as they apply.
void write_hints(const TextPage& page, const ResponseHead& head);

/// The label of a facet row as a page shows it: "(none)", "month unknown", "undated", else the label. Safe.
std::string shown_label(Facet facet, const FacetRow& row);

}  // namespace broadsheet
