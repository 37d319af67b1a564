// SPDX-License-Identifier: GPL-2.0-or-later
#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "indexer/segment/tag_deflater.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kCacheLine = 64;
constexpr std::string_view kEmptyBlock("\x01\x00\x00\xff\xff", 5);  // stored, the last

/// At most, of a text: stored, each block with a head of five bytes. With it ISA-L never runs out of room.
constexpr std::size_t deflated_bound(std::size_t size) {
  constexpr std::size_t kHead = 5;
  constexpr std::size_t kLargestBlock = 65'535;
  constexpr std::size_t kAtOnce = 16;
  return size + (size / kLargestBlock + 1) * kHead + kAtOnce;
}

uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<uint8_t*>(const_cast<char*>(text.data()));
}

/// What ISA-L works in, large: one for each thread.
class Workspace {
 public:
  using Room = std::array<char, deflated_bound(kShortTag)>;

  static Workspace& of_thread() {
    thread_local const auto workspace = std::make_unique<Workspace>();
    return *workspace;
  }

  /// A stream by a code made for this text; with FULL_FLUSH the start of one, which ends on a whole byte.
  std::size_t deflate_by_own_code(std::string_view text, char* out, std::size_t size, uint16_t flush) {
    isal_deflate_stateless_init(&stream_);
    stream_.level = 1;
    stream_.level_buf = level_buffer_.data();
    stream_.level_buf_size = static_cast<uint32_t>(level_buffer_.size());
    stream_.flush = flush;
    return deflate(text, out, size);
  }

  std::string_view deflate_by_own_code(std::string_view text, Room& out) {
    return {out.data(), deflate_by_own_code(text, out.data(), out.size(), NO_FLUSH)};
  }

  std::string_view deflate_by(isal_hufftables& code, std::string_view text, Room& out) {
    isal_deflate_stateless_init(&stream_);
    stream_.hufftables = &code;
    return {out.data(), deflate(text, out.data(), out.size())};
  }

  Room first;
  Room second;

 private:
  std::size_t deflate(std::string_view text, char* out, std::size_t size) {
    stream_.next_in = bytes_of(text);
    stream_.avail_in = static_cast<uint32_t>(text.size());
    stream_.end_of_stream = stream_.flush == NO_FLUSH ? 1 : 0;
    stream_.next_out = reinterpret_cast<uint8_t*>(out);
    stream_.avail_out = static_cast<uint32_t>(size);
    if (isal_deflate_stateless(&stream_) != COMP_OK) throw std::logic_error("deflate did not finish");
    return stream_.total_out;
  }

  alignas(kCacheLine) isal_zstream stream_{};
  alignas(kCacheLine) std::array<uint8_t, ISAL_DEF_LVL1_SMALL> level_buffer_{};
};

/// Of scripts, so far as the first bytes of their characters tell them apart in UTF-8.
constexpr std::size_t kScripts = 9;

std::size_t script_of(unsigned char byte) {
  constexpr std::array<unsigned char, kScripts - 1> kFirstBytes{
      0xc2,  // Latin with many marks
      0xcd,  // Greek
      0xd0,  // Cyrillic
      0xd4,  // Armenian, Hebrew
      0xd8,  // Arabic, Syriac
      0xe0,  // of India and the south east
      0xe3,  // Japanese, Chinese
      0xea,  // Korean and what is rare
  };
  return static_cast<std::size_t>(std::upper_bound(kFirstBytes.begin(), kFirstBytes.end(), byte) -
                                  kFirstBytes.begin());
}

/// The one that most of a few places are of, 0 where it is Latin or none. At each place three bytes are
/// looked at, one of which begins a character in all but the rarest scripts.
std::size_t script_of(std::string_view text) {
  constexpr std::size_t kPlaces = 24;
  constexpr std::size_t kBytes = 3;
  constexpr unsigned kEnough = kPlaces / 4;
  std::array<unsigned, kScripts> times{};
  const std::size_t step = std::max(text.size() / kPlaces, kBytes);
  for (std::size_t place = 0; place + kBytes <= text.size(); place += step) {
    for (std::size_t i = place; i < place + kBytes; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte >= 0xc2) ++times[script_of(byte)];
    }
  }
  const auto most = std::max_element(times.begin(), times.end());
  return *most < kEnough ? 0 : static_cast<std::size_t>(most - times.begin());
}

