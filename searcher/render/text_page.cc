// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text_page.h"

#include <algorithm>
#include <ostream>

#include "searcher/render/display.h"

namespace broadsheet {
namespace {

constexpr unsigned kFewestColumns = 40;
constexpr std::size_t kLongestUrl = 2000;  // terminals drop hyperlinks that are much longer

bool is_web_address(const std::string& url) {
  return url.size() <= kLongestUrl && (url.starts_with("http://") || url.starts_with("https://"));
}

/// OSC 8 takes printable ASCII only; the rest is percent-encoded (RFC 3986, section 2.1).
std::string percent_encoded(const std::string& url) {
  std::string encoded;
  for (char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      encoded += c;
    } else {
      encoded.append(1, '%')
          .append(1, "0123456789ABCDEF"[byte >> 4])
          .append(1, "0123456789ABCDEF"[byte & 15]);
    }
  }
  return encoded;
}

}  // namespace

TextPage::TextPage(const RenderOptions& options, std::ostream& stream)
    : out(stream), columns(std::max(options.columns, kFewestColumns)), terminal(options.terminal) {}

std::string bold(const TextPage& page, const std::string& safe_text) {
  return page.terminal ? "\x1b[1m" + safe_text + "\x1b[0m" : safe_text;
}

std::string highlighted(const TextPage& page, const std::string& safe_text) {
  return page.terminal ? "\x1b[1;31m" + safe_text + "\x1b[0m" : safe_text;
}

std::string linked(const TextPage& page, const std::string& url, const std::string& safe_text) {
  if (!page.terminal || !is_web_address(url)) return safe_text;
  return "\x1b]8;;" + percent_encoded(url) + "\x1b\\" + safe_text + "\x1b]8;;\x1b\\";
}

void write_hanging(const TextPage& page, const std::string& safe_label, const std::string& safe_text) {
  const std::size_t indent = display_width(safe_label);
  std::string before = safe_label;
  for (const std::string& line : wrap(safe_text, page.columns - std::min(indent, page.columns / 2))) {
    page.out << before << line << '\n';
    before.assign(indent, ' ');
  }
}

std::string shown_label(Facet facet, const FacetRow& row) {
  if (row.value == "none") return "(none)";
  const bool is_date = static_cast<std::size_t>(facet) >= kValueFacetCount;
  if (is_date && row.value == "undated") return "undated";
  if (is_date && row.value == "unknown") return std::string(info(facet).name) + " unknown";
  return single_line(row.label.empty() ? row.value : row.label) + (row.joined ? "*" : "");
}

}  // namespace broadsheet
