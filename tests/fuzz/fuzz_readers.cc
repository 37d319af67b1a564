// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "indexer/readers/open_dump.h"

namespace {

/// Bytes in memory, in pieces as small as the input says.
class FuzzStream : public broadsheet::ByteStream {
 public:
  FuzzStream(std::string_view bytes, std::size_t chunk) : bytes_(bytes), chunk_(chunk) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t n = std::min({buffer.size(), chunk_, bytes_.size()});
    std::memcpy(buffer.data(), bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
  std::size_t chunk_;
};

void require(bool kept) {
  if (!kept) __builtin_trap();
}

/// What the contract says of every item.
void check(const broadsheet::DumpItem& item, std::uint64_t number) {
  std::visit([number](const auto& any) { require(any.number == number); }, item);
  if (const auto* reject = std::get_if<broadsheet::Reject>(&item)) {
    require(!reject->reason.empty() && reject->reason.find('\n') == std::string::npos);
    require(reject->first_bytes.size() <= 80);
  }
}

/// The format that the input's first byte picks; empty: to be recognised. BROADSHEET_FUZZ_FORMAT, if set, is
/// the format of all inputs.
std::string format_of(std::uint8_t first) {
  if (const char* only = std::getenv("BROADSHEET_FUZZ_FORMAT")) return only;
  const auto& formats = broadsheet::dump_formats();
  const std::size_t choice = first % (formats.size() + 1);
  return choice < formats.size() ? formats[choice] : "";
}

}  // namespace

/// Any bytes are records, rejects and skips. The first byte picks the format and how small the pieces are in
/// which the rest arrives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t chunk = std::size_t{1} << (data[0] / 16);
  broadsheet::ReadOptions options;
  options.format = format_of(data[0]);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto reader = broadsheet::make_reader(std::make_unique<FuzzStream>(bytes, chunk), "dump", options);
  std::uint64_t number = 0;
  while (const auto item = reader->next()) check(*item, ++number);
  require(!reader->next());
  return 0;
}
