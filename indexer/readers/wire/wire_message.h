// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

constexpr char kStartOfHeader = '\x01';
constexpr char kStartOfText = '\x02';
constexpr char kEndOfText = '\x03';
constexpr char kEndOfTransmission = '\x04';

/// The parts of a message that begins with SOH, as IPTC 7901 and ANPA 1312 have them: control characters of
/// ISO 646 part header, text and what follows the text. A part that is not there is empty.
struct WireMessage {
  std::string_view header;
  std::string_view text;
  std::string_view trailer;
  bool has_text = false;
};

WireMessage split_message(std::string_view bytes);

/// True if the header is one of ANPA 1312: only that parts its fields with US and says its format with device
/// controls.
bool is_anpa_header(std::string_view header);

/// The lines of a part, whatever ends them (CR LF, LF, CR CR LF, FF), without white space at their ends.
std::vector<std::string_view> wire_lines(std::string_view part);

/// Where a message's first SOH is, behind the padding that lines send before it (SYN, NUL, DEL, white space);
/// npos if something else stands there.
std::size_t find_wire_start(std::string_view head);

}  // namespace broadsheet
