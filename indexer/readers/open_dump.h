// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/bytes/byte_stream.h"
#include "indexer/readers/dump_reader.h"

namespace broadsheet {

/// The formats that --format accepts, in the order in which --help names them.
const std::vector<std::string>& dump_formats();

/// Bumped whenever a reader understands its input differently, so that unchanged files are read again.
constexpr int kReaderVersion = 7;

/// Bytes that cannot be had. The message names the cause, not the file.
class StreamError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// How to read, as the command line says.
struct ReadOptions {
  std::string format = {};  // empty: recognised by content
  std::vector<std::pair<std::string, std::string>> field_map =
      {};                          // theirs (dotted key) -> ours (a name of Record)
  std::string path_template = {};  // of --path; empty: none
};

/// A file to read: where it is and what it is called in messages and identities.
struct InputFile {
  std::filesystem::path path;  // "-" is standard input
  std::string name;  // relative to the directory that was named on the command line, else the file name
};

/// A file that is not read, and why.
struct LeftOut {
  InputFile file;
  std::string reason;
};

/// What the command line's INPUTs stand for: each file itself, each directory's files (recursively, sorted by
/// name, hidden files left out). Named or not, devices and sockets go to left_out; of what lies in a
/// directory so do symbolic links to directories and to nothing, pipes, directories that cannot be listed,
/// and files that are no news by their name (README*, LICENSE*, COPYING*, SOURCE.txt). A pipe that is named
/// is read to its end. Archives of Broadsheet in a directory and the rejects file, which this run writes, are
/// none of its files. Throws InputError for an input that does not exist, that lies in an archive, or that is
/// the rejects file.
struct InputList {
  std::vector<InputFile> files;
  std::vector<LeftOut> left_out;
};
InputList list_inputs(const std::vector<std::string>& inputs, const std::filesystem::path& rejects_file = {});

/// A dump inside a file: the file itself, or one member of an archive.
struct Dump {
  std::string name;  // "news.zip/1987/a.txt"
  std::unique_ptr<DumpReader> reader;
};

/// A file and the dumps inside it, opened through whatever compression and archive format it has (gz, bz2,
/// xz, zst, lz4, zip, tar, ...; libarchive), each member's format recognised by its content.
class DumpFile {
 public:
  virtual ~DumpFile() = default;

  /// The next dump; nothing at the end. The one before must not be used any more. A file or member that
  /// cannot be opened comes as a Dump whose reader gives one Reject. Member names with ".." or a leading "/"
  /// are Rejects.
  virtual std::optional<Dump> next() = 0;

  /// Bytes of the file itself (still compressed) that were read so far: for progress and speed.
  virtual std::uint64_t bytes_read() const = 0;

  /// Hash (hash64's function) of the file's bytes; complete once next() has returned nothing.
  virtual std::uint64_t content_hash() const = 0;
};

/// Never throws for a file that cannot be opened or read: it then holds one dump with one Reject.
std::unique_ptr<DumpFile> open_dump_file(const InputFile& file, const ReadOptions& options);

/// A reader over bytes of a known or (format empty) recognised format; for tests and fuzzers too.
std::unique_ptr<DumpReader> make_reader(std::unique_ptr<ByteStream> bytes, std::string_view name,
                                        const ReadOptions& options);

}  // namespace broadsheet
