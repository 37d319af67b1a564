// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parser.h"

#include "common/fold.h"
#include "searcher/query/date_words.h"
#include "searcher/query/grammar.h"
#include "searcher/query/letters.h"
#include "searcher/query/plain_words.h"
#include "searcher/query/trouble.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {
namespace {

/// Fields in groups are printed with each word, so a long query can grow; no query may print to more than can
/// be read.
void check_printed_size(const Query& query, const TypedText& typed) {
  constexpr std::size_t cannot_grow_beyond = max_query_letters / 10;
  if (typed.text().size() <= cannot_grow_beyond || count_letters(to_string(query)) <= max_query_letters)
    return;
  throw Trouble{0, "written out, it is longer than 10,000 characters", "fewer words"};
}

}  // namespace

ParsedQuery parse_query(std::string_view text, const ParseOptions& options) {
  const TypedText typed(text);
  try {
    ParsedQuery parsed = options.any_word ? read_plain_words(typed) : read_query(typed, options.today);
    check_printed_size(parsed.query, typed);
    return parsed;
  } catch (const Trouble& trouble) {
    throw QueryError(text, typed.typed_position(trouble.position), trouble.cause, trouble.remedy);
  }
}

DayRange parse_date(std::string_view text, std::int32_t today) {
  if (!is_utf8(text)) throw QueryError(text, 0, "it is not UTF-8 text", "2019, 2019-03 or 2019-03-05");
  try {
    return read_date({text, 0}, today);
  } catch (const Trouble& trouble) {
    throw QueryError(text, trouble.position, trouble.cause, trouble.remedy);
  }
}

}  // namespace broadsheet
