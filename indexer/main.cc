// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include "common/program.h"
#include "indexer/pipeline.h"
#include "indexer/request.h"

int main(int argc, char** argv) {
  using namespace broadsheet;
  return run_program("broadsheet-index", [&] {
    const IndexCommand command = parse_index_command(argc, argv);
    if (!command.text.empty()) {
      std::cout << command.text;
      return 0;
    }
    return run_pipeline(command.request, std::cout, std::cerr);
  });
}
