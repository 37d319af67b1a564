// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/publishing.h"

#include <algorithm>
#include <array>

#include "common/fold.h"
#include "common/printable.h"
#include "indexer/normalise/article_values.h"
#include "indexer/normalise/dates/published_date.h"
#include "indexer/normalise/text/clean_text.h"

namespace broadsheet {
namespace {

struct StatusWord {
  std::string_view word;
  Publishing meaning;
};

constexpr std::array<StatusWord, 16> kStatusWords = {{
    {"canceled", Publishing::Killed},
    {"cancelled", Publishing::Killed},
    {"cancel", Publishing::Killed},
    {"kill", Publishing::Killed},
    {"killed", Publishing::Killed},
    {"mandatory kill", Publishing::Killed},
    {"withdraw", Publishing::Killed},
    {"withdrawn", Publishing::Killed},
    {"deleted", Publishing::Killed},
    {"recalled", Publishing::Killed},
    {"withheld", Publishing::Withheld},
    {"withhold", Publishing::Withheld},
    {"embargoed", Publishing::Withheld},
    {"draft", Publishing::Withheld},
    {"hold", Publishing::Withheld},
    {"unpublished", Publishing::Withheld},
}};

Notice hold(std::int64_t until, std::string reason) {
  return {Notice::Kind::Hold, {}, "", until, std::move(reason)};
}

Notice kill(const Record& record, std::string_view format, const NormaliseOptions& options) {
  Notice notice{Notice::Kind::Kill, replaced_identities(record, format, options), clean_line(record.id), 0,
                "killed by its publisher (status \"" + one_line(record.status, 40) + "\")"};
  if (!notice.id.empty()) notice.identities.push_back(identity_of_id(notice.id, record, format, options));
  if (notice.identities.empty()) {
    notice.kind = Notice::Kind::Hold;
    notice.reason = "a kill that names no article: remove it with --delete ID";
  }
  return notice;
}

}  // namespace

Publishing publishing_status(std::string_view status) {
  std::string word = fold_value(status);
  word.erase(0, word.find(':') + 1);
  const auto found = std::find_if(kStatusWords.begin(), kStatusWords.end(),
                                  [&](const StatusWord& known) { return known.word == word; });
  return found == kStatusWords.end() ? Publishing::Usable : found->meaning;
}

std::optional<Notice> read_notice(const Record& record, std::string_view format,
                                  const NormaliseOptions& options) {
  const Publishing status = publishing_status(clean_line(record.status));
  if (status == Publishing::Killed) return kill(record, format, options);
  const std::string embargo = clean_line(record.embargo);
  const Moment release =
      parse_published_date(embargo, options.default_offset_minutes, clean_line(record.language)).moment;
  if (release.known() && release.seconds > options.now)
    return hold(release.seconds, "held back until " + to_iso(release) + "; index it again then");
  if (status == Publishing::Withheld && !release.known())
    return hold(0, "withheld by its publisher (status \"" + one_line(record.status, 40) + "\")");
  return std::nullopt;
}

}  // namespace broadsheet
