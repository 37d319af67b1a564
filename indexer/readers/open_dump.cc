// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/open_dump.h"

#include <algorithm>

#include "common/error.h"
#include "indexer/readers/bytes/archive_file.h"
#include "indexer/readers/bytes/unicode_stream.h"
#include "indexer/readers/csv/csv_reader.h"
#include "indexer/readers/json/json_reader.h"
#include "indexer/readers/make_reader.h"
#include "indexer/readers/recognise.h"
#include "indexer/readers/sgml/reuters_sgml_reader.h"
#include "indexer/readers/sgml/trec_reader.h"
#include "indexer/readers/text/text_reader.h"
#include "indexer/readers/text/texts_reader.h"
#include "indexer/readers/web/html_reader.h"
#include "indexer/readers/web/mediawiki_reader.h"
#include "indexer/readers/web/warc_reader.h"
#include "indexer/readers/wire/mail_reader.h"
#include "indexer/readers/wire/wire_reader.h"
#include "indexer/readers/xml/atom_reader.h"
#include "indexer/readers/xml/newsml_g2_reader.h"
#include "indexer/readers/xml/newsml_reader.h"
#include "indexer/readers/xml/nitf_reader.h"
#include "indexer/readers/xml/rss_reader.h"

namespace broadsheet {

namespace {

struct Format {
  const char* name;
  std::unique_ptr<DumpReader> (*make)(DumpSource);
};

constexpr Format kFormats[] = {{"text", make_text_reader},
                               {"json", make_json_reader},
                               {"csv", make_csv_reader},
                               {"reuters-sgml", make_reuters_sgml_reader},
                               {"nitf", make_nitf_reader},
                               {"newsml", make_newsml_reader},
                               {"newsml-g2", make_newsml_g2_reader},
                               {"rss", make_rss_reader},
                               {"atom", make_atom_reader},
                               {"iptc-7901", make_iptc7901_reader},
                               {"anpa", make_anpa_reader},
                               {"mail", make_mail_reader},
                               {"texts", make_texts_reader},
                               {"trec", make_trec_reader},
                               {"html", make_html_reader},
                               {"warc", make_warc_reader},
                               {"mediawiki", make_mediawiki_reader}};

std::string format_names() {
  std::string names;
  for (const std::string& name : dump_formats()) names += (names.empty() ? "" : ", ") + name;
  return names;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                  [name](const Format& f) { return f.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

std::unique_ptr<DumpReader> reject_all(const DumpSource& source, std::string reason) {
  constexpr std::size_t first_bytes = 80;
  return single_item_reader(
      Reject{std::move(reason), 1, 0, std::string(source.input.pending().substr(0, first_bytes))});
}

std::unique_ptr<DumpReader> read_as_recognised(DumpSource source) {
  const std::string_view head = source.input.peek(kRecogniseBytes);
  Recognised found = recognise_dump(head, source.input.ended(), source.name, source.field_map);
  if (found.format.empty()) return reject_all(source, std::move(found.reason));
  return find_format(found.format)->make(std::move(source));
}

FieldMap field_map_of(const ReadOptions& options) {
  FieldMap field_map;
  for (const auto& [theirs, ours] : options.field_map)
    field_map.emplace_back(theirs, require_field(ours, "--map"));
  return field_map;
}

}  // namespace

const std::vector<std::string>& dump_formats() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const Format& format : kFormats) made.emplace_back(format.name);
    return made;
  }();
  return names;
}

ReaderFactory::ReaderFactory(const ReadOptions& options)
    : format_(options.format), field_map_(field_map_of(options)) {
  if (!format_.empty() && !find_format(format_)) {
    throw InputError("--format " + format_ + ": there is no such format; the formats are " + format_names());
  }
  if (!options.path_template.empty()) path_template_.emplace(options.path_template);
}

std::unique_ptr<DumpReader> ReaderFactory::make(std::unique_ptr<ByteStream> bytes, std::string_view name,
                                                std::string_view path) const {
  AsciiCompatible ascii = to_ascii_compatible(InputBuffer(std::move(bytes)));
  DumpSource source{std::move(ascii.input), std::string(name), std::move(ascii.charset), {}, {}, field_map_};
  if (path_template_) source.path_fields = path_template_->match(path);
  if (path_template_ && source.path_fields.empty())
    source.path_problem = "its path does not fit --path: no field is taken from it";
  const std::string_view head = source.input.peek(kRecogniseBytes);
  if (head.empty()) {
    return reject_all(source, source.input.failure().empty() ? "empty file" : source.input.failure());
  }
  if (format_.empty()) return read_as_recognised(std::move(source));
  std::string reason = format_ == "warc" ? "" : no_text_reason(head);  // pages stand there as they were sent
  if (!reason.empty()) return reject_all(source, std::move(reason));
  return find_format(format_)->make(std::move(source));
}

std::unique_ptr<DumpReader> make_reader(std::unique_ptr<ByteStream> bytes, std::string_view name,
                                        const ReadOptions& options) {
  return ReaderFactory(options).make(std::move(bytes), name, name);
}

std::unique_ptr<DumpFile> open_dump_file(const InputFile& file, const ReadOptions& options) {
  return open_archive_file(file, ReaderFactory(options));
}

}  // namespace broadsheet
