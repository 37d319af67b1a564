// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/path_template.h"

#include <algorithm>
#include <set>

#include "common/error.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kCompressed[] = {".gz", ".bz2", ".xz", ".zst", ".lz4", ".lzma", ".lz", ".Z"};
constexpr std::size_t kLongestPath = 1024;

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
  throw InputError("--path '" + std::string(text) + "': " + why);
}

std::string_view last_parts(std::string_view path, std::size_t slashes) {
  for (std::size_t i = path.size(); i > 0; --i) {
    if (path[i - 1] != '/') continue;
    if (slashes == 0) return path.substr(i);
    --slashes;
  }
  return slashes == 0 ? path : std::string_view();
}

bool fits(Field field, std::string_view value) {
  if (value.empty() || value.find('/') != std::string_view::npos) return false;
  if (field != Field::Date && field != Field::Modified) return true;
  constexpr std::size_t longest_date = 40;
  return value.size() <= longest_date && is_digit(value[0]) &&
         std::count_if(value.begin(), value.end(), is_digit) >= 4;
}

std::string tidy(Field field, std::string_view value) {
  std::string text(value);
  if (field == Field::Title && text.find(' ') == std::string::npos)
    std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// Backtracking over where each field ends; what failed once is not tried again.
template <typename Parts>
class Match {
 public:
  Match(const Parts& parts, std::string_view tail, std::string_view path)
      : parts_(parts), tail_(tail), path_(path) {}

  bool from(std::size_t part, std::size_t position) {
    if (part == parts_.size()) return path_.substr(position) == tail_;
    if (!path_.substr(position).starts_with(parts_[part].literal)) return false;
    if (!tried_.emplace(part, position).second) return false;
    const std::size_t begin = position + parts_[part].literal.size();
    const std::string_view rest = path_.substr(begin, path_.substr(begin).find('/'));
    for (std::size_t length = 1; length <= rest.size(); ++length) {
      if (!fits(parts_[part].field, rest.substr(0, length)) || !from(part + 1, begin + length)) continue;
      values.insert(values.begin(), {parts_[part].field, tidy(parts_[part].field, rest.substr(0, length))});
      return true;
    }
    return false;
  }

  std::vector<std::pair<Field, std::string>> values;

 private:
  const Parts& parts_;
  std::string_view tail_;
  std::string_view path_;
  std::set<std::pair<std::size_t, std::size_t>> tried_;
};

}  // namespace

PathTemplate::PathTemplate(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    const std::string_view literal = rest.substr(0, open);
    if (open == rest.size()) {
      tail_ = literal;
      break;
    }
    const std::size_t close = rest.find('}', open);
    if (close == std::string_view::npos) refuse(text, "a { is not closed by }");
    if (!parts_.empty() && literal.empty()) refuse(text, "two fields need some text between them");
    const Field field = require_field(rest.substr(open + 1, close - open - 1), "--path");
    parts_.push_back({std::string(literal), field});
    rest.remove_prefix(close + 1);
  }
  if (parts_.empty()) refuse(text, "there is no field such as {date} in it");
  slashes_ = static_cast<std::size_t>(std::count(text.begin(), text.end(), '/'));
}

std::vector<std::pair<Field, std::string>> PathTemplate::match(std::string_view path) const {
  path = last_parts(path, slashes_);
  if (path.empty() || path.size() > kLongestPath) return {};
  Match found(parts_, tail_, path);
  if (found.from(0, 0)) return found.values;
  for (const std::string_view ending : kCompressed) {
    if (!path.ends_with(ending)) continue;
    Match unpacked(parts_, tail_, path.substr(0, path.size() - ending.size()));
    if (unpacked.from(0, 0)) return unpacked.values;
  }
  return {};
}

}  // namespace broadsheet
