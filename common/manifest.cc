// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/manifest.h"

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

void read_derived(std::istringstream& words, std::string& file, bool& stale) {
  std::string mark;
  words >> file >> mark;
  stale = mark == "stale";
}

void read_fact(std::istringstream& words, Manifest& manifest) {
  std::string key;
  words >> key;
  if (key == "broadsheet") words >> manifest.schema;
  if (key == "generation") words >> manifest.generation;
  if (key == "last-segment") words >> manifest.last_segment;
  if (key == "variants") read_derived(words, manifest.variants, manifest.variants_stale);
  if (key == "copies") read_derived(words, manifest.copies, manifest.copies_stale);
  if (key == "ledger") words >> manifest.ledger;
  if (key == "segment") {
    SegmentEntry entry;
    std::string checksum;
    words >> entry.name >> entry.documents >> checksum;
    entry.checksum = hex_number(checksum);
    manifest.segments.push_back(std::move(entry));
  }
}

}  // namespace

Manifest parse_manifest(std::string_view text, const std::string& archive_name) {
  Manifest manifest;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("# ")) continue;
    std::istringstream words(line.substr(2));
    read_fact(words, manifest);
  }
  if (manifest.schema == 0) {
    throw InputError(archive_name + " is a Xapian database but no Broadsheet archive; name another archive");
  }
  if (manifest.schema != kSchemaVersion) {
    throw InputError(archive_name + " has schema version " + std::to_string(manifest.schema) +
                     ", this program knows version " + std::to_string(kSchemaVersion) +
                     "; use the Broadsheet that wrote it, or index the dumps again");
  }
  return manifest;
}

std::string format_manifest(const Manifest& manifest) {
  std::ostringstream text;
  text << "# broadsheet " << manifest.schema << "\n# generation " << manifest.generation
       << "\n# last-segment " << manifest.last_segment << '\n';
  if (!manifest.variants.empty()) {
    text << "# variants " << manifest.variants << (manifest.variants_stale ? " stale\n" : "\n");
  }
  if (!manifest.copies.empty())
    text << "# copies " << manifest.copies << (manifest.copies_stale ? " stale\n" : "\n");
  if (!manifest.ledger.empty()) text << "# ledger " << manifest.ledger << '\n';
  for (const SegmentEntry& segment : manifest.segments) {
    text << "# segment " << segment.name << ' ' << segment.documents << ' ' << to_hex(segment.checksum)
         << '\n';
  }
  for (const SegmentEntry& segment : manifest.segments) text << "auto segments/" << segment.name << '\n';
  return text.str();
}

Manifest read_manifest(const fs::path& archive) {
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
  return parse_manifest(text.str(), archive.string());
}

fs::path segment_path(const fs::path& archive, const std::string& name) {
  return archive / "segments" / name;
}

fs::path columns_path(const fs::path& archive, const std::string& name) {
  return archive / "segments" / (name + ".columns");
}

}  // namespace broadsheet
