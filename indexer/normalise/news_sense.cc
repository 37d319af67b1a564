// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense.h"

#include <algorithm>

#include "common/fold.h"
#include "indexer/normalise/byline.h"
#include "indexer/normalise/characters.h"
#include "indexer/normalise/date_line.h"
#include "indexer/normalise/dateline.h"
#include "indexer/normalise/footer.h"
#include "indexer/normalise/notes.h"

namespace broadsheet {
namespace {

constexpr std::size_t top_window = 6;        // paragraphs that may hold furniture above a story
constexpr std::size_t dateline_chances = 2;  // paragraphs of text that may begin with a dateline
constexpr std::size_t bottom_window = 6;

class Sorter {
 public:
  Sorter(Article& article, int default_offset) : article_(article), default_offset_(default_offset) {}

  NewsSense run(std::string_view dateline_field) {
    sense_.corrected = says_corrected(article_.title);
    top();
    add_given_dateline(dateline_field);
    split_tail();
    bottom();
    return std::move(sense_);
  }

 private:
  std::vector<Paragraph>& paragraphs() { return article_.paragraphs; }

  void top() {
    std::size_t texts = 0;
    for (std::size_t i = 0; i < std::min(paragraphs().size(), top_window) && texts < dateline_chances; ++i) {
      if (is_furniture(paragraphs()[i])) continue;
      if (cut_dateline(i)) return;
      ++texts;
    }
  }

  bool is_furniture(Paragraph& paragraph) {
    if (is_editors_note(paragraph.text)) {
      paragraph.role = Role::Note;
      note_correction(paragraph.text);
    } else if (is_address(paragraph.text)) {
      paragraph.role = Role::Note;
      if (article_.url.empty()) article_.url = paragraph.text;
    } else if (const auto names = parse_byline(paragraph.text, article_.language)) {
      paragraph.role = Role::Byline;
      add_authors(*names);
    } else if (auto reading = read_date_line(paragraph.text, default_offset_, article_.language);
               reading.moment.known()) {
      paragraph.role = Role::Note;
      if (!sense_.date_line.moment.known()) sense_.date_line = std::move(reading);
    }
    return paragraph.role != Role::Body;
  }

  bool cut_dateline(std::size_t index) {
    const auto found = find_dateline(paragraphs()[index].text, article_.language, article_.source);
    if (!found) return false;
    take(*found);
    const auto text = std::move(paragraphs()[index].text);
    const std::string_view head = trimmed(std::string_view(text).substr(0, found->length));
    const std::string_view rest = trimmed(std::string_view(text).substr(found->length));
    paragraphs()[index] = {Role::Dateline, std::string(head)};
    if (!rest.empty()) {
      paragraphs().insert(paragraphs().begin() + static_cast<std::ptrdiff_t>(index) + 1,
                          {Role::Body, std::string(rest)});
    }
    return true;
  }

  void take(const Dateline& dateline) {
    article_.dateline_place = dateline.place;
    sense_.agency = dateline.agency;
    sense_.dateline_day = dateline.day;
  }

  void add_given_dateline(std::string_view field) {
    const auto text = squeezed(field);
    if (text.empty()) return;
    const auto given = read_dateline_field(text, article_.language);
    const bool stands_in_text =
        std::any_of(paragraphs().begin(), paragraphs().end(), [&](const Paragraph& paragraph) {
          return paragraph.role == Role::Dateline &&
                 fold_value(paragraph.text).starts_with(fold_value(given.place));
        });
    take(given);
    if (!stands_in_text) paragraphs().insert(paragraphs().begin(), {Role::Dateline, text});
  }

  void split_tail() {
    if (paragraphs().empty() || paragraphs().back().role != Role::Body) return;
    auto& last = paragraphs().back().text;
    const auto at = std::min(find_trailing_credits(last), find_trailing_end_mark(last));
    if (at == std::string::npos) return;
    Paragraph credits{Role::Body, last.substr(at)};
    last = std::string(trimmed(std::string_view(last).substr(0, at)));
    paragraphs().push_back(std::move(credits));
  }

  void bottom() {
    const auto first = paragraphs().size() - std::min(paragraphs().size(), bottom_window);
    for (auto i = first; i < paragraphs().size(); ++i) {
      if (paragraphs()[i].role == Role::Body) paragraphs()[i].role = role_at_end(paragraphs()[i].text);
    }
  }

  Role role_at_end(const std::string& text) {
    if (is_end_mark(text) || is_editors_note(text)) {
      note_correction(text);
      return Role::Note;
    }
    auto names = parse_credits(text);
    if (!names) names = parse_byline(text, article_.language);
    if (names) {
      add_authors(*names);
      return Role::Byline;
    }
    return is_footer(text) ? Role::Footer : Role::Body;
  }

  void note_correction(std::string_view note) { sense_.corrected = sense_.corrected || says_corrected(note); }

  void add_authors(const AuthorNames& names) {
    for (const auto& name : names) {
      const auto key = fold_value(name);
      const auto is_same = [&](const std::string& other) { return fold_value(other) == key; };
      if (std::none_of(article_.bylines.begin(), article_.bylines.end(), is_same))
        article_.bylines.push_back(name);
    }
  }

  Article& article_;
  int default_offset_;
  NewsSense sense_;
};

}  // namespace

NewsSense apply_news_sense(Article& article, std::string_view dateline_field, int default_offset_minutes) {
  return Sorter(article, default_offset_minutes).run(dateline_field);
}

}  // namespace broadsheet
