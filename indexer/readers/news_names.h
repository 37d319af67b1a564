// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// True for the name of a file or folder that is hidden, or that an archiver adds (".DS_Store", "__MACOSX").
bool is_hidden_name(std::string_view leaf);

/// True for files that come with a collection and are no news: README*, LICENSE*, COPYING*, SOURCE.txt.
bool is_no_news_name(std::string_view leaf);

}  // namespace broadsheet
