// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet {

// Gzip packs 1,032 bytes into one at most; news, 3 to 10; the same article again and again, some 200.
constexpr std::uint64_t kMostPerByte = 1000;
constexpr std::uint64_t kAlwaysUnpacked = std::uint64_t{1} << 30;

/// True once so many packed bytes have unpacked to more than any file of news does.
constexpr bool is_unpacking_bomb(std::uint64_t unpacked, std::uint64_t packed) {
  return unpacked > kAlwaysUnpacked && unpacked / kMostPerByte > packed;
}

/// What is said of such a file.
inline std::string unpacking_bomb_reason() {
  return "it unpacks to more than " + std::to_string(kMostPerByte) +
         " times its size and more than 1 GiB, as no news does: unpacking stopped here; if it is right, "
         "unpack it first and name what comes out";
}

}  // namespace broadsheet
