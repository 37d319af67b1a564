// SPDX-License-Identifier: GPL-2.0-or-later
//
// peer_queries ARCHIVE QUERIES: answers a file of typed queries in one process, beside plain Xapian on the
// same segments, each query by both before the next. A line is TYPE<TAB>WORDS<TAB>SOURCE: words of term_*,
// and_*, filter and facet_* are all required, those of or_* are alternatives, those of phrase* stand in
// order; filter wants articles of the source; facet_* also counts source, person and country over all
// matches. Prints microseconds of CPU by type: our answer (parsed, planned, every match counted exactly, ten
// ranked), Xapian's ten best (Enquire, estimated counts) of the same stems or words, and last our whole page
// (text, with its facets, timeline and ten snippets).
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/fold.h"
#include "common/program.h"
#include "common/stems.h"
#include "searcher/answer.h"

namespace {

using namespace broadsheet;

constexpr int kTimes = 6;  // the first is not counted

struct PeerQuery {
  std::string type;
  std::vector<std::string> words;
  std::string source;

  bool is(const char* beginning) const { return type.starts_with(beginning); }
};

std::vector<PeerQuery> read_queries(const char* path) {
  std::vector<PeerQuery> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    PeerQuery query;
    std::string words;
    std::getline(cells, query.type, '\t');
    std::getline(cells, words, '\t');
    std::getline(cells, query.source, '\t');
    std::istringstream split(words);
    for (std::string word; split >> word;) query.words.push_back(word);
    if (!query.words.empty()) queries.push_back(std::move(query));
  }
  return queries;
}

std::string typed(const PeerQuery& query) {
  const std::string between = query.is("or") ? " OR " : " ";
  std::string text;
  for (const std::string& word : query.words) text += (text.empty() ? "" : between) + word;
  return query.is("phrase") ? '"' + text + '"' : text;
}

SearchRequest request_for(const PeerQuery& query) {
  SearchRequest request;
  request.facets.emplace();
  if (query.is("facet")) request.facets = {Facet::Source, Facet::Person, Facet::Country};
  if (query.is("filter")) request.choices[Facet::Source] = {query.source};
  return request;
}

/// Both terms of a word's stem (common/schema.h).
Xapian::Query plain_stem(const std::string& word) {
  const std::string stemmed = stem(word, "en");
  return Xapian::Query(Xapian::Query::OP_SYNONYM, Xapian::Query("Z" + stemmed), Xapian::Query(stemmed));
}

Xapian::Query plain_query(const PeerQuery& query) {
  std::vector<Xapian::Query> words;
  for (const std::string& word : query.words)
    words.push_back(query.is("phrase") ? Xapian::Query(fold(word)) : plain_stem(fold(word)));
  const auto op = query.is("or")       ? Xapian::Query::OP_OR
                  : query.is("phrase") ? Xapian::Query::OP_PHRASE
                                       : Xapian::Query::OP_AND;
  const auto window = static_cast<Xapian::termcount>(query.is("phrase") ? words.size() : 0);
  const Xapian::Query all(op, words.begin(), words.end(), window);
  if (!query.is("filter")) return all;
  return Xapian::Query(Xapian::Query::OP_FILTER, all,
                       Xapian::Query(make_value_term(Facet::Source, query.source)));
}

double cpu_microseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// Of this thread alone: what else the machine does is not in it.
template <typename Work>
double microseconds(Work work) {
  const double start = cpu_microseconds();
  work();
  return cpu_microseconds() - start;
}

struct Times {
  std::vector<double> ours;
  std::vector<double> xapian;
  std::vector<double> page;
  double matches = 0;
};

void ask(const Archive& archive, const PeerQuery& query, bool counts, Times& times) {
  const std::string text = typed(query);
  const SearchRequest request = request_for(query);
  std::uint64_t matches = 0;
  const double ours = microseconds([&] { matches = Answer(archive, request, text, "", 0).head().matches; });
  const double xapian = microseconds([&] {
    Xapian::Enquire enquire(archive.all());
    enquire.set_query(plain_query(query));
    if (enquire.get_mset(0, 10).size() > 10) std::abort();
  });
  SearchRequest whole;
  whole.choices = request.choices;
  const double page = microseconds([&] {
    const Answer answer(archive, whole, text, "", 0);
    answer.for_each_hit([](const Hit&) {});
  });
  if (!counts) return;
  times.ours.push_back(ours);
  times.xapian.push_back(xapian);
  times.page.push_back(page);
  times.matches += static_cast<double>(matches);
}

void print(const char* who, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (double time : times) sum += time;
  std::printf("  %s %7.0f %7.0f %7.0f", who, times[times.size() / 2], times[times.size() * 95 / 100],
              sum / static_cast<double>(times.size()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::puts("usage: peer_queries ARCHIVE QUERIES");
    return 2;
  }
  keep_freed_memory();
  const Archive archive(argv[1]);
  const std::vector<PeerQuery> queries = read_queries(argv[2]);
  std::map<std::string, Times> by_type;
  for (int time = 0; time < kTimes; ++time) {
    for (const PeerQuery& query : queries) ask(archive, query, time > 0, by_type[query.type]);
  }
  std::puts("microseconds of CPU: p50, p95, mean of each");
  for (const auto& [type, times] : by_type) {
    std::printf("%-10s %8.0f matches", type.c_str(), times.matches / static_cast<double>(times.ours.size()));
    print("ours", times.ours);
    print("xapian", times.xapian);
    print("page", times.page);
    std::puts("");
  }
  return 0;
}
