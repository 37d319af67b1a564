// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline.h"

#include <unistd.h>

#include <map>
#include <ostream>

#include "common/error.h"
#include "common/printable.h"
#include "indexer/archive/archive_writer.h"
#include "indexer/archive/run_report.h"
#include "indexer/derivations.h"
#include "indexer/dry_run.h"
#include "indexer/exit_status.h"
#include "indexer/prepared_source.h"
#include "indexer/progress.h"
#include "indexer/upkeep.h"

namespace broadsheet {
namespace {

ArchiveWriter::Settings writer_settings(const IndexRequest& request) {
  ArchiveWriter::Settings settings;
  settings.bytes_in_memory = request.memory;
  settings.derive = derivations();
  return settings;
}

/// One run: takes prepared batches, gives them to the archive and keeps the account.
class Run {
 public:
  Run(const IndexRequest& request, InputList inputs, std::ostream& messages)
      : request_(request),
        inputs_(std::move(inputs)),
        messages_(messages),
        writer_(request.archive, writer_settings(request)),
        report_(request.archive, request.rejects_file),
        started_(utc_now()) {}

  Balance execute() {
    for (const std::string& id : request_.remove) remove(id);
    for (const std::string& id : request_.restore) writer_.restore(id);
    if (!request_.remove.empty()) writer_.publish(false);
    take_inputs();
    writer_.publish(true);
    if (request_.optimize) writer_.optimize();
    report_.finish(total_, by_format_, started_, utc_now());
    return total_;
  }

  const std::map<std::string, std::uint64_t>& reject_reasons() const { return reject_reasons_; }

 private:
  void take_inputs() {
    for (const LeftOut& one : inputs_.left_out) leave_out(one);
    RecordSource source(
        inputs_.files, request_.reading,
        {writer_.ledger(), fingerprint(request_), request_.normalising.now, !request_.rejects_file.empty()});
    Progress progress(messages_, !request_.quiet && isatty(STDERR_FILENO) != 0, source.total_bytes());
    PreparedSource prepared(source, request_);
    for (Batch batch = prepared.next(); !batch.empty(); batch = prepared.next()) {
      for (PreparedStep& step : batch) take(step);
      progress.update(total_, batch.back().step.bytes);
      writer_.keep_up();
    }
  }

  void remove(const std::string& id) {
    if (!writer_.remove(id, "deleted by --delete") && !request_.quiet)
      messages_ << one_line(id) << " was deleted before\n";
  }

  void leave_out(const LeftOut& one) {
    ++total_.read;
    ++total_.skipped;
    report_.write({"skip", one.file.name, 1, 0, "", one.reason, ""});
  }

  void take(PreparedStep& prepared) {
    SourceStep& step = prepared.step;
    switch (step.kind) {
      case SourceStep::Kind::Known:
        total_ += step.state.balance;
        break;
      case SourceStep::Kind::EndOfFile:
        step.state.balance = of_file_.balance;
        step.state.next_release = of_file_.next_release;
        of_file_ = {};
        if (!step.file.empty()) writer_.ledger().record(step.file, std::move(step.state));
        break;
      case SourceStep::Kind::Item: {
        Balance one = take_item(prepared);
        one.read = 1;
        of_file_.balance += one;
        by_format_[step.format] += one;
        total_ += one;
        break;
      }
    }
  }

  Balance take_item(PreparedStep& prepared) {
    Balance one;
    const SourceStep& step = prepared.step;
    if (prepared.ready) return take_article(prepared);
    if (prepared.notice) return take_notice(prepared);
    if (const auto* reject = std::get_if<Reject>(&step.item)) {
      ++one.rejected;
      ++reject_reasons_[reject->reason];
      report_.write(
          {"reject", step.dump, reject->number, reject->offset, "", reject->reason, reject->first_bytes});
    } else if (const auto* skip = std::get_if<Skip>(&step.item)) {
      ++one.skipped;
      report_.write({"skip", step.dump, skip->number, 0, "", skip->reason, ""});
    }
    return one;
  }

