// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/fields/path_template.h"
#include "indexer/readers/open_dump.h"
#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Makes readers as the options say. Throws InputError for options that name a format or field that does not
/// exist.
class ReaderFactory {
 public:
  explicit ReaderFactory(const ReadOptions& options);

  /// name: of the dump, as in messages and Record::path. path: what --path is matched against. Never throws.
  std::unique_ptr<DumpReader> make(std::unique_ptr<ByteStream> bytes, std::string_view name,
                                   std::string_view path) const;

 private:
  std::string format_;
  FieldMap field_map_;
  std::optional<PathTemplate> path_template_;
};

}  // namespace broadsheet
