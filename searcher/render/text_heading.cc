// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "common/printable.h"
#include "searcher/render/display.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

std::string query_part(const ResponseHead& head) {
  const std::string label = head.query_id.empty() ? "Query  " : "Query " + single_line(head.query_id) + "  ";
  if (head.query.empty()) return head.query_id.empty() ? "All articles" : label + "All articles";
  const std::string mode = head.query_mode.empty() ? "" : " (" + single_line(head.query_mode) + ")";
  return label + single_line(head.query) + mode;
}

/// The query, then its filters, each kept whole where a line can hold it.
void write_question(const TextPage& page, const ResponseHead& head) {
  std::string line = query_part(head);
  for (const std::string& filter : head.filters) {
    const std::string part = single_line(filter);
    if (display_width(line) + 3 + display_width(part) > page.columns) {
      write_hanging(page, "", line);
      line = part;
    } else {
      line += "   " + part;
    }
  }
  write_hanging(page, "", line);
}

std::string_view order_words(const ResponseHead& head) {
  if (head.ranked) return "best first";
  return head.oldest_first ? "oldest first" : "newest first";
}

std::string matches_part(const ResponseHead& head) {
  if (head.matches == 0) return "No articles.";
  std::string text = counted(head.matches, "article");
  if (head.matches == 1) return text + '.';
  text += " in " + counted_stories(head.stories);
  if (head.first == 0) return text + '.';
  text.append(", ").append(order_words(head));
  text += ", " + std::to_string(head.first);
  return head.first == head.last ? text + '.' : text + '-' + std::to_string(head.last) + '.';
}

std::string left_out_part(const ResponseHead& head) {
  std::string text;
  if (head.left_out_undated > 0) text += std::to_string(head.left_out_undated) + " undated";
  if (head.left_out_imprecise > 0) {
    text += (text.empty() ? "" : ", ") + std::to_string(head.left_out_imprecise) + " imprecise";
  }
  return text.empty() ? "" : "  Left out: " + text;
}

void write_explanation(const TextPage& page, const std::string& explanation) {
  const std::string safe = printable(explanation);
  page.out << '\n' << safe << (safe.ends_with('\n') ? "\n" : "\n\n");
}

}  // namespace

void write_heading(const TextPage& page, const ResponseHead& head) {
  write_question(page, head);
  for (const std::string& notice : head.notices) write_hanging(page, "Note: ", single_line(notice));
  for (const std::string& untagged : head.untagged) write_hanging(page, "Note: ", single_line(untagged));
  if (!head.explanation.empty()) write_explanation(page, head.explanation);
  write_hanging(page, "", matches_part(head) + left_out_part(head));
  for (const Suggestion& suggestion : head.suggestions) {
    write_hanging(page, "Did you mean: ",
                  single_line(suggestion.query) + "  (" + counted(suggestion.matches, "article") + ")");
  }
  if (head.matches > 0) return;
  for (const WithoutClause& without : head.without) {
    write_hanging(page, "",
                  "Without " + single_line(without.clause) + ": " + std::to_string(without.matches));
  }
}

}  // namespace broadsheet
