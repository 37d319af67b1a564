// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/mail_reader.h"

#include <utility>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/mail_message.h"
#include "indexer/readers/wire/mail_text.h"

namespace broadsheet {

namespace {

std::string unquoted(std::string_view mbox) {
  std::string message;
  while (!mbox.empty()) {
    const std::size_t end = std::min(mbox.find('\n'), mbox.size() - 1) + 1;
    std::string_view line = mbox.substr(0, end);
    mbox.remove_prefix(end);
    const std::size_t quotes = std::min(line.find_first_not_of('>'), line.size());
    if (quotes > 0 && line.substr(quotes).starts_with("From ")) line.remove_prefix(1);
    message += line;
  }
  return message;
}

class MailReader : public RecordReader {
 public:
  explicit MailReader(DumpSource source) : RecordReader(std::move(source)) {}
  std::string_view format() const override { return "mail"; }

 protected:
  std::optional<DumpItem> read_item() override {
    if (!std::exchange(begun_, true)) begin();
    if (input().peek(1).empty()) return std::nullopt;
    const std::size_t end = is_mbox_ ? find_next() : whole();
    DumpItem item = item_of(input().pending().substr(0, end));
    input().take(end);
    return item;
  }

 private:
  void begin() {
    constexpr std::size_t longest_line = 400;
    while (!input().peek(1).empty() && is_space(input().pending()[0]))
      input().take(space_length(input().pending()));
    is_mbox_ = is_from_line(first_line(input().peek(longest_line)));
  }

  std::size_t whole() { return input().peek(kMaxRecordBytes + 1).size(); }

  DumpItem item_of(std::string_view bytes) {
    const std::uint64_t offset = input().offset();
    if (bytes.size() > kMaxRecordBytes) return reject("the mail is larger than 64 MiB", offset, bytes);
    if (bytes.size() == input().pending().size() && failed()) return cut_off("", offset, bytes);
    auto record = is_mbox_ ? read_mail(unquoted(after_first_line(bytes))) : read_mail(bytes);
    if (!record) return reject("it is no mail: no header can be read", offset, bytes);
    if (trim(record->title).empty() && trim(record->body).empty()) {
      return reject("the mail has neither subject nor text that can be read", offset, bytes);
    }
    record->offset = offset;
    return std::move(*record);
  }

  /// Where the next message's "From " line begins: behind an empty line.
  std::size_t find_next() {
    constexpr std::size_t longest_line = 400;
    std::size_t from = 1;
    while (true) {
      const std::size_t at = input().pending().find("\nFrom ", from);
      if (at == std::string_view::npos) {
        from = std::max(from, input().pending().size() - std::min<std::size_t>(input().pending().size(), 8));
        if (input().pending().size() > kMaxRecordBytes || !input().grow()) return input().pending().size();
        continue;
      }
      const std::string_view text = input().peek(at + longest_line);
      const bool is_after_blank =
          text[at - 1] == '\n' || (at > 1 && text[at - 1] == '\r' && text[at - 2] == '\n');
      if (is_after_blank && is_from_line(first_line(text.substr(at + 1)))) return at + 1;
      from = at + 1;
    }
  }

  bool begun_ = false;
  bool is_mbox_ = false;
};

}  // namespace

std::unique_ptr<DumpReader> make_mail_reader(DumpSource source) {
  return std::make_unique<MailReader>(std::move(source));
}

}  // namespace broadsheet
