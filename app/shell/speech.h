// Reads text aloud through speech-dispatcher, where Onsite was built with it and it runs.
// UI thread only; talking to the speech server happens in the desktop lane, one call at a time, so
// a slow or missing server never holds up a frame. Only the newest text waits: what the user has
// left is not read.
#pragma once

#include <memory>
#include <string>

#include "app/core/job_runner.h"

namespace app {

class Speech {
 public:
  // REQUIRES: `jobs` outlives this.
  explicit Speech(JobRunner* jobs) : jobs_(jobs) {}

  // Interrupts what is being read and reads `text`.
  void Say(std::string text);

 private:
  struct Connection;
  void SayNext();

  JobRunner* jobs_;
  JobHandle job_;
  std::shared_ptr<Connection> connection_;  // handed to the job while one runs
  std::string next_;
  bool speaking_ = false;  // a job is under way
  bool broken_ = false;    // told once in the log; not tried again in this run
};

}  // namespace app
