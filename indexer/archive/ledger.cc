// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/ledger.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/hash.h"

namespace broadsheet {
namespace {

using LedgerLine = nlohmann::json;

LedgerLine to_json(const Balance& balance) {
  return {balance.read,      balance.indexed, balance.updated,
          balance.unchanged, balance.skipped, balance.rejected};
}

Balance balance_of(const LedgerLine& json) {
  Balance balance;
  balance.read = json.at(0);
  balance.indexed = json.at(1);
  balance.updated = json.at(2);
  balance.unchanged = json.at(3);
  balance.skipped = json.at(4);
  balance.rejected = json.at(5);
  return balance;
}

std::uint64_t from_hex(const std::string& hex) {
  std::uint64_t value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return value;
}

std::string dump_line(const LedgerLine& json) {
  return json.dump(-1, ' ', false, LedgerLine::error_handler_t::replace) + '\n';
}

}  // namespace

Balance& Balance::operator+=(const Balance& other) {
  read += other.read;
  indexed += other.indexed;
  updated += other.updated;
  unchanged += other.unchanged;
  skipped += other.skipped;
  rejected += other.rejected;
  return *this;
}

std::string to_string(const Balance& balance) {
  return "read " + std::to_string(balance.read) + " = indexed " + std::to_string(balance.indexed) +
         " + updated " + std::to_string(balance.updated) + " + unchanged " +
         std::to_string(balance.unchanged) + " + skipped " + std::to_string(balance.skipped) +
         " + rejected " + std::to_string(balance.rejected);
}

std::optional<FileState> file_state(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileState{static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

Ledger Ledger::load(const std::filesystem::path& file) {
  Ledger ledger;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    try {
      const LedgerLine json = LedgerLine::parse(line);
      if (json.contains("tombstone")) {
        ledger.bury(json.at("tombstone"), {json.at("id"), json.at("reason"), json.at("date")});
      } else {
        Input input;
        input.state = {json.at("size"), json.at("modified_ns")};
        input.content_hash = from_hex(json.at("hash"));
        input.options = json.at("options");
        input.balance = balance_of(json.at("balance"));
        input.next_release = json.value("next_release", std::int64_t{0});
        ledger.record(json.at("input"), std::move(input));
      }
    } catch (const LedgerLine::exception&) {
      ++ledger.unreadable_;
    }
  }
  return ledger;
}

bool Ledger::closes() const {
  return std::all_of(inputs_.begin(), inputs_.end(),
                     [](const auto& input) { return input.second.balance.closes(); });
}

std::string Ledger::to_lines() const {
  std::string lines;
  for (const auto& [path, input] : inputs_) {
    lines += dump_line({{"input", path},
                        {"size", input.state.size},
                        {"modified_ns", input.state.modified_ns},
                        {"hash", to_hex(input.content_hash)},
                        {"options", input.options},
                        {"balance", to_json(input.balance)},
                        {"next_release", input.next_release}});
  }
  for (const auto& [identity, tombstone] : tombstones_) {
    lines += dump_line({{"tombstone", identity},
                        {"id", tombstone.id},
                        {"reason", tombstone.reason},
                        {"date", tombstone.date}});
  }
  return lines;
}

std::optional<Balance> Ledger::unchanged(const std::string& path, FileState state, const std::string& options,
                                         std::int64_t now) const {
  const auto found = inputs_.find(path);
  if (found == inputs_.end()) return std::nullopt;
  const Input& input = found->second;
  if (input.state != state || input.options != options) return std::nullopt;
  if (input.next_release != 0 && input.next_release <= now) return std::nullopt;
  Balance balance = input.balance;
  balance.unchanged += balance.indexed + balance.updated;
  balance.indexed = balance.updated = 0;
  return balance;
}

bool Ledger::unbury(const std::string& identity) {
  if (tombstones_.erase(identity) == 0) return false;
  forget_inputs();
  return true;
}

}  // namespace broadsheet
