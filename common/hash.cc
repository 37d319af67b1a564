// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/hash.h"

// Words are hashed by the million: the call into the library would cost as much as the hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace broadsheet {

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string to_hex(std::uint64_t value) {
  std::string hex(16, '0');
  for (std::size_t i = hex.size(); i-- > 0; value >>= 4) hex[i] = "0123456789abcdef"[value & 15];
  return hex;
}

}  // namespace broadsheet