/// Long texts repeat themselves more, and from farther away.
constexpr std::size_t kSizes = 4;

std::size_t size_class(std::size_t size) {
  const std::size_t kilobytes = size >> 10;
  return std::min<std::size_t>(std::bit_width(kilobytes), kSizes - 1);
}

}  // namespace

/// A Huffman code for texts of one kind. It is made of the counts of a sample of them, for the first time
/// soon and then again and again; what is longer ago counts less.
class TagDeflater::Code {
 public:
  /// Whether to learn from the next text.
  bool is_next_sampled() {
    const std::uint64_t number = seen_++;
    return number < kAllSampled || number % kSampled == 0;
  }

  void learn(std::string_view text) {
    isal_update_histogram(bytes_of(text), static_cast<int>(text.size()), &counts_);
    if (--missing_ == 0) make();
  }

  bool is_made() const { return is_made_; }
  isal_hufftables& tables() { return tables_; }

  /// Of a text deflated by this code: whether it came out an eighth larger, or more, than texts mostly do.
  /// The code itself stands before each.
  bool is_poor(std::size_t size, std::size_t deflated_size) {
    const std::size_t body = deflated_size - std::min<std::size_t>(deflated_size, tables_.deflate_hdr_count);
    const bool is_poor = body * all_text_ * 8 > all_bodies_ * size * 9;
    all_text_ += size;
    all_bodies_ += body;
    return is_poor;
  }

 private:
  static constexpr unsigned kAllSampled = 16;  // texts, at first
  static constexpr unsigned kSampled = 32;     // one of so many
  static constexpr unsigned kFirstTime = 4;    // samples
  static constexpr unsigned kEachTime = 64;

  void make() {
    is_made_ = isal_create_hufftables(&tables_, &counts_) == 0;
    for (std::uint64_t& count : counts_.lit_len_histogram) count /= 2;
    for (std::uint64_t& count : counts_.dist_histogram) count /= 2;
    all_text_ /= 2;
    all_bodies_ /= 2;
    wanted_ = std::min(wanted_ * 2, kEachTime);
    missing_ = wanted_;
  }

  isal_huff_histogram counts_{};
  isal_hufftables tables_{};
  bool is_made_ = false;
  std::uint64_t seen_ = 0;
  unsigned wanted_ = kFirstTime;
  unsigned missing_ = kFirstTime;
  std::uint64_t all_text_ = 0;
  std::uint64_t all_bodies_ = 0;
};

TagDeflater::TagDeflater() = default;
TagDeflater::~TagDeflater() = default;

TagDeflater::Code& TagDeflater::code_for(std::string_view tag) {
  static_assert(kScripts * kSizes == kCodes);
  std::unique_ptr<Code>& code = codes_[script_of(tag) * kSizes + size_class(tag.size())];
  if (!code) code = std::make_unique<Code>();
  return *code;
}

std::string_view TagDeflater::deflate_short(std::string_view tag) {
  Workspace& workspace = Workspace::of_thread();
  Code& code = code_for(tag);
  const bool is_sample = code.is_next_sampled();
  if (is_sample) code.learn(tag);
  if (!code.is_made()) return workspace.deflate_by_own_code(tag, workspace.first);
  const std::string_view deflated = workspace.deflate_by(code.tables(), tag, workspace.first);
  if (!code.is_poor(tag.size(), deflated.size())) return deflated;
  if (!is_sample) code.learn(tag);  // so that a change is soon learnt
  const std::string_view other = workspace.deflate_by_own_code(tag, workspace.second);
  return other.size() < deflated.size() ? other : deflated;
}

std::string TagDeflater::deflate_long(std::string_view tag) {
  if (tag.size() > std::numeric_limits<uint32_t>::max() / 2)
    throw std::length_error("a document is too large");
  std::string out(deflated_bound(tag.size()) + kEmptyBlock.size(), '\0');
  out.resize(Workspace::of_thread().deflate_by_own_code(tag, out.data(), out.size(), FULL_FLUSH));
  out += kEmptyBlock;
  return out;
}

}  // namespace broadsheet::glass
