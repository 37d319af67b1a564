// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/request.h"

#include <unistd.h>

#include <array>
#include <charconv>
#include <ctime>
#include <sstream>
#include <thread>

#include "common/error.h"
#include "common/printable.h"
#include "common/program.h"

namespace broadsheet {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr const char* kIntroduction =
    "Usage: broadsheet-index ARCHIVE INPUT... [OPTIONS]\n"
    "\n"
    "Puts the articles of news dumps into an archive that broadsheet-search searches. An INPUT is a file, a "
    "folder,\n"
    "or - for standard input; compressed and archived inputs are opened as they are. Inputs are never "
    "changed.\n"
    "\n"
    "  broadsheet-index news.archive dump.jsonl.gz --dry-run     what would be understood, nothing written\n"
    "  broadsheet-index news.archive dump.jsonl.gz               index it; again later: only what is new\n"
    "  broadsheet-index news.archive papers/ --source \"The Harbour Post\" --language en\n"
    "  broadsheet-index news.archive export.csv --map Kop=title --map Tekst=body\n"
    "  broadsheet-index news.archive scans/ --path '{source}/{date}_{title}.txt'\n"
    "  broadsheet-index news.archive --delete urn:news:4711\n"
    "  broadsheet-index --check news.archive                     is every byte as it was written?\n"
    "\n";

constexpr const char* kConclusion =
    "\n"
    "The last line on standard output is the balance: read R = indexed I + updated U + unchanged N + skipped "
    "S +\n"
    "rejected X. Exit status: 0 done, 1 nothing was read, 2 error (or errors that --check finds), 3 done but "
    "over\n"
    "5 % of the records rejected.\n";

po::options_description option_list() {
  po::options_description options("Options", 110, 60);
  const auto text = [] { return po::value<std::string>(); };
  const auto texts = [] { return po::value<Strings>()->composing(); };
  options.add_options()(
      "format", text()->value_name("F"),
      ("read the inputs as F, whatever they look like: " + comma_list(dump_formats())).c_str())(
      "collection", text()->value_name("NAME"),
      "scope of the records' ids, for dumps whose ids are mere numbers")(
      "source", text()->value_name("NAME"), "outlet of the records that name none")(
      "language", text()->value_name("L"),
      "language of the records that name none (en, de, ...); else it is detected")(
      "date", text()->value_name("D"),
      "published date of the records that have none: 1961, 1961-08 or 1961-08-13")(
      "timezone", text()->value_name("Z"), "zone of the times that name none, as an offset: +01:00")(
      "map", texts()->value_name("THEIRS=OURS"),
      "read the field THEIRS (headline.main) as OURS (title); again for more")(
      "path", text()->value_name("TEMPLATE"),
      "take fields from the inputs' paths: '{source}/{date}_{title}.txt'")(
      "entities", text()->value_name("all|given"),
      "all: those found in the text too (default); given: those of the record only")(
      "jobs", text()->value_name("N"), "threads that prepare articles (default: all cores)")(
      "memory", text()->value_name("SIZE"),
      "memory for what is not written yet: 512M, 2G (default: a quarter of the machine's)")(
      "dry-run",
      "show what would be understood of the first 1,000 records; write nothing. With --quiet: read all, "
      "count "
      "them")("rejects", text()->value_name("FILE"),
              "write the records that could not be read to FILE too (JSON lines)")(
      "delete", texts()->value_name("ID"), "remove an article for good; later dumps do not bring it back")(
      "undelete", texts()->value_name("ID"), "let a deleted article in again when it is next read")(
      "optimize", "merge the archive's segments into as few as can be, 2 GB each at most")(
      "check", "read the whole archive and say what is wrong with it; needs no lock")(
      "repair", "make anew what can be made of the segments, remove leftovers, then check")(
      "reindex", "all stored articles once more, as this version tags and indexes them")(
      "quiet", "no progress and no summary, only the balance")("help", "show this help")("version",
                                                                                         "show the version");
  return options;
}

std::string help_text() {
  std::ostringstream text;
  text << kIntroduction << option_list() << kConclusion;
  return text.str();
}

std::uint64_t parse_size(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string unit(end, text.data() + text.size());
  constexpr std::uint64_t kMega = 1 << 20;
  if (error == std::errc() && value > 0 && value < (std::uint64_t{1} << 40)) {
    if (unit == "M" || unit == "MB") return value * kMega;
    if (unit == "G" || unit == "GB") return value * kMega * 1024;
    if (unit == "K" || unit == "KB") return value * 1024;
    if (unit.empty()) return value;
  }
  throw InputError("--memory takes a size such as 512M or 2G, not \"" + text + "\"");
}

std::uint64_t quarter_of_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long page = sysconf(_SC_PAGE_SIZE);
  return pages > 0 && page > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) / 4
                               : 1u << 30;
}

Moment parse_option_date(const std::string& text, int offset) {
  const auto moment = parse_iso_moment(text, offset);
  if (!moment) throw InputError("--date takes 1961, 1961-08 or 1961-08-13, not \"" + text + "\"");
  return *moment;
}

int parse_zone(const std::string& text) {
  const auto offset = parse_offset(text);
  if (offset) return *offset;
  throw InputError("--timezone takes an offset such as +01:00 or Z, not \"" + text +
                   "\"; zones by name are not available yet");
}

