// SPDX-License-Identifier: GPL-2.0-or-later
//
// The format: common/glass_format.h. Of the version file (Xapian 1.4.22, backends/glass/glass_version.cc): 0F
// 0D "Xapian Glass", 2 bytes version, 16 of UUID, uint revision; of each table uint root block, uint level <<
// 2 | sequential << 1 | absent, uint entries, uint block size >> 11, uint, string.
#include "searcher/archive/glass_table.h"

#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "common/glass_format.h"
#include "common/mapped_file.h"

namespace broadsheet {
namespace {

using namespace glass;

constexpr std::size_t kBranchHead = 5;

[[noreturn]] void damaged() {
  throw Xapian::DatabaseCorruptError("a table of a segment is damaged");
}

unsigned number_at(const unsigned char* place) {
  return unsigned{place[0]} << 8 | place[1];
}

std::string_view text_at(const unsigned char* place, std::size_t size) {
  return {reinterpret_cast<const char*>(place), size};
}

/// Of keys; what the standard library has is a call of its own.
inline bool is_less(std::string_view a, std::string_view b) {
  const int order = std::memcmp(a.data(), b.data(), std::min(a.size(), b.size()));
  return order < 0 || (order == 0 && a.size() < b.size());
}

// --- The version file
// ---------------------------------------------------------------------------------------------

[[noreturn]] void not_readable() {
  throw Xapian::DatabaseVersionError("a segment is no glass database as this program reads them");
}

/// Takes numbers and strings off the front of a version file.
class VersionReader {
 public:
  explicit VersionReader(std::string_view bytes) : bytes_(bytes) {}

  void expect(std::string_view start) {
    if (!bytes_.starts_with(start)) not_readable();
    bytes_.remove_prefix(start.size());
  }
  void skip(std::size_t bytes) {
    if (bytes_.size() < bytes) not_readable();
    bytes_.remove_prefix(bytes);
  }
  std::uint64_t number() {
    constexpr unsigned kMostBits = 63;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < kMostBits; shift += 7) {
      if (bytes_.empty()) not_readable();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) return value;
    }
    not_readable();
  }

 private:
  std::string_view bytes_;
};

struct Root {
  std::uint64_t block = 0;
  std::uint64_t level = 0;
  bool absent = false;
};

/// tables_before: postlist, docdata, termlist, position is their order.
Root root_of(std::string_view version_file, int tables_before) {
  constexpr std::string_view kStart("\x0f\x0dXapian Glass\x04\x6e", 16);
  constexpr std::size_t kUuidBytes = 16;
  VersionReader reader(version_file);
  reader.expect(kStart);
  reader.skip(kUuidBytes);
  reader.number();  // revision
  Root root;
  for (int table = 0; table <= tables_before; ++table) {
    root.block = reader.number();
    const std::uint64_t level = reader.number();
    root.level = level >> 2;
    root.absent = (level & 1) != 0;
    reader.number();  // entries
    if (reader.number() != kBlockBytes >> 11) not_readable();
    reader.number();  // from which size on tags are compressed
    reader.skip(reader.number());
  }
  return root;
}

}  // namespace

GlassTable GlassTable::open(const std::filesystem::path& database, Name name) {
  const bool is_postlist = name == Name::Postlist;
  std::ifstream file(database / "iamglass", std::ios::binary);
  const std::string version{std::istreambuf_iterator<char>(file), {}};
  const Root root = root_of(version, is_postlist ? 0 : 3);
  GlassTable table;
  if (root.absent) return table;
  const MappedFile mapped =
      map_file(database / (is_postlist ? "postlist.glass" : "position.glass"), Paging::Scattered);
  if (!mapped.owner) throw Xapian::DatabaseOpeningError("cannot map a table of a segment");
  if (root.level >= kMostLevels || root.block >= mapped.bytes.size() / kBlockBytes) not_readable();
  table.owner_ = mapped.owner;
  table.bytes_ = mapped.bytes;
  table.root_ = static_cast<std::uint32_t>(root.block);
  table.level_ = static_cast<unsigned>(root.level);
  return table;
}

// --- Looking for entries
// ------------------------------------------------------------------------------------------

GlassCursor::Place GlassCursor::open(std::uint32_t block, unsigned level) const {
  if (block >= table_.bytes_.size() / kBlockBytes) damaged();
  Place place;
  place.block = reinterpret_cast<const unsigned char*>(table_.bytes_.data()) + block * kBlockBytes;
  const unsigned end = number_at(place.block + kDirectoryEndPlace);
  if (place.block[kLevelPlace] != level || end <= kHeaderBytes || end > kBlockBytes) damaged();
  place.items = (end - kHeaderBytes) / 2;
  return place;
}

GlassCursor::Item GlassCursor::item(const Place& place) {
  const std::size_t at = number_at(place.block + kHeaderBytes + 2 * std::size_t{place.at});
  if (at + kLeafItemHeader > kBlockBytes) damaged();
  const unsigned char* const begin = place.block + at;
  Item item;
  item.head = number_at(begin);
  const std::size_t size = (item.head & kItemSize) + kLeafItemHeader;
  const bool is_first = (item.head & kFirstPiece) != 0;
  const std::size_t key_end = kLeafItemHeader + begin[2];
  const std::size_t rest = key_end + (is_first ? 0 : 2);
  if (at + size > kBlockBytes || rest > size) damaged();
  item.key = text_at(begin + kLeafItemHeader, begin[2]);
  item.rest = text_at(begin + rest, size - rest);
  if (!is_first) item.piece = number_at(begin + key_end);
  return item;
}

