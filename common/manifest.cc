// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/manifest.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "common/error.h"
#include "common/hash.h"
#include "common/schema.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::uint64_t hex_number(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

bool belongs_to(const SegmentEntry& segment, const std::string& path) {
  const std::string start = "segments/" + segment.name;
  return path.starts_with(start + '/') || path == start + ".columns";
}

void read_file_line(std::istringstream& words, Manifest& manifest) {
  std::string path;
  std::string checksum;
  FileSum sum;
  words >> path >> sum.size >> checksum;
  sum.checksum = hex_number(checksum);
  const bool of_segment = !manifest.segments.empty() && belongs_to(manifest.segments.back(), path);
  (of_segment ? manifest.segments.back().files : manifest.files)[path] = sum;
}

void read_fact(std::istringstream& words, Manifest& manifest) {
  std::string key;
  words >> key;
  if (key == "broadsheet") words >> manifest.schema;
  if (key == "generation") words >> manifest.generation;
  if (key == "last-segment") words >> manifest.last_segment;
  if (key == "ledger") words >> manifest.ledger;
  if (key == "segment") {
    SegmentEntry& entry = manifest.segments.emplace_back();
    words >> entry.name >> entry.documents;
  }
  if (key == "file") read_file_line(words, manifest);
  if (std::find(kDerivedKinds.begin(), kDerivedKinds.end(), key) != kDerivedKinds.end()) {
    std::string mark;
    words >> manifest.derived[key].name >> mark;
    manifest.derived[key].stale = mark == "stale";
  }
}

std::string first_line(int schema, std::string_view rest) {
  const std::string number = std::to_string(schema);
  // Schema 1 did not check its own number.
  const std::uint64_t checksum = schema == 1 ? hash64(rest) : hash64(number + '\n' + std::string(rest));
  return "# broadsheet " + number + ' ' + to_hex(checksum) + '\n';
}

/// Whether the text is as it was written. One of an earlier version need only have the lines of a stub.
bool is_whole(std::string_view text, int schema) {
  const std::size_t rest = std::min(text.find('\n'), text.size() - 1) + 1;
  if (text.substr(0, rest) == first_line(schema, text.substr(rest))) return true;
  if (text.substr(0, rest) != "# broadsheet " + std::to_string(schema) + '\n') return false;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# file ") || !(line.starts_with("# ") || line.starts_with("auto "))) return false;
  }
  return true;
}

void require_schema(const Manifest& manifest, const std::string& archive_name, Schemas schemas) {
  if (manifest.schema == 0) {
    throw InputError(archive_name + " is a Xapian database but no Broadsheet archive; name another archive");
  }
  if (manifest.schema == kSchemaVersion) return;
  const bool is_earlier = manifest.schema > 0 && manifest.schema < kSchemaVersion;
  if (is_earlier && schemas == Schemas::EarlierToo) return;
  throw InputError(archive_name + " has schema version " + std::to_string(manifest.schema) +
                   ", this program knows version " + std::to_string(kSchemaVersion) +
                   (is_earlier ? "; bring it up to date with: broadsheet-index --reindex " + archive_name
                               : "; use the Broadsheet that wrote it, or index the dumps again"));
}

void write_files(std::ostream& text, const FileSums& files) {
  for (const auto& [path, sum] : files)
    text << "# file " << path << ' ' << sum.size << ' ' << to_hex(sum.checksum) << '\n';
}

}  // namespace

std::string Manifest::derived_name(std::string_view kind) const {
  const auto found = derived.find(kind);
  return found == derived.end() ? "" : found->second.name;
}

bool Manifest::has_checksums() const {
  const auto unknown = [this](const std::string& name) { return !name.empty() && !files.contains(name); };
  return !unknown(ledger) && std::none_of(derived.begin(), derived.end(), [&](const auto& one) {
    return unknown(one.second.name);
  }) && std::none_of(segments.begin(), segments.end(), [](const SegmentEntry& segment) {
    return segment.files.empty();
  });
}

Manifest parse_manifest(std::string_view text, const std::string& archive_name, Schemas schemas) {
  Manifest manifest;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("# ")) continue;
    std::istringstream words(line.substr(2));
    read_fact(words, manifest);
  }
  require_schema(manifest, archive_name, schemas);
  if (!is_whole(text, manifest.schema)) {
    throw InputError(
        archive_name +
        "/XAPIANDB is damaged: its content is not what was written; copy it from a backup of the "
        "same moment, or index the dumps again into a new archive");
  }
  return manifest;
}

std::string format_manifest(const Manifest& manifest) {
  std::ostringstream text;
  text << "# generation " << manifest.generation << "\n# last-segment " << manifest.last_segment << '\n';
  for (const auto& [kind, file] : manifest.derived) {
    if (!file.name.empty()) text << "# " << kind << ' ' << file.name << (file.stale ? " stale\n" : "\n");
  }
  if (!manifest.ledger.empty()) text << "# ledger " << manifest.ledger << '\n';
  write_files(text, manifest.files);
  for (const SegmentEntry& segment : manifest.segments) {
    text << "# segment " << segment.name << ' ' << segment.documents << '\n';
    write_files(text, segment.files);
  }
  for (const SegmentEntry& segment : manifest.segments) text << "auto segments/" << segment.name << '\n';
  return first_line(manifest.schema, text.str()) + text.str();
}

Manifest read_manifest(const fs::path& archive, Schemas schemas) {
  std::error_code error;
  if (!fs::exists(archive, error)) {
    throw InputError("there is no archive " + archive.string() + "; make one with: broadsheet-index " +
                     archive.string() + " INPUT...");
  }
  std::ifstream file(archive / kManifestName, std::ios::binary);
  if (!file) {
    throw InputError(archive.string() +
                     " is no archive (it has no file XAPIANDB); name the folder that "
                     "broadsheet-index wrote");
  }
  std::ostringstream text;
  text << file.rdbuf();
  return parse_manifest(text.str(), archive.string(), schemas);
}

fs::path derived_path(const fs::path& archive, const Manifest& manifest, std::string_view kind) {
  const std::string name = manifest.derived_name(kind);
  if (name.empty()) return {};
  if (const auto sum = manifest.files.find(name); sum != manifest.files.end())
    require_files(archive, {*sum}, Depth::Content);
  return archive / name;
}

FileSums database_files(const SegmentEntry& segment) {
  FileSums files = segment.files;
  files.erase("segments/" + segment.name + ".columns");
  return files;
}

fs::path segment_path(const fs::path& archive, const std::string& name) {
  return archive / "segments" / name;
}

fs::path columns_path(const fs::path& archive, const std::string& name) {
  return archive / "segments" / (name + ".columns");
}

}  // namespace broadsheet
