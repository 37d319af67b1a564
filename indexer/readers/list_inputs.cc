// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>
#include <iterator>
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

/// Why what a path leads to is not read though it was named; empty if it is a file or a pipe.
std::string unreadable_kind(fs::file_type type) {
  if (type == fs::file_type::character || type == fs::file_type::block)
    return "it is a device, not a file; name a file, or - for standard input";
  if (type == fs::file_type::socket) return "it is a socket, not a file; name a file";
  return {};
}

/// Why an entry of a directory is neither listed nor read; empty if it is a file.
std::string no_file_reason(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  const bool is_link = entry.is_symlink(error);
  if (is_link && type == fs::file_type::directory)
    return "it is a link to a folder, which is not followed; name that folder to index it";
  if (type == fs::file_type::regular) return {};
  if (type == fs::file_type::fifo) return "it is a pipe; name the pipe itself to read what comes out of it";
  if (std::string reason = unreadable_kind(type); !reason.empty()) return reason;
  if (is_link) return "it is a link that leads nowhere; mend it, or take it away";
  return "it cannot be looked at: see who may read the folder";
}

void list_directory(const fs::path& directory, const std::string& prefix, InputList& list) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const std::string leaf = entry->path().filename().string();
    if (is_hidden_name(leaf)) continue;
    std::error_code gone;
    const auto type = entry->symlink_status(gone).type();
    if (type == fs::file_type::not_found) continue;  // gone while we look: it is no input
    const InputFile file{entry->path(), prefix + leaf};
    if (type == fs::file_type::directory) {
      if (!is_archive(file.path)) list_directory(file.path, file.name + "/", list);
    } else if (std::string reason = no_file_reason(*entry); !reason.empty()) {
      list.left_out.push_back({file, std::move(reason)});
    } else if (is_no_news_name(leaf)) {
      list.left_out.push_back({file, "not news by its name; name the file itself to index it"});
    } else {
      list.files.push_back(file);
    }
  }
  if (!error) return;
  if (prefix.empty()) refuse(directory, error);
  list.left_out.push_back({{directory, prefix}, "the folder cannot be listed: " + error.message()});
}

void add_directory(const fs::path& directory, InputList& list) {
  InputList found;
  list_directory(directory, "", found);
  std::sort(found.files.begin(), found.files.end(),
            [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  std::sort(found.left_out.begin(), found.left_out.end(),
            [](const LeftOut& a, const LeftOut& b) { return a.file.name < b.file.name; });
  std::move(found.files.begin(), found.files.end(), std::back_inserter(list.files));
  std::move(found.left_out.begin(), found.left_out.end(), std::back_inserter(list.left_out));
}

void add_named(const fs::path& path, InputList& list) {
  const InputFile file{path, path.filename().string()};
  std::error_code error;
  std::string reason = path == "-" ? "" : unreadable_kind(fs::status(path, error).type());
  if (reason.empty()) {
    list.files.push_back(file);
  } else {
    list.left_out.push_back({file, std::move(reason)});
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
      add_named(path, list);
    }
  }
  std::erase_if(list.files, [&](const InputFile& file) { return is_rejects_file(file.path); });
  return list;
}

}  // namespace broadsheet
