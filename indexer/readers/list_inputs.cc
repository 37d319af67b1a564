// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>
#include <system_error>

#include "common/error.h"
#include "common/manifest.h"
#include "common/printable.h"
#include "indexer/readers/news_names.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::error_code& error) {
  throw InputError("cannot read " + one_line(path.string()) + ": " + error.message());
}

bool is_archive(const fs::path& directory) {
  std::string line;
  std::ifstream manifest(directory / kManifestName);
  return std::getline(manifest, line) && line.starts_with("# broadsheet ");
}

bool lies_in_archive(fs::path path) {
  for (path = fs::absolute(path).lexically_normal(); path != path.root_path(); path = path.parent_path()) {
    if (is_archive(path)) return true;
  }
  return false;
}

void list_directory(const fs::path& directory, const std::string& prefix, std::vector<InputFile>& files) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const std::string leaf = entry->path().filename().string();
    if (is_hidden_name(leaf)) continue;
    std::error_code gone;  // a file that goes away while we look is no input
    if (entry->is_directory(gone) && !entry->is_symlink(gone)) {
      if (!is_archive(entry->path())) list_directory(entry->path(), prefix + leaf + "/", files);
    } else if (entry->is_regular_file(gone)) {
      files.push_back({entry->path(), prefix + leaf});
    }
  }
  if (error) refuse(directory, error);
}

void add_directory(const fs::path& directory, InputList& list) {
  std::vector<InputFile> files;
  list_directory(directory, "", files);
  std::sort(files.begin(), files.end(),
            [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  for (InputFile& file : files) {
    (is_no_news_name(file.path.filename().string()) ? list.left_out : list.files).push_back(std::move(file));
  }
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& inputs, const fs::path& rejects_file) {
  InputList list;
  const auto is_rejects_file = [&](const fs::path& path) {
    std::error_code error;
    return !rejects_file.empty() && fs::equivalent(path, rejects_file, error);
  };
  for (const std::string& input : inputs) {
    const fs::path path(input);
    std::error_code error;
    if (input != "-" && !fs::exists(path, error)) {
      if (error) refuse(path, error);
      throw InputError("there is no file or directory " + one_line(input));
    }
    if (input != "-" && lies_in_archive(path))
      throw InputError(one_line(input) +
                       " lies in an archive of Broadsheet; name the dumps it was made from");
    if (is_rejects_file(path))
      throw InputError("--rejects " + one_line(input) + " is one of the inputs; name another file");
    if (input != "-" && fs::is_directory(path, error)) {
      add_directory(path, list);
    } else {
      list.files.push_back({path, path.filename().string()});
    }
  }
  std::erase_if(list.files, [&](const InputFile& file) { return is_rejects_file(file.path); });
  return list;
}

}  // namespace broadsheet
