// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/news_sense/news_sense.h"

#include <algorithm>

#include "common/fold.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/news_sense/byline.h"
#include "indexer/normalise/news_sense/date_line.h"
#include "indexer/normalise/news_sense/dateline.h"
#include "indexer/normalise/news_sense/footer.h"
#include "indexer/normalise/news_sense/notes.h"
#include "indexer/normalise/news_sense/sign_off.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t top_window = 6;        // paragraphs that may hold furniture above a story
constexpr std::size_t dateline_chances = 2;  // paragraphs of text that may begin with a dateline
constexpr std::size_t bottom_window = 6;
constexpr std::size_t most_points = 10;  // that sum up a story above it

class Sorter {
 public:
  Sorter(Article& article, int default_offset) : article_(article), default_offset_(default_offset) {}

  NewsSense run(std::string_view dateline_field) {
    sense_.corrected = says_corrected(article_.title);
    top();
    add_given_dateline(dateline_field);
    split_tail(paragraphs().size());
    bottom();
    split_tail_of_text();
    return std::move(sense_);
  }

 private:
  std::vector<Paragraph>& paragraphs() { return article_.paragraphs; }

  void top() {
    std::size_t texts = 0;
    std::size_t points = 0;
    for (std::size_t i = 0;
         i < std::min(paragraphs().size(), top_window + points) && texts < dateline_chances; ++i) {
      if (is_point(paragraphs()[i].text) && points < most_points) {
        ++points;
        continue;
      }
      if (is_furniture(paragraphs()[i], i > 0 && paragraphs()[i - 1].role == Role::Byline)) continue;
      if (cut_dateline(i)) return;
      ++texts;
    }
  }

  // "* Closure to cost 85 mln": what an agency sums up above the story.
  static bool is_point(std::string_view text) {
    return text.starts_with("* ") || text.starts_with("\u2022 ") || text.starts_with("-- ");
  }

  bool is_furniture(Paragraph& paragraph, bool is_below_byline) {
    if (is_below_byline && is_job_line(paragraph.text)) {
      paragraph.role = Role::Byline;
    } else if (is_editors_note(paragraph.text)) {
      paragraph.role = Role::Note;
      note_correction(paragraph.text);
    } else if (is_address(paragraph.text)) {
      paragraph.role = Role::Note;
      if (article_.url.empty()) article_.url = paragraph.text;
    } else if (const auto agency = known_agency(paragraph.text); !agency.empty()) {
      paragraph.role = Role::Note;
      sense_.agency = agency;
    } else if (const auto names = parse_byline(paragraph.text, article_.language)) {
      paragraph.role = Role::Byline;
      add_authors(*names);
      if (sense_.agency.empty()) sense_.agency = agency_of_byline(paragraph.text);
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
    if (!dateline.agency.empty() || sense_.agency.empty()) sense_.agency = dateline.agency;
    sense_.dateline_day = dateline.day;
    add_authors(dateline.authors);
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

  /// Cuts credits, an end mark or a sign-off off the paragraph above a position.
  bool split_tail(std::size_t below) {
    if (below == 0 || paragraphs()[below - 1].role != Role::Body) return false;
    auto& last = paragraphs()[below - 1].text;
    const auto at =
        std::min({find_trailing_credits(last), find_trailing_end_mark(last), find_trailing_sign_off(last)});
    if (at == std::string::npos) return false;
    Paragraph credits{Role::Body, last.substr(at)};
    last = std::string(trimmed(std::string_view(last).substr(0, at)));
    paragraphs().insert(paragraphs().begin() + static_cast<std::ptrdiff_t>(below), std::move(credits));
    return true;
  }

  /// The same below which furniture was found meanwhile.
  void split_tail_of_text() {
    std::size_t below = paragraphs().size();
    while (below > 0 && paragraphs()[below - 1].role != Role::Body) --below;
    if (below < paragraphs().size() && split_tail(below))
      paragraphs()[below].role = role_at_end(paragraphs()[below].text, true);
  }

  void bottom() {
    const auto first = paragraphs().size() - std::min(paragraphs().size(), bottom_window);
    bool is_below = true;  // nothing but furniture has come yet
    for (auto i = paragraphs().size(); i-- > first;) {
      Paragraph& paragraph = paragraphs()[i];
      if (paragraph.role == Role::Body) paragraph.role = role_at_end(paragraph.text, is_below && i > 0);
      is_below = is_below && paragraph.role != Role::Body;
    }
  }

  /// is_below: only furniture stands below it.
  Role role_at_end(const std::string& text, bool is_below) {
    if (take_first_published(text) || is_editors_note(text) || is_contact(text)) {
      note_correction(text);
      return Role::Note;
    }
    auto names = parse_credits(text);
    if (!names) names = parse_byline(text, article_.language);
    if (names) {
      add_authors(*names);
      return Role::Byline;
    }
    if (is_below && take_sign_off(text)) return Role::Note;
    if (is_end_mark(text) || (is_below && take_date_below(text))) return Role::Note;
    return is_footer(text) ? Role::Footer : Role::Body;
  }

  bool take_sign_off(const std::string& text) {
    const auto sign_off = read_sign_off(text);
    if (!sign_off) return false;
    if (sense_.agency.empty()) sense_.agency = sign_off->agency;
    add_authors(sign_off->authors);
    return true;
  }

  bool take_date_below(std::string_view text) {
    auto reading = read_date_line(text, default_offset_, article_.language);
    if (!reading.moment.known()) return false;
    if (!sense_.date_line.moment.known()) sense_.date_line = std::move(reading);
    return true;
  }

  bool take_first_published(std::string_view text) {
    const auto date = first_published(text);
    return !date.empty() && take_date_below(date);
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
