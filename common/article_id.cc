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

}  // namespace broadsheet
