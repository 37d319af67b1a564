// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/article_id.h"

#include "common/hash.h"

namespace broadsheet {

bool names_article(std::string_view id, std::string_view identity) {
  constexpr std::size_t kShortestHash = 6;
  if (id.empty()) return false;
  if (identity == id) return true;
  if (identity.size() > id.size() && identity.ends_with(id) &&
      identity[identity.size() - id.size() - 1] == ':')
    return true;
  return id.size() >= kShortestHash && to_hex(hash64(identity)).starts_with(id);
}

std::string encode_id(std::string_view id, std::string_view identity) {
  constexpr std::size_t kMostBytes = 255;
  if (!id.empty() && id.size() <= kMostBytes && identity.ends_with(id))
    return std::string(1, static_cast<char>(id.size()));
  return std::string(1, '\0').append(id);
}

std::optional<std::string_view> decode_id(std::string_view encoded, std::string_view identity) {
  if (encoded.empty()) return {};
  const auto size = static_cast<unsigned char>(encoded.front());
  if (size == 0) return encoded.substr(1);
  if (encoded.size() > 1 || size > identity.size()) return {};
  return identity.substr(identity.size() - size);
}

}  // namespace broadsheet
