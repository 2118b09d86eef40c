// Works out the Standing in the background.
//
// Digests kept in the store are read once and stay in memory; those that are missing are made from
// their transcripts, a few at a time, and kept. The store is read on the main thread for a few
// milliseconds at a time; parsing, folding and reckoning are jobs.
//
// Main thread only. Invariant: at most one job is under way; Ask() drops it and begins again with
// what is known by then.
#pragma once

#include <functional>
#include <memory>
#include <set>

#include "app/core/app_state.h"
#include "app/core/job_runner.h"
#include "app/core/standing.h"
#include "interview/store/transcript_store.h"

namespace app {

class StandingReader {
 public:
  struct Doors {
    interview::TranscriptStore* store;
    JobRunner* jobs;
    AppState* state;
    std::function<void(interview::Result<std::shared_ptr<const Standing>>)> done;
  };
  explicit StandingReader(Doors doors) : doors_(std::move(doors)) {}

  // Begins; `done` is called from JobRunner::Drain. A session that cannot be read is left out and
  // told to the log.
  void Ask(interview::WallTime now);

 private:
  void ReadKept();
  void MakeMissing();
  void Reckon();

  Doors doors_;
  interview::WallTime now_{};
  bool has_read_ = false;  // what the store keeps
  Digests known_;
  std::set<interview::SessionId> unreadable_;
  JobHandle job_;
};

}  // namespace app
