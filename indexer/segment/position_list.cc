// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/position_list.h"

#include <bit>

#include "common/glass_format.h"

namespace broadsheet::glass {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// value < limit; limit at most 2^32.
  void write(std::uint64_t value, std::uint64_t limit) {
    auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - limit;
    if (spare != 0) {
      const std::uint64_t short_begin = (limit - spare) / 2;
      if (value >= short_begin + spare) {
        value = (value - short_begin - spare) | (std::uint64_t{1} << (bits - 1));
      } else if (value >= short_begin) {
        --bits;
      }
    }
    pending_ |= value << pending_bits_;
    for (pending_bits_ += bits; pending_bits_ >= 8; pending_bits_ -= 8, pending_ >>= 8)
      out_.push_back(static_cast<char>(pending_));
  }

  void finish() {
    if (pending_bits_ > 0) out_.push_back(static_cast<char>(pending_));
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned pending_bits_ = 0;
};

/// Writes what lies between the positions at begin and last, which are known.
void interpolate(BitWriter& bits, std::span<const Xapian::termpos> positions, std::size_t begin,
                 std::size_t last) {
  while (begin + 1 < last) {
    const std::size_t middle = begin + (last - begin) / 2;
    const std::uint64_t lowest = positions[begin] + (middle - begin);
    const std::uint64_t choices = positions[last] - positions[begin] - (last - begin) + 1;
    bits.write(positions[middle] - lowest, choices);
    interpolate(bits, positions, begin, middle);
    begin = middle;
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const Xapian::termpos> positions) {
  const Xapian::termpos last = positions.back();
  append_uint(out, last);
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.write(positions.front(), last);
  bits.write(positions.size() - 2, last - positions.front());
  interpolate(bits, positions, 0, positions.size() - 1);
  bits.finish();
}

}  // namespace broadsheet::glass
