// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/packed_tag.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "tests/indexer/segment/mixed_texts.h"

using namespace broadsheet;
using namespace broadsheet::glass;

namespace {

constexpr std::size_t kLongestShort = 8'192;

std::size_t size_by_zlib(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  deflateEnd(&stream);
  return std::min<std::size_t>(stream.total_out, text.size());
}

/// Memory on both sides of which nothing may be touched.
class Island {
 public:
  Island() {
    REQUIRE(memory_ != MAP_FAILED);
    REQUIRE(mprotect(begin(), kSize, PROT_READ | PROT_WRITE) == 0);
  }
  ~Island() { munmap(memory_, kSize + 2 * kPage); }
  Island(const Island&) = delete;
  Island& operator=(const Island&) = delete;

  std::string_view at_begin(const std::string& text) {
    std::copy(text.begin(), text.end(), begin());
    return {begin(), text.size()};
  }
  std::string_view at_end(const std::string& text) {
    std::copy(text.begin(), text.end(), begin() + kSize - text.size());
    return {begin() + kSize - text.size(), text.size()};
  }

 private:
  static constexpr std::size_t kPage = 1 << 16;  // the largest of any machine
  static constexpr std::size_t kSize = 1 << 18;

  char* begin() const { return static_cast<char*>(memory_) + kPage; }

  void* memory_ = mmap(nullptr, kSize + 2 * kPage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
};

}  // namespace

TEST_CASE("a packed tag unpacks to what it was, and is smaller where it can be") {
  std::string all_bytes;
  for (int i = 0; i < 256; ++i) all_bytes.push_back(static_cast<char>(i));
  struct Case {
    std::string tag;
    bool compressed;
  };
  const Case cases[] = {
      {"", false},
      {"a", false},
      {"short", false},
      {std::string(18, 'a'), false},
      {"abcdefghijklmnopqrs", false},
      {std::string(64, 'a'), true},
      {std::string(64, '\0'), true},
      {all_bytes, false},
      {std::string(8'191, '\0'), true},
      {std::string(8'192, 'a'), true},
      {std::string(8'193, 'a'), true},
      {std::string(8'193, '\0'), true},
      {std::string(1'000'000, 'a'), true},
      {std::string(1'000'000, '\xff'), true},
  };
  TagPacker packer;
  for (int round = 0; round < 50; ++round) {
    for (const Case& c : cases) {
      CAPTURE(c.tag.size());
      const PackedTag packed = packer.pack(c.tag);
      CHECK(packed.compressed == c.compressed);
      CHECK(packed.bytes.size() <= c.tag.size());
      CHECK(unpack_tag(packed) == c.tag);
    }
  }
}

TEST_CASE("thousands of tags of all kinds through one packer unpack to themselves and never grow") {
  test::TextMaker make(1);
  TagPacker packer;
  for (int i = 0; i < 6'000; ++i) {
    const std::string tag = make.of_any_kind();
    CAPTURE(i);
    CAPTURE(tag.size());
    const PackedTag packed = packer.pack(tag);
    if (tag.size() <= kLongestShort) REQUIRE(packed.bytes.size() <= tag.size());
    REQUIRE(packed.bytes.size() <= tag.size() + 32);
    REQUIRE(unpack_tag(packed) == tag);
  }
}

TEST_CASE("long tags that cannot be made smaller are kept whole and grow by a few bytes") {
  test::TextMaker make(2);
  for (const std::size_t size : {8'193U, 65'535U, 65'536U, 65'537U, 200'000U, 1'000'000U}) {
    CAPTURE(size);
    std::string tag(size, '\0');
    for (char& c : tag) c = static_cast<char>(make.number(256));
    const PackedTag packed = TagPacker().pack(tag);
    CHECK(packed.compressed);
    CHECK(packed.bytes.size() < size + size / 1'000 + 32);
    CHECK(unpack_tag(packed) == tag);
  }
}

TEST_CASE("tags of many languages by turns come out about as small as by zlib, each and all") {
  test::TextMaker make(3);
  TagPacker packer;
  std::size_t ours = 0;
  std::size_t by_zlib = 0;
  for (std::size_t i = 0; i < 3'000; ++i) {
    const std::string tag = make.words(i % test::TextMaker::kLanguages, 200 + make.number(7'000));
    const std::size_t size = packer.pack(tag).bytes.size();
    CAPTURE(i);
    CHECK(size <= size_by_zlib(tag) * 5 / 4 + 64);
    ours += size;
    by_zlib += size_by_zlib(tag);
  }
  CAPTURE(by_zlib);
  CAPTURE(ours);
  CHECK(ours * 10 <= by_zlib * 11);
}

TEST_CASE("a change of language costs little") {
  test::TextMaker make(4);
  TagPacker packer;
  for (int i = 0; i < 2'000; ++i) packer.pack(make.words(0, 3'000));
  for (std::size_t language = 1; language < test::TextMaker::kLanguages; ++language) {
    CAPTURE(language);
    std::size_t ours = 0;
    std::size_t by_zlib = 0;
    for (int i = 0; i < 400; ++i) {
      const std::string tag = make.words(language, 3'000);
      ours += packer.pack(tag).bytes.size();
      by_zlib += size_by_zlib(tag);
    }
    CHECK(ours * 8 <= by_zlib * 9);
  }
}

TEST_CASE("nothing is read before or behind a tag") {
  test::TextMaker make(5);
  TagPacker packer;
  Island island;
  for (int i = 0; i < 2'000; ++i) {
    const std::string tag = make.of_any_kind();
    CAPTURE(tag.size());
    REQUIRE(unpack_tag(packer.pack(island.at_begin(tag))) == tag);
    REQUIRE(unpack_tag(packer.pack(island.at_end(tag))) == tag);
  }
}

TEST_CASE("what is compressed and damaged is refused") {
  const std::string whole = TagPacker().pack(std::string(1'000, 'a')).bytes;
  for (const std::string& bytes :
       {std::string(), whole.substr(0, whole.size() - 1), std::string(10, '\xff')}) {
    CAPTURE(bytes.size());
    CHECK_THROWS_AS(unpack_tag({bytes, true}), std::runtime_error);
  }
}
