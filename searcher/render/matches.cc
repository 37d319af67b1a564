// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/matches.h"

#include <algorithm>

#include "common/stems.h"
#include "searcher/query/stem_beginning.h"
#include "searcher/render/breaks.h"

namespace broadsheet {
namespace {

using Phrase = std::vector<MatchedForms::PhraseWord>;

bool matches(const MatchedForms::PhraseWord& form, const std::string& folded) {
  return form.prefix ? folded.starts_with(form.folded) : folded == form.folded;
}

bool stands_at(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) {
  if (phrase.size() > words.size() - at) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!matches(phrase[i], words[at + i].folded)) return false;
  }
  return true;
}

/// True if two marks read as one: "stock market", "Kuroda's", but not "market. Stock".
bool is_slight_gap(std::string_view gap) {
  return gap.size() <= 2 && gap.find_first_not_of(" ,;:-'/\"") == std::string_view::npos;
}

void append_mark(std::string_view text, Snippet::Mark mark, std::vector<Snippet::Mark>& marks) {
  const bool joins =
      !marks.empty() && (mark.begin <= marks.back().end ||
                         is_slight_gap(text.substr(marks.back().end, mark.begin - marks.back().end)));
  if (joins) {
    marks.back().end = std::max(marks.back().end, mark.end);
  } else {
    marks.push_back(mark);
  }
}

}  // namespace

FormFinder::FormFinder(const MatchedForms& forms, std::string_view language)
    : forms_(forms), language_(language) {
  for (const std::string& word : forms.exact) exact_.try_emplace(word, form_count_++);
  for (const std::string& word : forms.stemmed) {
    const std::string stemmed = stem(word, language);
    if (!stems_.try_emplace(stemmed, form_count_).second) continue;
    stem_beginnings_.push_back(has_stemmer(language) ? stem_beginning(stemmed, language) : stemmed);
    ++form_count_;
  }
  first_prefix_ = form_count_;
  first_fuzzy_ = first_prefix_ + forms.prefixes.size();
  for (const auto& [word, most] : forms.fuzzy) fuzzy_.emplace_back(word, most);
  first_phrase_ = first_fuzzy_ + forms.fuzzy.size();
  form_count_ = first_phrase_ + forms.phrases.size();
}

std::size_t FormFinder::form_of(const std::string& folded) const {
  if (const auto found = exact_.find(folded); found != exact_.end()) return found->second;
  if (may_have_stem(folded)) {
    if (const auto found = stems_.find(stem(folded, language_)); found != stems_.end()) return found->second;
  }
  for (std::size_t i = 0; i < forms_.prefixes.size(); ++i) {
    if (folded.starts_with(forms_.prefixes[i])) return first_prefix_ + i;
  }
  return fuzzy_form_of(folded);
}

bool FormFinder::may_have_stem(const std::string& folded) const {
  return std::any_of(stem_beginnings_.begin(), stem_beginnings_.end(),
                     [&](const std::string& beginning) { return folded.starts_with(beginning); });
}

std::size_t FormFinder::fuzzy_form_of(const std::string& folded) const {
  for (std::size_t i = 0; i < fuzzy_.size(); ++i) {
    if (edits_between(fuzzy_[i], folded) <= fuzzy_[i].most()) return first_fuzzy_ + i;
  }
  return kNoForm;
}

std::vector<FormMatch> FormFinder::find(const std::vector<Word>& words) const {
  std::vector<FormMatch> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (const std::size_t form = form_of(word.folded); form != kNoForm)
      found.push_back({word.begin, word.end, form});
    for (std::size_t p = 0; p < forms_.phrases.size(); ++p) {
      if (!stands_at(forms_.phrases[p], words, i)) continue;
      found.push_back({word.begin, words[i + forms_.phrases[p].size() - 1].end, first_phrase_ + p});
    }
  }
  return found;
}

std::vector<Snippet::Mark> marks_of(std::string_view text, const std::vector<FormMatch>& matches) {
  std::vector<Snippet::Mark> marks;
  if (matches.empty()) return marks;
  Breaks graphemes(Breaks::Of::Graphemes, text);
  for (const FormMatch& match : matches) {
    append_mark(text, {graphemes.at_or_before(match.begin), graphemes.at_or_after(match.end)}, marks);
  }
  return marks;
}

}  // namespace broadsheet
