// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace broadsheet::test {

/// Pages as news sites make them, written for these tests.
extern const char* const kNewsPage;       // linked data, much around the text
extern const char* const kPaywalledPage;  // a teaser and an offer
extern const char* const kLiveBlog;
extern const char* const kTablePage;  // of 1999
extern const char* const kArabicPage;
extern const char* const kMicrodataPage;
extern const char* const kIndexPage;
std::string japanese_page();  // in Shift_JIS

}  // namespace broadsheet::test
