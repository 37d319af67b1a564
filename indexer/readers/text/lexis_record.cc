// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>
#include <vector>

#include "common/country.h"
#include "indexer/readers/fields/print_section.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/text/export_record.h"
#include "indexer/readers/text/labels.h"
#include "indexer/readers/text/text_layout.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct LexisLabel {
  std::string_view name;
  std::optional<Field> field;  // nothing: it tells nothing that we keep
  bool is_below = false;       // it stands below the text
};

constexpr LexisLabel kLexisLabels[] = {
    {"byline", Field::Bylines},
    {"section", Field::Section},
    {"length", std::nullopt},
    {"dateline", Field::Dateline},
    {"headline", Field::Title},
    {"highlight", Field::Summary},
    {"source", Field::Source},
    {"series", std::nullopt},
    {"column", std::nullopt},
    {"body", Field::Body},
    {"load-date", std::nullopt, true},
    {"language", Field::Language, true},
    {"publication-type", std::nullopt, true},
    {"subject", Field::Topics, true},
    {"person", Field::Persons, true},
    {"people", Field::Persons, true},
    {"organization", Field::Organisations, true},
    {"company", Field::Organisations, true},
    {"country", Field::Countries, true},
    {"geographic", Field::Countries, true},
    {"url", Field::Url, true},
    {"acc-no", std::nullopt, true},
    {"graphic", std::nullopt, true},
    {"notes", std::nullopt, true},
    {"state", std::nullopt, true},
    {"city", std::nullopt, true},
    {"industry", std::nullopt, true},
    {"ticker", std::nullopt, true},
    {"type", std::nullopt, true},
    {"journal-code", std::nullopt, true},
    {"correction-date", std::nullopt, true},
    {"classification", std::nullopt, true},
    {"jnl-code", std::nullopt, true},
};

const LexisLabel* find_label(std::string_view line, std::string_view& value) {
  const auto labelled = read_labelled(trim(line));
  const std::string name = labelled ? lower(labelled->label) : lower(trim(line));
  if (!labelled && name != "body") return nullptr;
  value = labelled ? labelled->value : std::string_view();
  const auto found = std::find_if(std::begin(kLexisLabels), std::end(kLexisLabels),
                                  [&](const LexisLabel& label) { return label.name == name; });
  return found == std::end(kLexisLabels) ? nullptr : found;
}

bool is_date(std::string_view line) {
  constexpr std::size_t longest = 70;
  std::size_t digits = 0;
  bool has_year = false;
  for (const char c : line) {
    digits = is_digit(c) ? digits + 1 : 0;
    has_year = has_year || digits == 4;
  }
  return has_year && line.size() <= longest && std::any_of(line.begin(), line.end(), is_letter);
}

/// "March 5, 2019 Tuesday Late Edition - Final": up to the year; "Tuesday, March 5, 2019" whole.
std::string_view date_part(std::string_view line) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    digits = is_digit(line[i]) ? digits + 1 : 0;
    const bool is_year = digits == 4 && (i + 1 == line.size() || !is_digit(line[i + 1]));
    if (is_year) return line.substr(0, i + 1);
  }
  return line;
}

