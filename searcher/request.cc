// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <sstream>

#include "common/error.h"
#include "common/fold.h"
#include "common/program.h"
#include "searcher/query/parser.h"

namespace broadsheet {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr const char* kIntroduction =
    "Usage: broadsheet-search ARCHIVE [QUERY...] [OPTIONS]\n"
    "\n"
    "Asks a news archive: who, where, when, in these words. Without a query or option, shows what the "
    "archive holds.\n"
    "\n"
    "  broadsheet-search news.archive oil prices                      all of these words, best first\n"
    "  broadsheet-search news.archive --phrase \"stock market\" --country Japan --from 1987-03 --to 1987-04\n"
    "  broadsheet-search news.archive '\"prime minister\" -resign*' --person Thatcher --sort newest\n"
    "  broadsheet-search news.archive inflation --counts month --format csv\n"
    "  broadsheet-search news.archive --all --format jsonl --fields id,date,title,persons\n"
    "\n";

constexpr const char* kConclusion =
    "\n"
    "The query language: words are all required; \"a phrase\", =exact, begin*, fuzzy~, AND OR NOT, NEAR/5 "
    "ADJ/5,\n"
    "+ and -, ( ), title: byline: source: section: language: person: country: about: org: topic:\n"
    "date:2019-03..2019-05\n"
    "Exit status: 0 found, 1 nothing found, 2 error.\n";

/// The facets that can be chosen by an option of their own.
constexpr Facet kChoosable[] = {Facet::Person,  Facet::Country, Facet::About,  Facet::Org,     Facet::Source,
                                Facet::Section, Facet::Topic,   Facet::Byline, Facet::Language};

po::options_description everyday_options() {
  po::options_description options("Everyday options", 110, 60);
  const auto text = [] { return po::value<std::string>(); };
  const auto texts = [] { return po::value<Strings>()->composing(); };
  options.add_options()("phrase", texts()->value_name("TEXT"),
                        "these words exactly, in this order (spares quoting for the shell)")(
      "person", texts()->value_name("P"), "articles that name P; again for more: any of them")(
      "country", texts()->value_name("C"), "articles that mention C: a name in any language, or a code")(
      "about", texts()->value_name("C"), "articles whose main subject is C")(
      "source", texts()->value_name("S"), "articles of the outlet S")("language", texts()->value_name("L"),
                                                                      "articles in the language L")(
      "from", text()->value_name("D"), "published on or after D: 1987, 1987-03, 1987-03-19, yesterday")(
      "to", text()->value_name("D"), "published on or before D, to the end of the year, month or day")(
      "sort", text()->value_name("relevance|newest|oldest"),
      "order (default: relevance; newest if there is no query)")("limit", text()->value_name("N"),
                                                                 "hits on the page (default 10; trec 1000)")(
      "offset", text()->value_name("N"), "hits to pass over")(
      "facets", text()->value_name("LIST"),
      "what to count, separated by commas: person, country, about, org, source, section, topic, byline, "
      "language, year, month, day; or none")("counts", text()->value_name("FACET[,FACET]"),
                                             "a table of counts instead of hits, every cell, with totals")(
      "show", text()->value_name("ID"), "the whole article")(
      "format", text()->value_name("text|json|jsonl|csv|trec"), "form of the answer (default text)")(
      "help", "show this help")("help-all", "show the other options too");
  return options;
}

po::options_description other_options() {
  po::options_description options("Other options", 110, 60);
  const auto text = [] { return po::value<std::string>(); };
  const auto texts = [] { return po::value<Strings>()->composing(); };
  options.add_options()("org", texts()->value_name("O"), "articles that name the organisation O")(
      "section", texts()->value_name("S"), "articles of the section S")(
      "topic", texts()->value_name("T"), "articles with the topic T")("byline", texts()->value_name("B"),
                                                                      "articles by B")(
      "include-undated", "keep undated articles in spite of --from and --to")(
      "min-words", text()->value_name("N"), "articles of N words or more")(
      "facet-find", texts()->value_name("FACET=TEXT"),
      "show only the values of a facet that have TEXT at the beginning of a word")(
      "facet-limit", text()->value_name("N"), "values shown of each facet (default 10; 0: all)")(
      "versions", "with --show: all versions of the article, newest first")("all", "every hit, however many")(
      "copies", text()->value_name("fold|show"),
      "each story once, or every copy (default: fold in text, else show)")(
      "fields", text()->value_name("LIST"), "fields of jsonl and csv, such as id,date,title,persons")(
      "bom", "begin csv with a byte order mark, as some spreadsheets want it")(
      "queries", text()->value_name("FILE"), "answer each line ID<TAB>QUERY of FILE")(
      "natural", "any of the words will do; best first (always so in trec)")(
      "expand",
      "rank by the telling words of the first articles, too (default with --queries and --natural)")(
      "no-expand", "rank by the words of the query only")(
      "recency", text()->value_name("DAYS"),
      "rank newer articles higher: DAYS older is half the score")("run-tag", text()->value_name("TAG"),
                                                          "last column of trec (default broadsheet)")(
      "like", text()->value_name("ID"), "articles like this one")(
      "variants", text()->value_name("NAME"), "the spellings under which a person is found")(
      "explain", "show how the query was understood and scored")(
      "locale", text()->value_name("L"), "language of country and language names (default: en)")(
      "version", "show the version");
  return options;
}

std::string help_text(bool all) {
  std::ostringstream text;
  text << kIntroduction << everyday_options();
  if (all) text << '\n' << other_options();
  text << kConclusion;
  return text.str();
}

bool has(const po::variables_map& values, const char* name) {
  return values.count(name) > 0;
}

std::string text_of(const po::variables_map& values, const char* name, const std::string& otherwise = "") {
  return has(values, name) ? values[name].as<std::string>() : otherwise;
}

Strings texts_of(const po::variables_map& values, const char* name) {
  return has(values, name) ? values[name].as<Strings>() : Strings();
}

Strings split_list(const std::string& list) {
  Strings items;
  std::istringstream stream(list);
  for (std::string item; std::getline(stream, item, ',');) {
    if (item = tidy_value(item); !item.empty()) items.push_back(item);
  }
  return items;
}

std::vector<Facet> parse_facets(const char* option, const std::string& list) {
  std::vector<Facet> wanted;
  for (const std::string& name : split_list(list)) {
    const auto facet = find_facet(name);
    if (!facet) {
      Strings names;
      for (const FacetInfo& known : facets()) names.emplace_back(known.name);
      const std::string near = nearest_word(name, names);
      std::string all;
      for (const std::string& known : names) all += (all.empty() ? "" : ", ") + known;
      throw InputError(std::string(option) + " knows " + all + ", not \"" + name + "\"" +
                       (near.empty() ? "" : "; did you mean " + near + "?"));
    }
    wanted.push_back(*facet);
  }
  return wanted;
}

template <typename Value>
Value one_of(const char* option, const std::string& typed,
             const std::vector<std::pair<std::string, Value>>& known) {
  std::string all;
  for (const auto& [name, value] : known) {
    if (name == typed) return value;
    all += (all.empty() ? "" : ", ") + name;
  }
  throw InputError(std::string(option) + " takes one of " + all + ", not \"" + typed + "\"");
}

DayRange parse_range(const po::variables_map& values, std::int32_t today) {
  DayRange range;
  if (has(values, "from")) range.first = parse_date(text_of(values, "from"), today).first;
  if (has(values, "to")) range.last = parse_date(text_of(values, "to"), today).last;
  if (range.first && range.last && *range.first > *range.last) {
    throw InputError("--from " + text_of(values, "from") + " is after --to " + text_of(values, "to"));
  }
  return range;
}

std::string query_of(const po::variables_map& values, const Strings& arguments) {
  std::string query;
  for (std::size_t i = 1; i < arguments.size(); ++i) query += (query.empty() ? "" : " ") + arguments[i];
  for (std::string phrase : texts_of(values, "phrase")) {
    std::erase(phrase, '"');
    query = (query.empty() ? "" : "(" + query + ") ") + "\"" + phrase + "\"";
  }
  return query;
}

RenderOptions render_options(const po::variables_map& values) {
  using enum OutputFormat;
  RenderOptions options;
  options.format =
      one_of<OutputFormat>("--format", text_of(values, "format", "text"),
                           {{"text", Text}, {"json", Json}, {"jsonl", Jsonl}, {"csv", Csv}, {"trec", Trec}});
  options.fields = split_list(text_of(values, "fields"));
  options.run_tag = text_of(values, "run-tag", options.run_tag);
  options.byte_order_mark = has(values, "bom");
  const char* term = std::getenv("TERM");
  const char* no_color = std::getenv("NO_COLOR");
  options.terminal =
      isatty(STDOUT_FILENO) != 0 && no_color == nullptr && term != nullptr && std::string(term) != "dumb";
  return options;
}

void read_page(const po::variables_map& values, SearchRequest& request) {
  constexpr std::uint64_t kTrecLimit = 1000;
  constexpr std::uint64_t kMost =
      std::numeric_limits<std::uint32_t>::max();  // documents that Xapian can hold
  if (request.rendering.format == OutputFormat::Trec) request.limit = kTrecLimit;
  if (has(values, "limit")) request.limit = parse_number("--limit", text_of(values, "limit"), 0, kMost);
  if (has(values, "offset")) request.offset = parse_number("--offset", text_of(values, "offset"), 0, kMost);
  if (has(values, "all")) request.limit = kMost;
  if (has(values, "sort")) {
    request.sort = one_of<SortOrder>(
        "--sort", text_of(values, "sort"),
        {{"relevance", SortOrder::Relevance}, {"newest", SortOrder::Newest}, {"oldest", SortOrder::Oldest}});
  }
}

/// FACET=TEXT
void read_sought_value(const std::string& typed, SearchRequest& request) {
  const auto equals = typed.find('=');
  const std::string text = equals == std::string::npos ? "" : tidy_value(typed.substr(equals + 1));
  if (text.empty())
    throw InputError("--facet-find takes FACET=TEXT, such as person=zel, not \"" + typed + "\"");
  const auto facets = parse_facets("--facet-find", typed.substr(0, equals));
  if (facets.size() != 1) throw InputError("--facet-find takes one facet, such as person=zel");
  if (facets.front() >= Facet::Year)
    throw InputError("--facet-find looks into names; for dates use --from and --to");
  request.facet_find[facets.front()] = text;
}

void read_facets(const po::variables_map& values, SearchRequest& request) {
  for (const std::string& typed : texts_of(values, "facet-find")) read_sought_value(typed, request);
  if (has(values, "facets")) {
    const std::string list = text_of(values, "facets");
    request.facets = list == "none" ? std::vector<Facet>() : parse_facets("--facets", list);
  }
  if (has(values, "facet-limit"))
    request.facet_limit = parse_number("--facet-limit", text_of(values, "facet-limit"), 0, 1'000'000);
  if (!has(values, "counts")) return;
  request.counts = parse_facets("--counts", text_of(values, "counts"));
  if (request.counts.empty() || request.counts.size() > 2)
    throw InputError("--counts takes one facet or two, such as month,source");
}

SearchRequest request_of(const po::variables_map& values, std::int32_t today) {
  SearchRequest request;
  const Strings arguments = texts_of(values, "arguments");
  if (arguments.empty()) throw InputError("name an archive; see --help");
  for (const char* option : {"queries", "show", "variants"}) {
    if ((arguments.size() > 1 || has(values, "phrase")) && has(values, option)) {
      throw InputError(std::string("--") + option + " takes no QUERY beside it; leave out one of them");
    }
  }
  request.archive = arguments.front();
  request.query = query_of(values, arguments);
  for (Facet facet : kChoosable) {
    const std::string name(info(facet).name);
    if (has(values, name.c_str())) request.choices[facet] = texts_of(values, name.c_str());
  }
  request.dates = parse_range(values, today);
  request.include_undated = has(values, "include-undated");
  if (has(values, "min-words")) {
    request.min_words =
        static_cast<std::uint32_t>(parse_number("--min-words", text_of(values, "min-words"), 0, 1'000'000));
  }
  request.rendering = render_options(values);
  read_facets(values, request);
  read_page(values, request);
  request.queries_file = text_of(values, "queries");
  request.any_word = has(values, "natural") || request.rendering.format == OutputFormat::Trec;
  request.expand = has(values, "expand") ||
                   (request.any_word && !request.queries_file.empty() && !has(values, "no-expand"));
  if (has(values, "expand") && has(values, "no-expand"))
    throw InputError("--expand and --no-expand exclude each other");
  if (has(values, "recency")) {
    request.recency =
        static_cast<std::uint32_t>(parse_number("--recency", text_of(values, "recency"), 1, 1'000'000));
    if (request.sort.value_or(SortOrder::Relevance) != SortOrder::Relevance)
      throw InputError("--recency is for --sort relevance");
  }
  request.show = text_of(values, "show");
  request.versions = has(values, "versions");
  if (request.versions && request.show.empty()) throw InputError("--versions goes with --show ID");
  request.like = text_of(values, "like");
  request.variants = text_of(values, "variants");
  request.explain = has(values, "explain");
  request.locale = text_of(values, "locale", "en");
  request.rendering.locale = request.locale;
  request.fold = request.rendering.format == OutputFormat::Text;
  if (has(values, "copies"))
    request.fold = one_of<bool>("--copies", text_of(values, "copies"), {{"fold", true}, {"show", false}});
  const std::size_t plain = 1u + (has(values, "format") ? 1u : 0u) + (has(values, "locale") ? 1u : 0u);
  const bool asks = values.size() > plain || arguments.size() > 1;
  const bool page =
      request.rendering.format == OutputFormat::Text || request.rendering.format == OutputFormat::Json;
  request.wants_inventory = !asks && page;
  return request;
}

}  // namespace

SearchCommand parse_search_command(int argc, const char* const* argv, std::int32_t today) {
  po::options_description all;
  all.add(everyday_options()).add(other_options());
  all.add_options()("arguments", po::value<Strings>());
  const po::variables_map values = parse_options(argc, argv, all, "arguments");
  if (has(values, "help-all")) return {{}, help_text(true)};
  if (has(values, "help")) return {{}, help_text(false)};
  if (has(values, "version")) return {{}, "broadsheet-search " BROADSHEET_VERSION "\n"};
  return {request_of(values, today), ""};
}

std::int32_t local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  return day_number({parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday});
}

}  // namespace broadsheet
