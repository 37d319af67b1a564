// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/seal.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/hash.h"

namespace broadsheet {

std::string make_seal(std::string_view text) {
  return R"(,"checksum":")" + to_hex(hash64(text)) + "\"}\n";
}

Seal check_seal(std::string_view text) {
  const std::size_t size = make_seal("").size();
  if (text.size() < size) return Seal::None;
  const std::string expected = make_seal(text.substr(0, text.size() - size));
  const std::string_view found = text.substr(text.size() - size);
  if (found == expected) return Seal::Whole;
  // Half of a seal are the digits: they differ if the text was changed, the rest if the seal itself was.
  const auto equal = std::inner_product(expected.begin(), expected.end(), found.begin(), std::size_t{0},
                                        std::plus<>(), std::equal_to<>());
  return equal >= size / 2 ? Seal::Broken : Seal::None;
}

}  // namespace broadsheet
