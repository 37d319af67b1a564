// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <ostream>

#include "common/country.h"
#include "searcher/render/display.h"
#include "searcher/render/formats.h"
#include "searcher/render/json_values.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLabelColumns = 15;

std::string_view role_name(Role role) {
  static constexpr std::array<std::string_view, 5> names = {"body", "dateline", "byline", "note", "footer"};
  return names[static_cast<std::size_t>(role)];
}

JsonValue paragraph_values(const Article& article) {
  JsonValue json = JsonValue::array();
  for (const Paragraph& paragraph : article.paragraphs) {
    json.push_back(JsonValue{{"role", role_name(paragraph.role)}, {"text", paragraph.text}});
  }
  return json;
}

JsonValue copy_values(const Hit& hit) {
  JsonValue json = JsonValue::array();
  for (const ArticleCopy& copy : hit.copies) {
    json.push_back(JsonValue{{"id", copy.id},
                             {"short_id", copy.short_id},
                             {"identity", copy.identity},
                             {"title", copy.title},
                             {"date", date_value(copy.published)},
                             {"source", copy.source},
                             {"leads", copy.leads}});
  }
  return json;
}

void write_json(const Hit& hit, std::ostream& out) {
  const Article& article = hit.article;
  const JsonValue record = {{"id", article.id},
                            {"short_id", hit.short_id},
                            {"identity", article.identity},
                            {"title", article.title},
                            {"date", date_value(article.published)},
                            {"date_from", to_string(article.date_from)},
                            {"modified", date_value(article.modified)},
                            {"version", article.version},
                            {"corrected", article.corrected},
                            {"source", article.source},
                            {"section", article.section},
                            {"language", article.language},
                            {"url", article.url},
                            {"rights", article.rights},
                            {"dateline_place", article.dateline_place},
                            {"bylines", article.bylines},
                            {"topics", article.topics},
                            {"persons", hit.persons},
                            {"organisations", hit.organisations},
                            {"countries", hit.countries},
                            {"about", hit.about},
                            {"words", hit.word_count},
                            {"story", hit.story.leader},
                            {"copies", copy_values(hit)},
                            {"paragraphs", paragraph_values(article)}};
  out << to_line(JsonValue{{"version", kOutputVersion}, {"article", record}}) << '\n';
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "; ") + value;
  return text;
}

std::string country_names(const std::vector<std::string>& codes, const std::string& locale) {
  std::string text;
  for (const std::string& code : codes) {
    std::string lower = code;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    text += (text.empty() ? "" : "; ") + country_label(lower, locale) + " (" + code + ")";
  }
  return text;
}

std::string date_text(const Article& article) {
  const bool as_published = article.date_from == DateFrom::Published || article.date_from == DateFrom::None;
  std::string text = to_display(article.published);
  if (article.published.known() && !as_published)
    text.append(" (from the ").append(to_string(article.date_from)) += ')';
  return article.corrected ? text + "  CORRECTED" : text;
}

void write_line(const TextPage& page, const std::string& label, const std::string& value) {
  if (!value.empty()) write_hanging(page, pad_right(label, kLabelColumns), single_line(value));
}

void write_particulars(const TextPage& page, const Hit& hit, const std::string& locale) {
  const Article& article = hit.article;
  write_line(page, "Date", date_text(article));
  write_line(page, "Modified", article.modified.known() ? to_display(article.modified) : "");
  write_line(page, "Source", article.source);
  write_line(page, "Section", article.section);
  write_line(page, "Byline", joined(article.bylines));
  write_line(page, "Language", article.language);
  write_line(page, "Topics", joined(article.topics));
  write_line(page, "URL", article.url);
  write_line(page, "Rights", article.rights);
  write_line(page, "ID", article.id);
  write_line(page, "Short ID", hit.short_id);
  write_line(page, "Version", article.version == 0 ? "" : std::to_string(article.version));
  write_line(page, "Persons", joined(hit.persons));
  write_line(page, "Organisations", joined(hit.organisations));
  write_line(page, "Countries", country_names(hit.countries, locale));
  write_line(page, "Main subject", country_names(hit.about, locale));
  write_line(page, "Words", std::to_string(hit.word_count));
}

void write_copies(const TextPage& page, const Hit& hit) {
  constexpr std::size_t kMostShown = 20;
  for (std::size_t i = 0; i < std::min(hit.copies.size(), kMostShown); ++i) {
    const ArticleCopy& copy = hit.copies[i];
    const std::string leads = copy.leads ? "  leads the story" : "";
    const std::string source = copy.source.empty() ? "" : copy.source + "  ";
    write_line(page, i == 0 ? "Copies" : "",
               to_display(copy.published) + "  " + source + copy.short_id + leads);
  }
  if (hit.copies.size() > kMostShown)
    write_line(page, "",
               "and " + std::to_string(hit.copies.size() - kMostShown) + " more; --format json has all");
}

/// The lines that a paragraph has of its own are kept: tables and verse come in them.
void write_paragraph(const TextPage& page, const std::string& prefix, std::string_view text) {
  page.out << '\n';
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (const std::string& line : wrap(single_line(text.substr(0, end)), page.columns - prefix.size())) {
      page.out << prefix << line << '\n';
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// A dateline was cut off the paragraph that follows it, and is shown there.
void write_paragraphs(const TextPage& page, const Article& article) {
  std::string dateline;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == Role::Dateline && dateline.empty()) {
      dateline = paragraph.text;
      continue;
    }
    const bool apart = paragraph.role == Role::Note || paragraph.role == Role::Footer;
    const bool leads = paragraph.role == Role::Body && !dateline.empty();
    if (!dateline.empty() && !leads) write_paragraph(page, "", dateline);
    write_paragraph(page, apart ? "| " : "", leads ? dateline + ' ' + paragraph.text : paragraph.text);
    dateline.clear();
  }
  if (!dateline.empty()) write_paragraph(page, "", dateline);
}

void write_text(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const TextPage page(options, out);
  const std::string title = hit.article.title.empty() ? "(no title)" : single_line(hit.article.title);
  for (const std::string& line : wrap(title, page.columns)) {
    out << linked(page, hit.article.url, bold(page, line)) << '\n';
  }
  out << '\n';
  write_particulars(page, hit, options.locale);
  write_copies(page, hit);
  write_paragraphs(page, hit.article);
}

}  // namespace

void render_article(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  switch (options.format) {
    case OutputFormat::Text:
      return write_text(hit, options, out);
    case OutputFormat::Json:
    case OutputFormat::Jsonl:
      return write_json(hit, out);
    case OutputFormat::Csv:
    case OutputFormat::Trec:
      refuse_format("a whole article", options.format, "text, json or jsonl");
  }
}

}  // namespace broadsheet
