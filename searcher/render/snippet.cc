// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/snippet.h"

#include <algorithm>

#include "searcher/render/found_forms.h"
#include "searcher/render/passage.h"

namespace broadsheet {
namespace {

void append_squeezed(const std::string& from, std::string& to) {
  for (char c : from) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      to += c;
    } else if (!to.empty() && to.back() != ' ') {
      to += ' ';
    }
  }
}

BodyLine body_of(const Article& article) {
  BodyLine body;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role != Role::Body) continue;
    if (!body.text.empty() && body.text.back() != ' ') body.text += ' ';
    body.paragraphs.push_back(body.text.size());
    append_squeezed(paragraph.text, body.text);
  }
  if (body.text.ends_with(' ')) body.text.pop_back();
  return body;
}

std::vector<Snippet::Mark> within(const std::vector<Snippet::Mark>& marks, const TextRange& range) {
  std::vector<Snippet::Mark> inside;
  for (const Snippet::Mark& mark : marks) {
    if (mark.end <= range.begin || mark.begin >= range.end) continue;
    inside.push_back(
        {std::max(mark.begin, range.begin) - range.begin, std::min(mark.end, range.end) - range.begin});
  }
  return inside;
}

}  // namespace

Snippet make_snippet(const Article& article, const MatchedForms& forms, std::size_t max_bytes) {
  const BodyLine body = body_of(article);
  if (body.text.empty()) return {};
  const std::vector<Word> words = split_words(body.text);
  const FoundForms found = find_forms(forms, article.language, words, body.paragraphs);
  const Cluster cluster = best_cluster(found.matches, found.form_count, max_bytes * 3 / 4);
  const TextRange range = cut_passage(body, words, cluster, max_bytes);
  Snippet snippet;
  snippet.text = body.text.substr(range.begin, range.end - range.begin);
  snippet.marks = within(marks_of(body.text, found.matches), range);
  snippet.cut_before = range.begin > 0;
  snippet.cut_after = range.end < body.text.size();
  return snippet;
}

std::vector<Snippet::Mark> find_marks(const std::string& text, const std::string& language,
                                      const MatchedForms& forms) {
  if (forms.empty()) return {};
  return marks_of(text, find_forms(forms, language, split_words(text), {}).matches);
}

}  // namespace broadsheet
