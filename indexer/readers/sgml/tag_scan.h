// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Tags in markup that need not be well-formed, found by name in any case. Names are given in lower case.

/// Where the next <name> or <name ...> begins, or npos. A tag that text ends within counts once its name is
/// complete.
std::size_t find_start_tag(std::string_view text, std::string_view name, std::size_t from);

/// Where the next </name> begins, or npos.
std::size_t find_end_tag(std::string_view text, std::string_view name, std::size_t from);

/// What stands between <name ...> and </name>; nothing if there is no such tag. Without an end tag the
/// content goes on to the end of text; <name/> has none.
std::optional<std::string_view> tag_content(std::string_view text, std::string_view name);

/// The contents of all elements of that name, in order.
std::vector<std::string_view> tag_contents(std::string_view text, std::string_view name);

/// An attribute of the start tag that text begins with, quoted or not; empty if it is not there.
std::string_view tag_attribute(std::string_view text, std::string_view name);

}  // namespace broadsheet
