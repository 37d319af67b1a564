// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <array>
#include <cstdio>
#include <ostream>
#include <string>

namespace broadsheet {
namespace {

constexpr int kBarWidth = 24;

std::string bar(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kBarWidth - full), '.') + "]";
}

std::string clock(double seconds) {
  const auto whole = static_cast<long>(seconds);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
  return text.data();
}

}  // namespace

Progress::Progress(std::ostream& out, bool shown, std::uint64_t total_bytes)
    : out_(out), shown_(shown), total_bytes_(total_bytes), started_(Clock::now()), last_(started_) {}

Progress::~Progress() {
  clear();
}

void Progress::update(const Balance& balance, std::uint64_t bytes) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double share =
      total_bytes_ == 0 ? 0 : std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes_));
  std::array<char, 120> text{};
  std::snprintf(text.data(), text.size(), " %llu articles, %.0f/s, %.1f MB/s, %llu rejected",
                static_cast<unsigned long long>(balance.read), static_cast<double>(balance.read) / seconds,
                static_cast<double>(bytes) / 1e6 / seconds,
                static_cast<unsigned long long>(balance.rejected));
  out_ << '\r' << (total_bytes_ > 0 ? bar(share) : "") << text.data();
  if (share > 0) out_ << ", " << clock(seconds / share - seconds) << " left";
  out_ << "\x1b[K" << std::flush;
  line_is_up_ = true;
}

void Progress::clear() {
  if (!line_is_up_) return;
  out_ << "\r\x1b[K" << std::flush;
  line_is_up_ = false;
}

}  // namespace broadsheet
