// The app without a face: state, jobs, store and evaluators, behind two doors, Apply and Tick.
// Main thread only, in the window and on the command line alike.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/core/app_state.h"
#include "app/core/command.h"
#include "app/core/job_runner.h"
#include "app/core/standing.h"
#include "interview/base/result.h"

namespace app {

class AppCore {
 public:
  struct Options {
    int judges = 1;  // workers of the judge lane
    // Prepares the compilers in the background, once for each machine.
    bool readies_compilers = false;
    std::function<void()> wake = {};  // called on a worker thread when a result waits for Tick
    // What else the start has to do: called once by Open, while the bank is being read.
    std::function<interview::Status()> meanwhile = {};
  };

  // Opens store and bank. Fails when either cannot be used, with the remedy, or when `meanwhile`
  // does; settings that cannot be read are replaced by defaults with a notice, and the broken file
  // is kept.
  static interview::Result<std::unique_ptr<AppCore>> Open(AppPaths paths, Options options);
  ~AppCore();

  const AppState& state() const;

  // Performs one command. What fails becomes a notice.
  void Apply(const Command& command);

  // Takes in finished jobs and lets time pass in the running session. Call after every wake-up.
  void Tick();

  // What follows from all finished sessions; waits for it. For the command line. What is given
  // stands in for the settings.
  interview::Result<std::shared_ptr<const Standing>> ReadStanding(
      std::optional<std::int64_t> interview_day = {}, std::optional<double> hours_per_week = {});

  // For what the window does beside the core and must not wait for. Tick runs its callbacks.
  JobRunner& jobs();

  // Sleeps until a job has finished or `timeout` has passed; for the command line, which has no
  // frames.
  void WaitForResult(std::chrono::milliseconds timeout);

  // When Tick is needed next although nothing happens: the next whole second of a running clock, or
  // the end of a pause in typing.
  std::optional<std::chrono::milliseconds> UntilNextTick() const;

 private:
  AppCore();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace app
