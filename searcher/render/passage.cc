// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/passage.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

#include "searcher/render/breaks.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLead = 80;     // bytes before the first match in which a sentence may begin
constexpr std::size_t kContext = 40;  // bytes before the first match where none does
constexpr std::size_t kSlack = 16;    // bytes that may be added rather than cut the last match

/// The beginnings of sentences and paragraphs from one place up to another, ascending.
std::vector<std::size_t> sentence_starts(const BodyLine& body, std::size_t from, std::size_t to) {
  constexpr std::size_t kRunUp =
      400;  // ICU sees this much text before, to know a full stop from an abbreviation
  const std::string_view text =
      std::string_view(body.text).substr(0, std::min(to + kRunUp, body.text.size()));
  std::size_t begin = from > kRunUp ? from - kRunUp : 0;
  while (begin > 0 && U8_IS_TRAIL(text[begin])) --begin;
  Breaks sentences(Breaks::Of::Sentences, text.substr(begin));
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; const auto next = sentences.after(at);) {
    at = *next;
    if (begin + at >= from && begin + at <= to) starts.push_back(begin + at);
  }
  for (std::size_t start : body.paragraphs) {
    if (start >= from && start <= to) starts.push_back(start);
  }
  std::sort(starts.begin(), starts.end());
  return starts;
}

bool opens(UChar32 c) {
  const std::uint32_t category = U_GET_GC_MASK(c);
  return (category & (U_GC_PS_MASK | U_GC_PI_MASK | U_GC_SC_MASK)) != 0 || c == '"' || c == '\'';
}

bool closes(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PO_MASK)) != 0;
}

/// With the quotation mark or bracket that stands right before a word.
std::size_t with_opening(std::string_view text, std::size_t begin) {
  constexpr std::size_t kMostBytes = 8;
  auto at = static_cast<std::int32_t>(begin);
  while (at > 0 && text[static_cast<std::size_t>(at) - 1] != ' ') {
    UChar32 c = 0;
    U8_PREV(text.data(), 0, at, c);
    if (!opens(c) || begin - static_cast<std::size_t>(at) > kMostBytes) return begin;
  }
  return static_cast<std::size_t>(at);
}

/// With the full stop, quotation mark or bracket that stands right behind a word.
std::size_t with_closing(std::string_view text, std::size_t end, std::size_t limit) {
  auto at = static_cast<std::int32_t>(end);
  while (static_cast<std::size_t>(at) < limit) {
    std::int32_t next = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), next, static_cast<std::int32_t>(limit), c);
    if (c < 0 || !closes(c)) break;
    at = next;
  }
  return static_cast<std::size_t>(at);
}

/// Cuts passages out of one body.
class Cutter {
 public:
  Cutter(const BodyLine& body, const std::vector<Word>& words, std::size_t max_bytes)
      : body_(body), words_(words), max_bytes_(max_bytes), graphemes_(Breaks::Of::Graphemes, body.text) {}

  TextRange passage(const Cluster& cluster) {
    const std::size_t begin = passage_begin(cluster);
    return {begin, passage_end(begin, cluster)};
  }

 private:
  std::size_t passage_begin(const Cluster& cluster) {
    const std::size_t size = cluster.end - cluster.begin;
    const std::size_t spare = max_bytes_ > size ? max_bytes_ - size : 0;
    const std::size_t earliest = cluster.begin - std::min({cluster.begin, spare, kLead});
    const auto starts = sentence_starts(body_, earliest, cluster.begin);
    if (!starts.empty()) return graphemes_.at_or_before(filled_up(starts.back()).value_or(starts.back()));
    const std::size_t context = cluster.begin - std::min({cluster.begin, spare / 2, kContext});
    const std::size_t word = word_at_or_after(std::min(context, longest_tail()), cluster.begin);
    return graphemes_.at_or_before(filled_up(cluster.begin).value_or(word));
  }

  /// Where the last max_bytes of the text begin.
  std::size_t longest_tail() const { return body_.text.size() - std::min(body_.text.size(), max_bytes_); }

  std::size_t word_at_or_after(std::size_t from, std::size_t limit) const {
    const auto word =
        std::partition_point(words_.begin(), words_.end(), [&](const Word& w) { return w.begin < from; });
    return word == words_.end() ? limit : std::min(limit, with_opening(body_.text, word->begin));
  }

  /// A match near the end of the text would leave room: the sentences before it are shown, too, if any begin
  /// there.
  std::optional<std::size_t> filled_up(std::size_t begin) const {
    if (begin <= longest_tail()) return std::nullopt;
    const auto starts = sentence_starts(body_, longest_tail(), begin);
    return starts.empty() ? std::nullopt : std::optional(starts.front());
  }

  std::size_t passage_end(std::size_t begin, const Cluster& cluster) {
    const std::string_view text = body_.text;
    std::size_t limit = begin + max_bytes_;
    if (cluster.end > limit && cluster.end - limit <= kSlack) limit = cluster.end;
    if (limit >= text.size()) return text.size();
    const auto behind =
        std::partition_point(words_.begin(), words_.end(), [&](const Word& w) { return w.end <= limit; });
    const std::size_t word_end = behind == words_.begin() ? 0 : std::prev(behind)->end;
    if (word_end > begin && word_end >= cluster.end) {
      return graphemes_.at_or_before(with_closing(text, word_end, limit));
    }
    const std::size_t cut = graphemes_.at_or_before(limit);
    return cut > begin ? cut : graphemes_.after(begin).value_or(text.size());
  }

  const BodyLine& body_;
  const std::vector<Word>& words_;
  std::size_t max_bytes_;
  Breaks graphemes_;
};

}  // namespace

TextRange cut_passage(const BodyLine& body, const std::vector<Word>& words, const Cluster& cluster,
                      std::size_t max_bytes) {
  return Cutter(body, words, max_bytes).passage(cluster);
}

}  // namespace broadsheet
