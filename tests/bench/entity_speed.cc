// SPDX-License-Identifier: GPL-2.0-or-later
//
// entity_speed [--step NAME] DUMP...: how long the tables of the entity work take to load, one after the other, and then
// how fast each part of the work goes through the dumps' articles, in MB of title and body a second of
// processor time, the best of three passes. A part is timed with what it needs, so the parts do not add up to
// the whole.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/authority/authority.h"
#include "indexer/entities/authority/form_finder.h"
#include "indexer/entities/persons/known_bodies.h"
#include "indexer/entities/persons/name_variants_data.h"
#include "indexer/entities/persons/native_names.h"
#include "indexer/entities/persons/persons.h"
#include "indexer/entities/places/countries.h"
#include "indexer/entities/places/name_evidence.h"
#include "indexer/entities/places/text_languages.h"
#include "indexer/entities/tag.h"
#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/words/name_lexicon.h"
#include "indexer/entities/words/name_tokens.h"
#include "indexer/normalise/normalise.h"
#include "indexer/readers/open_dump.h"

namespace {

using namespace broadsheet;

/// What of the work the compiler must not leave out.
volatile std::size_t found = 0;

double cpu_seconds_of(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  const double start = now();
  work();
  return now() - start;
}

std::vector<Article> read_articles(const std::vector<std::string>& inputs) {
  std::vector<Article> articles;
  for (const InputFile& file : list_inputs(inputs).files) {
    const auto opened = open_dump_file(file, {});
    while (auto dump = opened->next()) {
      while (auto item = dump->reader->next()) {
        auto* record = std::get_if<Record>(&*item);
        if (record == nullptr) continue;
        auto result = normalise(*record, dump->reader->format(), {});
        if (auto* article = std::get_if<Normalised>(&result)) articles.push_back(std::move(article->article));
      }
    }
  }
  return articles;
}

void time_loading() {
  const std::vector<TextPart> parts = {{TextPlace::Body, "Ada Quill met Xi Jinping, she said. Müller left."}};
  const std::vector<std::pair<const char*, std::function<void()>>> tables = {
      {"words", [] { found = found + NameLexicon::instance().kinds("ada"); }},
      {"languages", [] { found = found + language_set("de"); }},
      {"model", [] { found = found + (TaggerModel::instance().pairs()[0][0] > 0 ? 1 : 0); }},
      {"authority", [] { found = found + Authority::instance().of_surname("reagan").size(); }},
      {"forms", [&] { found = found + find_authority_forms(name_tokens(parts)).size(); }},
      {"native", [] { found = found + latin_name_of("Путин").size(); }},
      {"variants", [] { found = found + NameVariantTables::instance().given_name("bob").size(); }},
      {"bodies", [&] { found = found + known_body_at(name_tokens(parts), 0, 1).last; }},
      {"evidence", [] { found = found + (is_given_name("Ada") ? 1 : 0); }},
      {"places", [&] { found = found + find_countries(parts, {}).size(); }},
      {"names", [&] { found = found + find_names(parts).persons.size(); }},
      {"rest", [&] { found = found + tag_entities({}, {}).persons.size(); }},
  };
  double sum = 0;
  std::printf("%-10s %10s\n", "table", "load ms");
  for (const auto& [name, load] : tables) {
    const double seconds = cpu_seconds_of(load);
    sum += seconds;
    std::printf("%-10s %10.1f\n", name, seconds * 1e3);
  }
  std::printf("%-10s %10.1f\n\n", "together", sum * 1e3);
}

struct Prepared {
  const Article* article = nullptr;
  std::vector<TextPart> parts;
};

using Step = std::pair<const char*, std::function<void(const Prepared&)>>;

std::vector<Step> steps() {
  static const auto tag = [](const Prepared& text) {
    const std::vector<NameToken> tokens = name_tokens(text.parts);
    const std::vector<bool> none_left_out(text.parts.size());
    return TaggedText(tokens, none_left_out, TaggerModel::instance()).names().size();
  };
  return {
      {"countries", [](const Prepared& text) { found = found + find_countries(text.parts, {}).size(); }},
      {"tokens", [](const Prepared& text) { found = found + name_tokens(text.parts).size(); }},
      {"tagger", [](const Prepared& text) { found = found + tag(text); }},
      {"authority",
       [](const Prepared& text) { found = found + find_authority_forms(name_tokens(text.parts)).size(); }},
      {"native", [](const Prepared& text) { found = found + find_native_names(text.parts).size(); }},
      {"persons", [](const Prepared& text) { found = found + find_names(text.parts).persons.size(); }},
      {"all", [](const Prepared& text) { found = found + tag_entities(*text.article, {}).persons.size(); }},
  };
}

void time_steps(const std::vector<Article>& articles, const std::string& only) {
  constexpr int passes = 3;
  std::vector<Prepared> texts;
  double mega = 0;
  for (const Article& article : articles) {
    texts.push_back({&article, text_parts(article)});
    for (const TextPart& part : texts.back().parts) mega += static_cast<double>(part.text.size()) / 1e6;
  }
  std::printf("%-10s %10s %10s\n", "step", "seconds", "MB/s");
  for (const auto& [name, step] : steps()) {
    if (!only.empty() && name != only) continue;
    double best = 1e9;
    for (int pass = 0; pass < passes; ++pass) {
      best = std::min(best, cpu_seconds_of([&, &run = step] {
                        for (const Prepared& text : texts) run(text);
                      }));
    }
    std::printf("%-10s %10.3f %10.1f\n", name, best, mega / best);
  }
  std::printf("(%.1f MB of title and body in %zu articles)\n", mega, articles.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs(argv + 1, argv + argc);
  std::string only;
  if (inputs.size() > 2 && inputs[0] == "--step") {
    only = inputs[1];
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  if (inputs.empty()) {
    std::puts("usage: entity_speed [--step countries|tokens|tagger|authority|native|persons|all] DUMP...");
    return 2;
  }
  time_loading();
  time_steps(read_articles(inputs), only);
  return 0;
}