/// "OIL PRICES (92%); TIN (88%)" without the weights.
std::vector<std::string> weighted(std::string_view text) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view value = trim(text.substr(0, end));
    const std::size_t weight = value.rfind(" (");
    if (weight != std::string_view::npos && value.ends_with("%)")) value = trim(value.substr(0, weight));
    if (!value.empty()) values.emplace_back(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

/// The home page of an outlet is no article's address.
bool has_path(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  return path != std::string_view::npos && path + 1 < url.size();
}

/// An article, line by line: what stands above the first label, labels, text, labels.
class LexisArticle {
 public:
  void line(std::string_view line) {
    if (is_over_) return;
    std::string_view value;
    const std::string_view text = trim(line);
    const LexisLabel* label = find_label(line, value);
    if (lower(text) == "end of document") {
      is_over_ = true;
    } else if (in_body_ && text == "Classification") {
      in_body_ = false;
      below_ = true;
    } else if (begins_with(text, "copyright ") || text == "All Rights Reserved") {
      rights(text);
    } else if (label != nullptr && may_be_label(*label)) {
      labelled(*label, value);
    } else if (text.empty()) {
      blank();
    } else {
      plain(line, text);
    }
  }

  std::optional<Record> finish() {
    finish_label();
    set_top();
    if (!has_label_ || (trim(record_.title).empty() && trim(record_.body).empty())) return std::nullopt;
    return std::move(record_);
  }

 private:
  /// Above the text every label counts, in it only those that end it.
  bool may_be_label(const LexisLabel& label) const { return !in_body_ || label.is_below; }

  void labelled(const LexisLabel& label, std::string_view value) {
    finish_label();
    has_label_ = true;
    below_ = below_ || label.is_below;
    in_body_ = label.field == Field::Body;
    label_ = &label;
    value_ = value;
  }

  void blank() {
    if (in_body_) record_.body += "\n";
    if (label_ != nullptr && !in_body_) finish_label();
    if (!has_label_) top_.emplace_back();
  }

  void plain(std::string_view line, std::string_view text) {
    if (!has_label_) {
      top_.emplace_back(text);
    } else if (label_ != nullptr && !in_body_) {
      value_ += " ";
      value_ += text;  // a value over several lines
    } else if (!below_) {
      in_body_ = true;
      record_.body.append(line).append("\n");
    }
  }

  void rights(std::string_view text) {
    if (record_.rights.empty() || text == "All Rights Reserved")
      record_.rights.append(record_.rights.empty()          ? ""
                            : record_.rights.ends_with('.') ? " "
                                                            : ". ")
          .append(text);
    if (in_body_) is_over_ = true;
  }

  void finish_label() {
    const LexisLabel* label = std::exchange(label_, nullptr);
    const std::string value = std::exchange(value_, "");
    if (label == nullptr || !label->field || trim(value).empty()) return;
    if (*label->field == Field::Body) {
      record_.body = value + "\n" + record_.body;
      return;
    }
    if (*label->field == Field::Url && !has_path(value)) return;
    std::vector<std::string> values = label->is_below ? weighted(value) : std::vector<std::string>{value};
    if (*label->field == Field::Section) values = {std::string(print_section(value))};
    if (*label->field == Field::Bylines) values = {value.substr(0, value.find(';'))};
    if (*label->field == Field::Countries)
      std::erase_if(values, [](const auto& name) { return !find_country(name); });
    if (!has_field(record_, *label->field) || is_list(*label->field))
      set_field(record_, *label->field, values);
  }

  /// Outlet, date, edition and headline in the old order, parted by blank lines; or headline, outlet and
  /// date, line by line, in the new.
  void set_top() {
    const auto date =
        std::find_if(top_.begin(), top_.end(), [](const std::string& line) { return is_date(line); });
    if (date != top_.end()) record_.date = date_part(*date);
    const auto above = paragraphs(top_.begin(), date);
    const auto below = date == top_.end() ? Lines() : paragraphs(date + 1, top_.end());
    const bool is_new =
        date != top_.end() && date - top_.begin() > 1 && !(date - 1)->empty() && !(date - 2)->empty();
    if (is_new) {
      set_source(*(date - 1));
      for (auto line = top_.begin(); line != date - 1; ++line) add_title(*line);
    } else if (!above.empty()) {
      set_source(above.back());
      add_title(below.empty() && above.size() > 1 ? above.front() : below.empty() ? "" : below.back());
    } else if (!below.empty()) {
      add_title(below.back());
    }
  }

  void set_source(const std::string& line) {
    if (record_.source.empty()) record_.source = line;
  }

  using Lines = std::vector<std::string>;

  static Lines paragraphs(Lines::const_iterator from, Lines::const_iterator end) {
    Lines paragraphs;
    bool is_open = false;
    for (; from != end; ++from) {
      if (!from->empty() && is_open) paragraphs.back() += " " + *from;
      if (!from->empty() && !is_open) paragraphs.push_back(*from);
      is_open = !from->empty();
    }
    return paragraphs;
  }

  void add_title(const std::string& line) {
    if (has_title_from_label() || line.empty()) return;
    record_.title += (record_.title.empty() ? "" : " ") + line;
    title_lines_ = true;
  }

  bool has_title_from_label() const { return !record_.title.empty() && !title_lines_; }

  Record record_;
  Lines top_;
  const LexisLabel* label_ = nullptr;
  std::string value_;
  bool has_label_ = false;
  bool in_body_ = false;
  bool below_ = false;
  bool is_over_ = false;
  bool title_lines_ = false;
};

}  // namespace

std::optional<Record> read_lexis(std::string_view piece) {
  LexisArticle article;
  while (!piece.empty()) {
    const std::string_view line = first_line(piece);
    piece = after_first_line(piece);
    if (!is_document_count(line)) article.line(line);
  }
  return article.finish();
}

}  // namespace broadsheet