GlassCursor::Item GlassCursor::branch_item(const Place& place) {
  const std::size_t at = number_at(place.block + kHeaderBytes + 2 * std::size_t{place.at});
  if (at + kBranchHead > kBlockBytes) damaged();
  const unsigned char* const begin = place.block + at;
  const std::size_t key_end = kBranchHead + begin[4];
  if (at + key_end + 2 > kBlockBytes) damaged();
  Item item;
  item.child = std::uint32_t{number_at(begin)} << 16 | number_at(begin + 2);
  item.key = text_at(begin + kBranchHead, begin[4]);
  item.piece = number_at(begin + key_end);
  return item;
}

/// The key of an item of a leaf alone.
inline std::string_view GlassCursor::leaf_key(const Place& leaf, unsigned at) {
  const std::size_t begin = number_at(leaf.block + kHeaderBytes + 2 * std::size_t{at});
  if (begin + kLeafItemHeader > kBlockBytes) damaged();
  const std::size_t size = leaf.block[begin + 2];
  if (begin + kLeafItemHeader + size > kBlockBytes) damaged();
  return text_at(leaf.block + begin + kLeafItemHeader, size);
}

/// If what is sought is in the leaf, from where it can be: the first item that is not less is at from or
/// behind it, and not behind to.
bool GlassCursor::narrow(std::string_view key, unsigned& from, unsigned& to) const {
  const Place& leaf = path_[0];
  if (leaf.block == nullptr) return false;
  to = leaf.items - 1;
  if (is_less(leaf_key(leaf, leaf.at), key)) {
    from = leaf.at + 1;
    for (unsigned step = 1; from + step < to; step *= 2) {
      if (is_less(leaf_key(leaf, from + step), key)) {
        from += step + 1;
      } else {
        to = from + step;
        return true;
      }
    }
    return from <= to && !is_less(leaf_key(leaf, to), key);
  }
  from = 0;
  to = leaf.at;
  return !is_less(key, leaf_key(leaf, 0));
}

/// To the leaf that the first piece of an entry with this key is in, if there is one.
void GlassCursor::descend(std::string_view key) {
  std::uint32_t block = table_.root_;
  for (unsigned level = table_.level_; level > 0; --level) {
    Place& place = path_[level] = open(block, level);
    for (unsigned beyond = place.items; beyond - place.at > 1;) {
      Place middle = place;
      middle.at = place.at + (beyond - place.at) / 2;
      const Item here = branch_item(middle);
      const int order = here.key.compare(key);
      if (order < 0 || (order == 0 && here.piece <= 1)) {
        place.at = middle.at;
      } else {
        beyond = middle.at;
      }
    }
    block = branch_item(place).child;
  }
  path_[0] = open(block, 0);
}

bool GlassCursor::next_leaf() {
  unsigned level = 1;
  while (level <= table_.level_ && path_[level].at + 1 >= path_[level].items) ++level;
  if (level > table_.level_) return false;
  ++path_[level].at;
  for (; level > 0; --level) path_[level - 1] = open(branch_item(path_[level]).child, level - 1);
  return true;
}

bool GlassCursor::next_item() {
  Place& leaf = path_[0];
  if (leaf.at + 1 == leaf.items) return next_leaf();
  ++leaf.at;
  return true;
}

bool GlassCursor::seek(std::string_view key) {
  if (table_.bytes_.empty()) return false;
  unsigned begin = 0;
  unsigned end = 0;
  if (!narrow(key, begin, end)) {
    descend(key);
    begin = 0;
    end = path_[0].items;
  }
  Place& leaf = path_[0];
  while (begin < end) {
    const unsigned middle = begin + (end - begin) / 2;
    if (is_less(leaf_key(leaf, middle), key)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  leaf.at = begin;
  if (begin == leaf.items && !next_leaf()) {
    leaf = {};
    return false;
  }
  found_ = item(leaf);
  if ((found_.head & kFirstPiece) == 0 || is_less(found_.key, key)) damaged();
  return true;
}

bool GlassCursor::next() {
  do {
    if (!next_item()) return false;
    found_ = item(path_[0]);
  } while ((found_.head & kFirstPiece) == 0);
  return true;
}

std::string_view GlassCursor::tag(std::string& buffer) const {
  Item here = found_;
  if ((here.head & kCompressed) != 0) damaged();
  if ((here.head & kLastPiece) != 0) return here.rest;
  const std::string_view key = here.key;
  buffer = here.rest;
  GlassCursor ahead = *this;
  for (unsigned piece = 2; (here.head & kLastPiece) == 0; ++piece) {
    if (!ahead.next_item()) damaged();
    here = item(ahead.path_[0]);
    if ((here.head & kFirstPiece) != 0 || here.key != key || here.piece != piece) damaged();
    buffer += here.rest;
  }
  return buffer;
}

}  // namespace broadsheet
