// SPDX-License-Identifier: GPL-2.0-or-later
//
// torture_together [TIMES [SEED]]: two writers at once, and readers that ask throughout. (README.md.)
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>

#include "tests/torture/torture.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

constexpr int kArticles = 120;
constexpr unsigned kReaders = 8;
constexpr std::array<const char*, 4> kEditions = {"fair", "poor", "good", "ruined"};

std::string edition_of_first(const std::string& answer) {
  for (const char* edition : kEditions) {
    if (answer.find(std::string("said to be ") + edition) < answer.find('\n')) return edition;
  }
  return "no edition";
}

/// Every article, in one edition: an answer from between two publications would have two, or fewer.
void require_one_state(const RunResult& answer) {
  require(answer.status == 0, "a reader fails", answer);
  const auto lines = lines_of(answer.out);
  require(lines.size() == kArticles, "an answer has " + std::to_string(lines.size()) + " articles", answer);
  const std::string edition = "said to be " + edition_of_first(answer.out);
  for (const std::string& line : lines)
    require(line.find(edition) != std::string::npos, "an answer has articles of two states", answer);
}

RunResult ask_for_articles(const std::string& archive) {
  return run_search(
      {archive, "harvest", "--all", "--format", "jsonl", "--fields", "identity,body", "--copies", "show"});
}

/// As cp -r does it: what is gone is passed over.
void copy_what_is_there(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::remove_all(to);
  fs::create_directories(to);
  for (auto at = fs::recursive_directory_iterator(from, error); at != fs::recursive_directory_iterator();
       at.increment(error)) {
    const fs::path target = to / at->path().lexically_relative(from);
    if (at->is_directory(error)) {
      fs::create_directories(target, error);
    } else {
      fs::copy_file(at->path(), target, error);
    }
  }
}

/// Copies the archive as it happens to be, file by file, and asks the copy: an answer is one of a published
/// state, and if --check finds nothing, there is one. True if there was.
bool ask_copy(const std::string& archive, const TemporaryFolder& folder) {
  const std::string copy = folder / "copy.archive";
  copy_what_is_there(archive, copy);
  const auto checked = run_index({"--check", copy});
  const auto answer = ask_for_articles(copy);
  require(checked.status == 0 || checked.status == 2, "--check ends oddly on a copy", checked);
  if (answer.status == 2 && checked.status == 2) return false;
  require_one_state(answer);
  return true;
}

/// Asks until it is told to stop; the first thing that must not be is kept.
class Readers {
 public:
  explicit Readers(const std::string& archive) : archive_(archive) {
    for (unsigned i = 0; i < kReaders; ++i) threads_.emplace_back([this, i] { work(i); });
  }
  ~Readers() { stop(); }
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  void stop() {
    stopping_ = true;
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }
  void require_good() {
    const std::lock_guard lock(mutex_);
    if (!trouble_.empty()) throw std::runtime_error(trouble_);
  }
  unsigned answers() const { return answers_; }
  unsigned copies() const { return copies_; }

 private:
  void work(unsigned number) {
    while (!stopping_) {
      try {
        ask(number);
        ++answers_;
      } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        trouble_ = error.what();
        return;
      }
    }
  }

  void ask(unsigned number) {
    if (number == 0) return require_clean(archive_, "while a writer is at work");
    if (number == 1) {
      copies_ += ask_copy(archive_, folder_) ? 1 : 0;
      return;
    }
    if (number % 2 == 0) return require_one_state(ask_for_articles(archive_));
    const auto counted = run_search({archive_, "\"by the board\"", "--counts", "country", "--format", "csv"});
    const std::string all = std::to_string(kArticles);
    require(counted.out == "country,articles,total\nAT," + all + ',' + all + '\n',
            "a count is not that of a published state", counted);
  }

  std::string archive_;
  TemporaryFolder folder_;
  std::atomic<unsigned> copies_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<unsigned> answers_ = 0;
  std::mutex mutex_;
  std::string trouble_;
  std::vector<std::thread> threads_;
};

bool is_locked(const std::string& archive) {
  const int lock = ::open((archive + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  if (lock < 0) return false;
  const bool locked = ::flock(lock, LOCK_EX | LOCK_NB) != 0;
  ::close(lock);
  return locked;
}

/// The first writer reads from a pipe, so it is at work until the pipe is closed.
void refuse_second_writer(const TemporaryFolder& folder, const std::string& archive,
                          const std::string& edition) {
  const std::string pipe = folder / "pipe";
  ::unlink(pipe.c_str());
  require(::mkfifo(pipe.c_str(), 0600) == 0, "no pipe can be made");
  RunOptions options;
  options.input_from = pipe;
  RunningProgram first(BROADSHEET_INDEX, {archive, "-", "--quiet", "--entities", "given", "--format", "json"},
                       options);
  const int writing = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
  while (!is_locked(archive)) std::this_thread::yield();
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{archive, folder / "new.jsonl"},
                                                    {archive, "--optimize"},
                                                    {"--repair", archive},
                                                    {"--reindex", archive}}) {
    const auto second = run_index(arguments);
    require(second.status == 2, "a second writer is let in", second);
    require(second.err.find("another broadsheet-index is writing") != std::string::npos,
            "a second writer is not told why", second);
  }
  require_clean(archive, "while a writer holds the lock");
  const std::string article = dump_of(0, 1, edition);
  require(::write(writing, article.data(), article.size()) > 0, "the pipe is broken");
  ::close(writing);
  const auto done = first.wait();
  require(done.status == 0, "the first writer fails", done);
}

void write_round(const TemporaryFolder& folder, const std::string& archive, unsigned round) {
  const std::string dump = folder / "new.jsonl";
  write_file(dump, dump_of(0, kArticles, kEditions[round % kEditions.size()]));
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{archive, dump},
                                                    {archive, "--optimize"},
                                                    {"--reindex", archive},
                                                    {"--repair", archive}}) {
    std::vector<std::string> all = arguments;
    for (const char* more : {"--quiet", "--entities", "given"}) all.emplace_back(more);
    const auto result = run_index(all);
    require(result.status == 0, "a writer fails while readers ask", result);
  }
}

}  // namespace

int main(int argc, char** argv) {
  return torture(argc, argv, 40, [](unsigned times, Numbers& numbers) {
    const TemporaryFolder folder;
    const std::string archive = folder / "a.archive";
    const auto first = static_cast<unsigned>(below(numbers, kEditions.size()));
    write_round(folder, archive, first);
    refuse_second_writer(folder, archive, kEditions[first]);
    Readers readers(archive);
    for (unsigned round = 1; round <= times; ++round) {
      write_round(folder, archive, first + round);
      readers.require_good();
    }
    readers.stop();
    readers.require_good();
    std::printf("%u rounds, %u answers, each of one published state; %u copies could be asked\n", times,
                readers.answers(), readers.copies());
  });
}
