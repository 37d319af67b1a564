// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/run_report.h"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/printable.h"
#include "common/seal.h"
#include "indexer/archive/files.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostProblems = 10'000;
using ReportLine = nlohmann::ordered_json;

fs::path next_report(const fs::path& folder) {
  for (unsigned number = 1;; ++number) {
    std::string name = std::to_string(number);
    name.insert(0, name.size() < 4 ? 4 - name.size() : 0, '0');
    if (!fs::exists(folder / (name + ".jsonl"))) return folder / (name + ".jsonl");
  }
}

void put(ReportLine& json, const Balance& balance) {
  json["read"] = balance.read;
  json["indexed"] = balance.indexed;
  json["updated"] = balance.updated;
  json["unchanged"] = balance.unchanged;
  json["skipped"] = balance.skipped;
  json["rejected"] = balance.rejected;
}

std::string dump(const ReportLine& json) {
  return json.dump(-1, ' ', false, ReportLine::error_handler_t::replace);
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

RunReport::RunReport(const fs::path& archive, const fs::path& rejects_file) {
  fs::create_directories(archive / "runs");
  path_ = next_report(archive / "runs");
  file_.open(path_);
  if (!file_) throw InputError("cannot write the report " + path_.string());
  if (!rejects_file.empty()) {
    rejects_.open(rejects_file);
    if (!rejects_) throw InputError("cannot write the rejects file " + rejects_file.string());
  }
}

void RunReport::write(const RunEvent& event) {
  if (event.kind == "problem" && ++problems_ > kMostProblems) return;
  ReportLine json = {{"kind", event.kind}, {"input", event.input}, {"record", event.record}};
  if (event.kind == "reject") json["offset"] = event.offset;
  if (!event.id.empty()) json["id"] = event.id;
  json["reason"] = event.reason;
  if (!event.first_bytes.empty()) json["first_bytes"] = printable(event.first_bytes);
  const std::string line = dump(json);
  file_ << line << '\n';
  if (event.kind == "reject" && rejects_.is_open()) rejects_ << line << '\n' << std::flush;
}

void RunReport::finish(const Balance& balance, const std::map<std::string, Balance>& by_format,
                       std::string_view started, std::string_view finished) {
  if (problems_ > kMostProblems) {
    const std::string reason = std::to_string(problems_ - kMostProblems) + " more problems are not listed";
    file_ << dump(ReportLine{{"kind", "problem"}, {"reason", reason}}) << '\n';
  }
  for (const auto& [format, of_format] : by_format) {
    ReportLine json = {{"kind", "format"}, {"format", format}};
    put(json, of_format);
    file_ << dump(json) << '\n';
  }
  ReportLine json = {{"kind", "balance"}, {"started", started}, {"finished", finished}};
  put(json, balance);
  std::string last = dump(json);
  last.pop_back();  // the seal closes the object
  file_ << last << std::flush;
  file_ << make_seal(read_file(path_)) << std::flush;
  if (!file_) throw InputError("cannot write the report " + path_.string() + "; is the disk full?");
}

}  // namespace broadsheet
