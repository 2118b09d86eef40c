// Slow work off the main thread.
//
// Theory of operation. Each lane has a queue and a fixed number of worker threads. Start() puts
// work into a lane; a worker runs it with a stop token and leaves its result in the inbox, then
// calls `wake`. Work that has something to show before it ends puts that into the inbox in the same
// way. The main thread empties the inbox in Drain() and there runs the `done` callbacks,
// so that all state belongs to the main thread. Dropping a JobHandle cancels: work that has not
// begun never runs, work under way sees its stop token, and `done` is not called. The destructor
// cancels everything and joins.
//
// Threads: Start, Drain and WaitForResult on the main thread only; `wake` is called on workers.
// Invariant: `work` takes its inputs by value and touches no shared state.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

#include "interview/base/result.h"

namespace app {

enum class Lane {
  kJudge,    // runs code: one worker in the window, so that timings stay honest
  kGrade,    // prose, diagrams, estimates: milliseconds each
  kNet,      // the LLM endpoint
  kCompile,  // compiles ahead of a run, at low priority: whoever waits for something goes first
  kDesktop,  // asks and tells the desktop: its theme, what is read aloud
  kFiles,    // reads and makes files that take long: the bank, exports
};

// Owns one job; cancels it when destroyed or overwritten.
class JobHandle {
 public:
  JobHandle() = default;
  explicit JobHandle(std::shared_ptr<std::stop_source> stop) : stop_(std::move(stop)) {}
  JobHandle(JobHandle&&) = default;
  JobHandle& operator=(JobHandle&& other) noexcept;
  ~JobHandle() { Cancel(); }
  void Cancel();

 private:
  std::shared_ptr<std::stop_source> stop_;
};

// Hands a part of what a job is making to the main thread. Called by the work, on its worker.
template <class Part>
using Tell = std::function<void(Part)>;

class JobRunner {
 public:
  // `judges`: workers of the judge lane. `wake` is called on a worker after each result.
  explicit JobRunner(int judges = 1, std::function<void()> wake = {});
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  template <class T>
  [[nodiscard]] JobHandle Start(Lane lane,
                                std::function<interview::Result<T>(std::stop_token)> work,
                                std::function<void(interview::Result<T>)> done) {
    return StartErased(lane,
                       [work = std::move(work), done = std::move(done)](
                           std::stop_token stop, const Deliver&) -> Completion {
                         auto result = std::make_shared<interview::Result<T>>(work(stop));
                         return [done, result] { done(std::move(*result)); };
                       });
  }
  // The same for work that tells parts before it ends: each runs `on_part` in a Drain, in their
  // order and before `done`.
  template <class T, class Part>
  [[nodiscard]] JobHandle StartWithParts(
      Lane lane, std::function<interview::Result<T>(std::stop_token, const Tell<Part>&)> work,
      std::function<void(Part)> on_part, std::function<void(interview::Result<T>)> done) {
    return StartErased(
        lane,
        [work = std::move(work), on_part = std::move(on_part), done = std::move(done)](
            std::stop_token stop, const Deliver& deliver) -> Completion {
          const Tell<Part> tell = [&](Part part) {
            deliver([on_part, part = std::move(part)] { on_part(part); });
          };
          auto result = std::make_shared<interview::Result<T>>(work(stop, tell));
          return [done, result] { done(std::move(*result)); };
        });
  }

  // Runs the callbacks of all finished jobs; true when there were any.
  bool Drain();
  // Sleeps until a job has finished or `timeout` has passed.
  void WaitForResult(std::chrono::milliseconds timeout);

 private:
  using Completion = std::function<void()>;
  using Deliver = std::function<void(Completion)>;
  using Work = std::function<Completion(std::stop_token, const Deliver&)>;
  struct Shared;

  JobHandle StartErased(Lane lane, Work work);

  std::unique_ptr<Shared> shared_;
};

}  // namespace app
