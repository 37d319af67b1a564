// SPDX-License-Identifier: GPL-2.0-or-later
// Gives every file of the folders named to a fuzz target: what once was a finding stays mended. Needs no
// fuzzer; a failure ends the program by its signal, the file's name being the last line.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  int replayed = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::exists(argv[i])) continue;
    for (const auto& entry : fs::directory_iterator(argv[i])) {
      std::cout << entry.path().string() << std::endl;
      const std::string bytes = bytes_of(entry.path());
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++replayed;
    }
  }
  std::cout << "replayed " << replayed << '\n';
  return replayed > 0 ? 0 : 1;
}
