// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/mediawiki_reader.h"

#include <optional>

#include "indexer/readers/sgml/element_cutter.h"
#include "indexer/readers/sgml/tag_scan.h"
#include "indexer/readers/web/wiki_page.h"

namespace broadsheet {

namespace {

class MediawikiReader : public RecordReader {
 public:
  explicit MediawikiReader(DumpSource source) : RecordReader(std::move(source)), pages_(input(), "page") {}
  std::string_view format() const override { return "mediawiki"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!site_) read_site();
    if (!pages_.find()) return end_of_dump();
    begun_ = true;
    const std::size_t length = pages_.length();
    DumpItem item = item_of(input().pending().substr(0, length));
    input().take(length);
    return item;
  }

 private:
  void read_site() {
    constexpr std::size_t longest = 1024 * 1024;
    std::size_t end = std::string_view::npos;
    while (end == std::string_view::npos && input().pending().size() < longest) {
      end = find_start_tag(input().pending(), "page", 0);
      if (end == std::string_view::npos && !input().grow()) break;
    }
    site_ = read_wiki_site(input().pending().substr(0, end));
  }

  DumpItem item_of(std::string_view page) {
    const std::uint64_t offset = input().offset();
    if (page.size() > kMaxRecordBytes) {
      return reject("the page is larger than 64 MiB: export its latest revision alone", offset, page);
    }
    if (!pages_.is_closed()) {
      if (page.size() < input().pending().size())
        return reject("the page is not closed with </page>", offset, page);
      return cut_off("the page is cut off at the end of the dump", offset, page);
    }
    DumpItem item = read_wiki_page(page, *site_);
    if (auto* record = std::get_if<Record>(&item)) record->offset = offset;
    if (auto* bad = std::get_if<Reject>(&item)) *bad = reject(bad->reason, offset, page);
    return item;
  }

  std::optional<DumpItem> end_of_dump() {
    if (std::exchange(begun_, true) || failed()) return std::nullopt;
    return reject("there is no <page> in it", 0, input().pending());
  }

  ElementCutter pages_;
  std::optional<WikiSite> site_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_mediawiki_reader(DumpSource source) {
  return std::make_unique<MediawikiReader>(std::move(source));
}

}  // namespace broadsheet
