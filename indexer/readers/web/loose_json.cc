// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/loose_json.h"

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::string mend() {
    while (at_ < text_.size() && !(depth_ == 0 && !out_.empty())) {
      const char c = text_[at_++];
      in_string_ ? string_character(c) : character(c);
    }
    return std::move(out_);
  }

 private:
  void character(char c) {
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') {
      --depth_;
      drop_comma();
    }
    if (static_cast<unsigned char>(c) >= ' ' || is_space(c)) out_ += c;
  }

  void string_character(char c) {
    if (c == '\\') return escape();
    if (c == '"') in_string_ = false;
    if (c == '\n') {
      out_ += "\\n";
    } else if (static_cast<unsigned char>(c) < ' ') {
      out_ += ' ';
    } else {
      out_ += c;
    }
  }

  void escape() {
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    constexpr std::string_view known = "\"\\/bfnrtu";
    if (next == '\0' || known.find(next) == std::string_view::npos) return;
    out_ += '\\';
    out_ += next;
    ++at_;
  }

  void drop_comma() {
    const std::size_t last = out_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos && out_[last] == ',') out_.erase(last, 1);
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool in_string_ = false;
};

}  // namespace

std::string mend_json(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string_view::npos) return {};
  // "/*<![CDATA[*/" has a bracket of its own.
  const std::size_t marked = text.find("<![CDATA[");
  const std::size_t inside = marked == std::string_view::npos ? begin : text.find_first_of("{[", marked + 9);
  return Mender(text.substr(marked != std::string_view::npos && marked < begin &&
                                    inside != std::string_view::npos
                                ? inside
                                : begin))
      .mend();
}

}  // namespace broadsheet
