// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace broadsheet {

/// Calls work(0) to work(count - 1), each once, in no order, with as many threads as the machine has cores.
/// What they share must be safe to share. Ends when all have ended; throws what one of them threw.
template <typename Work>
void in_parallel(std::size_t count, const Work& work) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < std::min(cores, count); ++i)
    others.push_back(std::async(std::launch::async, take_turns));
  take_turns();
  for (std::future<void>& other : others) other.get();
}

}  // namespace broadsheet
