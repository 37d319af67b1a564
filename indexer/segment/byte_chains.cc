// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/byte_chains.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace broadsheet::glass {
namespace {

constexpr std::uint16_t kFirstPieceBytes = 12;
constexpr std::uint16_t kLongestPieceBytes = 6144;  // 12 * 2^9

}  // namespace

ByteChains::ByteChains() {
  allocate(kLinkBytes);  // place 0 stands for none
}

std::uint16_t ByteChains::next_size(std::uint16_t size) {
  return size == 0 ? kFirstPieceBytes
                   : static_cast<std::uint16_t>(std::min<unsigned>(size * 2U, kLongestPieceBytes));
}

std::uint32_t ByteChains::allocate(std::size_t bytes) {
  bytes = (bytes + 3) / 4 * 4;
  const std::size_t left = slabs_.size() * kSlabBytes - used_;
  if (left < bytes) {
    used_ = slabs_.size() * kSlabBytes;
    if (used_ / 4 > UINT32_MAX - kSlabBytes / 4) throw std::length_error("too much text in memory at once");
    slabs_.emplace_back(LargePages<char>().allocate(kSlabBytes));
  }
  const std::size_t place = used_;
  used_ += bytes;
  return static_cast<std::uint32_t>(place / 4);
}

void ByteChains::add_piece(Chain& chain) {
  chain.size = next_size(chain.size);
  const std::uint32_t piece = allocate(kLinkBytes + chain.size);
  if (chain.first == 0) {
    chain.first = piece;
  } else {
    std::memcpy(at(chain.last), &piece, kLinkBytes);
  }
  chain.last = piece;
  chain.used = 0;
}

void ByteChains::append_in_pieces(Chain& chain, std::string_view bytes) {
  while (!bytes.empty()) {
    if (chain.used == chain.size) add_piece(chain);
    const std::size_t taken = std::min<std::size_t>(bytes.size(), chain.size - chain.used);
    std::memcpy(at(chain.last) + kLinkBytes + chain.used, bytes.data(), taken);
    chain.used = static_cast<std::uint16_t>(chain.used + taken);
    bytes.remove_prefix(taken);
  }
}

void ByteChains::read(const Chain& chain, std::string& out) const {
  out.clear();
  std::uint16_t size = 0;
  for (std::uint32_t piece = chain.first; piece != 0;) {
    size = next_size(size);
    const char* start = at(piece);
    out.append(start + kLinkBytes, piece == chain.last ? chain.used : size);
    if (piece == chain.last) break;
    std::memcpy(&piece, start, kLinkBytes);
  }
}

}  // namespace broadsheet::glass
