// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include "common/program.h"
#include "searcher/engine.h"
#include "searcher/request.h"

int main(int argc, char** argv) {
  using namespace broadsheet;
  std::ios::sync_with_stdio(false);
  return run_program("broadsheet-search", [&] {
    const std::int32_t today = local_today();
    const SearchCommand command = parse_search_command(argc, argv, today);
    if (!command.text.empty()) {
      std::cout << command.text;
      return 0;
    }
    keep_freed_memory();
    return run_search(command.request, today, std::cout, std::cerr);
  });
}
