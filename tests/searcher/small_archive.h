// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/archive/archive_writer.h"
#include "searcher/archive/archive.h"

namespace broadsheet::test {

/// What a test says of an article; the rest does not matter to it.
struct SmallArticle {
  std::string text;  // a paragraph a line
  std::string date;  // ISO
  std::string language = "en";
  std::vector<std::string> persons = {};
  std::vector<std::string> countries = {};
  std::string source = "The Post";
  std::string title = "";  // "Number" and its number
};

/// An archive of a few articles, one segment for each list, in a folder that is removed at the end.
class SmallArchive {
 public:
  explicit SmallArchive(const std::vector<std::vector<SmallArticle>>& segments,
                        const std::string& variants = "", Derivations::mapped_type make_copies = {})
      : path_(std::filesystem::temp_directory_path() / ("broadsheet-match-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    ArchiveWriter::Settings settings;
    if (make_copies) settings.derive["copies"] = std::move(make_copies);
    settings.derive["variants"] = [variants](const auto&) { return variants; };
    ArchiveWriter writer(path_, settings);
    int number = 0;
    for (const auto& articles : segments) {
      for (const SmallArticle& article : articles) writer.add(prepare(stored(article, ++number)));
      writer.publish(true);
    }
  }
  ~SmallArchive() { std::filesystem::remove_all(path_); }
  SmallArchive(const SmallArchive&) = delete;
  SmallArchive& operator=(const SmallArchive&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  static StoredArticle stored(const SmallArticle& small, int number) {
    StoredArticle stored;
    stored.article.identity = "urn:small:" + std::to_string(number);
    stored.article.title = small.title.empty() ? "Number " + std::to_string(number) : small.title;
    std::istringstream lines(small.text);
    for (std::string line; std::getline(lines, line);)
      stored.article.paragraphs.push_back({Role::Body, line});
    stored.article.language = small.language;
    stored.article.source = small.source;
    if (const auto moment = parse_iso_moment(small.date)) stored.article.published = *moment;
    for (const auto& person : small.persons) stored.entities.persons.push_back({person, false});
    for (const auto& country : small.countries) stored.entities.countries.push_back({country, false, false});
    return stored;
  }

  std::filesystem::path path_;
};

}  // namespace broadsheet::test