std::pair<std::string, std::string> parse_map(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw InputError("--map takes THEIRS=OURS, such as headline.main=title, not \"" + text + "\"");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

std::string text_of(const po::variables_map& values, const char* name) {
  return values.count(name) > 0 ? values[name].as<std::string>() : std::string();
}

Strings texts_of(const po::variables_map& values, const char* name) {
  return values.count(name) > 0 ? values[name].as<Strings>() : Strings();
}

ReadOptions read_options(const po::variables_map& values) {
  ReadOptions reading;
  reading.format = text_of(values, "format");
  const Strings& known = dump_formats();
  if (!reading.format.empty() && std::find(known.begin(), known.end(), reading.format) == known.end()) {
    throw InputError("--format knows " + comma_list(known) + ", not \"" + reading.format + "\"");
  }
  for (const std::string& pair : texts_of(values, "map")) reading.field_map.push_back(parse_map(pair));
  reading.path_template = text_of(values, "path");
  return reading;
}

NormaliseOptions normalise_options(const po::variables_map& values) {
  NormaliseOptions normalising;
  normalising.collection = text_of(values, "collection");
  normalising.source = text_of(values, "source");
  normalising.language = text_of(values, "language");
  if (values.count("timezone") > 0)
    normalising.default_offset_minutes = parse_zone(text_of(values, "timezone"));
  if (values.count("date") > 0) {
    normalising.date = parse_option_date(text_of(values, "date"), normalising.default_offset_minutes);
  }
  return normalising;
}

bool wants_entities(const po::variables_map& values) {
  const std::string entities = text_of(values, "entities");
  if (entities != "" && entities != "all" && entities != "given") {
    throw InputError("--entities takes all or given, not \"" + entities + "\"");
  }
  return entities != "given";
}

IndexRequest::Task task_of(const po::variables_map& values) {
  constexpr std::array<std::pair<const char*, IndexRequest::Task>, 3> kTasks = {
      {{"check", IndexRequest::Task::Check},
       {"repair", IndexRequest::Task::Repair},
       {"reindex", IndexRequest::Task::Reindex}}};
  auto task = IndexRequest::Task::Index;
  for (const auto& [name, of_option] : kTasks) {
    if (values.count(name) == 0) continue;
    if (task != IndexRequest::Task::Index)
      throw InputError("--check, --repair and --reindex exclude each other; name one");
    task = of_option;
  }
  return task;
}

/// Checking, repairing and indexing again are about what is there: nothing is read or removed beside them.
void require_no_other_work(const IndexRequest& request) {
  if (request.inputs.empty() && request.remove.empty() && request.restore.empty() && !request.optimize &&
      !request.dry_run)
    return;
  throw InputError("--check, --repair and --reindex take an archive and nothing else to do; run them apart");
}

IndexRequest request_of(const po::variables_map& values) {
  IndexRequest request;
  request.task = task_of(values);
  Strings arguments = texts_of(values, "arguments");
  if (arguments.empty()) throw InputError("name an archive and at least one input; see --help");
  request.archive = arguments.front();
  request.inputs.assign(arguments.begin() + 1, arguments.end());
  request.reading = read_options(values);
  request.normalising = normalise_options(values);
  request.normalising.now = std::time(nullptr);
  request.find_entities = wants_entities(values);
  request.jobs = std::max(1u, std::thread::hardware_concurrency());
  if (values.count("jobs") > 0)
    request.jobs = static_cast<unsigned>(parse_number("--jobs", text_of(values, "jobs"), 1, 1024));
  request.memory = values.count("memory") > 0 ? parse_size(text_of(values, "memory")) : quarter_of_memory();
  request.rejects_file = text_of(values, "rejects");
  request.remove = texts_of(values, "delete");
  request.restore = texts_of(values, "undelete");
  request.optimize = values.count("optimize") > 0;
  request.dry_run = values.count("dry-run") > 0;
  request.quiet = values.count("quiet") > 0;
  const bool other_work = !request.remove.empty() || !request.restore.empty() || request.optimize;
  if (request.task != IndexRequest::Task::Index) {
    require_no_other_work(request);
  } else if (request.inputs.empty() && (request.dry_run || !other_work)) {
    throw InputError("name at least one input after the archive: a file, a folder, or - for standard input");
  }
  return request;
}

}  // namespace

std::string fingerprint(const IndexRequest& request) {
  std::ostringstream text;
  text << "reader " << kReaderVersion << " format " << request.reading.format;
  for (const auto& [theirs, ours] : request.reading.field_map) text << " map " << theirs << '=' << ours;
  text << " path " << request.reading.path_template << " collection " << request.normalising.collection
       << " source " << request.normalising.source << " language " << request.normalising.language << " date "
       << to_iso(request.normalising.date) << " offset " << request.normalising.default_offset_minutes
       << " entities " << request.find_entities;
  return text.str();
}

IndexCommand parse_index_command(int argc, const char* const* argv) {
  po::options_description all = option_list();
  all.add_options()("arguments", po::value<Strings>());
  const po::variables_map values = parse_options(argc, argv, all, "arguments");
  if (values.count("help") > 0) return {{}, help_text()};
  if (values.count("version") > 0) return {{}, "broadsheet-index " BROADSHEET_VERSION "\n"};
  return {request_of(values), ""};
}

}  // namespace broadsheet
