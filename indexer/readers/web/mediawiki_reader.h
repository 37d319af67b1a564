// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// A MediaWiki export (Special:Export, pages-articles dumps), above all of Wikinews: one <page> of the main
/// namespace is one record, by its latest revision; talk, templates, redirects and drafts are skipped. Its id
/// is the wiki's database name and the page's id; its date that of the date template, else that of a category
/// that is a day: the revision's date is when it was last changed. Sources:
/// https://www.mediawiki.org/wiki/Help:Export and the schemas export-0.3.xsd to export-0.11.xsd.
std::unique_ptr<DumpReader> make_mediawiki_reader(DumpSource source);

}  // namespace broadsheet
