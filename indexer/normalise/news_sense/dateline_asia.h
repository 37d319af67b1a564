// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/normalise/news_sense/dateline.h"

namespace broadsheet {

/// Datelines as Chinese, Japanese and Korean agencies print them: "新华社北京3月5日电（记者 ...）",
/// "【北京時事】", "［東京 5日 ロイター］ -", "(서울=연합뉴스) ... 기자 =".
std::optional<Dateline> find_asian_dateline(std::string_view paragraph);

}  // namespace broadsheet
