// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/country.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/text/export_record.h"
#include "indexer/readers/text/labels.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

struct ProquestLabel {
  std::string_view name;
  Field field;
};

constexpr ProquestLabel kProquestLabels[] = {
    {"title", Field::Title},
    {"author", Field::Bylines},
    {"publication title", Field::Source},
    {"publication date", Field::Date},
    {"section", Field::Section},
    {"full text", Field::Body},
    {"abstract", Field::Summary},
    {"abstract (summary)", Field::Summary},
    {"subject", Field::Topics},
    {"people", Field::Persons},
    {"company / organization", Field::Organisations},
    {"location", Field::Countries},
    {"language of publication", Field::Language},
    {"proquest document id", Field::Id},
    {"document url", Field::Url},
    {"copyright", Field::Rights},
    {"dateline", Field::Dateline},
};

// Other labels of ProQuest: they end the value before.
constexpr std::string_view kOthers[] = {"publication year",
                                        "publisher",
                                        "place of publication",
                                        "country of publication",
                                        "issn",
                                        "source type",
                                        "document type",
                                        "publication subject",
                                        "links",
                                        "last updated",
                                        "database",
                                        "pages",
                                        "first page",
                                        "volume",
                                        "issue",
                                        "publication info",
                                        "document feature",
                                        "identifier / keyword",
                                        "column",
                                        "credit",
                                        "start page",
                                        "business indexing term",
                                        "e-issn",
                                        "publication frequency"};

bool is_other(const std::string& name) {
  return std::find(std::begin(kOthers), std::end(kOthers), name) != std::end(kOthers);
}

/// "Doe, Jane" is "Jane Doe".
std::string in_reading_order(const std::string& name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string::npos || name.find(',', comma + 1) != std::string::npos) return name;
  const std::string first(trim(std::string_view(name).substr(comma + 1)));
  return first.empty() ? name : first + " " + name.substr(0, comma);
}

class ProquestArticle {
 public:
  void line(std::string_view line) {
    const std::size_t colon = line.find(": ");
    const std::string name = lower(line.substr(0, std::min(colon, line.size())));
    const ProquestLabel* label = colon == std::string_view::npos ? nullptr : find(name);
    if (label != nullptr || is_other(name)) {
      finish_value();
      label_ = label;
      value_ = line.substr(colon + 2);
    } else if (label_ != nullptr) {
      value_ += "\n";
      value_ += line;
    }
  }

  std::optional<Record> finish() {
    finish_value();
    if (record_.title.empty() || record_.source.empty()) return std::nullopt;
    return std::move(record_);
  }

 private:
  static const ProquestLabel* find(const std::string& name) {
    const auto found = std::find_if(std::begin(kProquestLabels), std::end(kProquestLabels),
                                    [&](const ProquestLabel& label) { return label.name == name; });
    return found == std::end(kProquestLabels) ? nullptr : found;
  }

  void finish_value() {
    const ProquestLabel* label = std::exchange(label_, nullptr);
    const std::string value(trim(std::exchange(value_, "")));
    if (label == nullptr || value.empty()) return;
    std::vector<std::string> values = split_values(label->field, value);
    if (label->field == Field::Bylines)
      std::transform(values.begin(), values.end(), values.begin(), in_reading_order);
    if (label->field == Field::Countries)
      std::erase_if(values, [](const auto& name) { return !find_country(name); });
    set_field(record_, label->field, values);
  }

  Record record_;
  const ProquestLabel* label_ = nullptr;
  std::string value_;
};

}  // namespace

std::optional<Record> read_proquest(std::string_view piece) {
  ProquestArticle article;
  while (!piece.empty()) {
    const std::string_view line = trim(first_line(piece));
    piece = after_first_line(piece);
    const bool is_rule = !line.empty() && line.find_first_not_of('_') == std::string_view::npos;
    if (!is_rule) article.line(line);
  }
  return article.finish();
}

}  // namespace broadsheet