  Balance take_notice(const PreparedStep& prepared) {
    const Notice& notice = *prepared.notice;
    const bool is_kill = notice.kind == Notice::Kind::Kill;
    for (const std::string& identity : notice.identities)
      writer_.bury(identity, notice.id.empty() ? identity : notice.id, notice.reason);
    if (notice.until != 0 && (of_file_.next_release == 0 || notice.until < of_file_.next_release))
      of_file_.next_release = notice.until;
    report_.write(
        {is_kill ? "kill" : "skip", prepared.step.dump, prepared.number, 0, notice.id, notice.reason, ""});
    Balance one;
    ++one.skipped;
    return one;
  }

  Balance take_article(PreparedStep& prepared) {
    Balance one;
    const std::string dump = prepared.step.dump;
    const std::string id = prepared.ready->article.stored.article.identity;
    const auto note = [&](std::string_view kind, std::string_view reason) {
      report_.write({kind, dump, prepared.number, 0, id, reason, ""});
    };
    for (const std::string& problem : prepared.ready->problems) note("problem", problem);
    const AddResult result = writer_.add(std::move(prepared.ready->article));
    if (result.collided_identity) {
      note("collision", "the id is taken by an unrelated article; this one is kept beside it as " +
                            *result.collided_identity);
    }
    switch (result.outcome) {
      case Outcome::Indexed:
        ++one.indexed;
        break;
      case Outcome::Updated:
        ++one.updated;
        note("update", "replaces the version that the archive had");
        break;
      case Outcome::Unchanged:
        ++one.unchanged;
        break;
      case Outcome::Older:
        ++one.skipped;
        note("skip", "an older version than the archive has: kept, not searched");
        break;
      case Outcome::Buried:
        ++one.skipped;
        note("skip", "deleted or killed before; --undelete lets it in again");
        break;
    }
    return one;
  }

  /// What is known of the file that is being read.
  struct OfFile {
    Balance balance;
    std::int64_t next_release = 0;
  };

  const IndexRequest& request_;
  InputList inputs_;
  std::ostream& messages_;
  ArchiveWriter writer_;
  RunReport report_;
  std::string started_;
  Balance total_;
  std::map<std::string, Balance> by_format_;
  OfFile of_file_;
  std::map<std::string, std::uint64_t> reject_reasons_;
};

void summarise(const IndexRequest& request, const Run& run, std::ostream& messages) {
  constexpr int kShown = 5;
  int shown = 0;
  for (const auto& [reason, times] : run.reject_reasons()) {
    if (shown++ == kShown) {
      messages << "  ... more reasons in " << request.archive << "/runs\n";
      break;
    }
    messages << "rejected " << times << ": " << one_line(reason) << '\n';
  }
}

}  // namespace

int run_pipeline(const IndexRequest& request, std::ostream& out, std::ostream& messages) {
  switch (request.task) {
    case IndexRequest::Task::Check:
      return run_check(request, out);
    case IndexRequest::Task::Repair:
      return run_repair(request, out);
    case IndexRequest::Task::Reindex:
      return run_reindex(request, out, messages);
    case IndexRequest::Task::Index:
      break;
  }
  if (request.dry_run) return dry_run(request, out);
  // Before an archive is made: an input that does not exist stops the run.
  InputList inputs = list_inputs(request.inputs, request.rejects_file);
  Run run(request, std::move(inputs), messages);
  const Balance balance = run.execute();
  if (!request.quiet) summarise(request, run, messages);
  out << to_string(balance) << std::endl;
  if (!out)
    throw InputError("the run is done, but its balance cannot be written: the output is closed or full");
  const bool only_upkeep = request.inputs.empty();
  const int status = only_upkeep ? kDone : exit_status(balance.read, balance.rejected);
  if (status == kManyRejected && !request.quiet) {
    messages << "warning: over 5 % of the records were rejected; the reasons are in " << request.archive
             << "/runs (or use --rejects FILE)\n";
  }
  return status;
}

}  // namespace broadsheet
