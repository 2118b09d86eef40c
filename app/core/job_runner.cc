// Queues, workers and the inbox behind job_runner.h.
#include "app/core/job_runner.h"

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace app {
namespace {

constexpr std::size_t kLanes = 6;

// This thread and the processes that it will start go after all others.
void StepBack() { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10); }

}  // namespace

struct JobRunner::Shared {
  struct Job {
    std::shared_ptr<std::stop_source> stop;
    Work work;
  };
  struct Finished {
    std::shared_ptr<std::stop_source> stop;
    Completion completion;
  };

  std::function<void()> wake;
  const std::thread::id main_thread = std::this_thread::get_id();

  std::mutex mutex;
  std::condition_variable_any work_arrived;
  std::condition_variable_any result_arrived;
  std::array<std::deque<Job>, kLanes> queues;            // protected by mutex
  std::vector<std::weak_ptr<std::stop_source>> running;  // protected by mutex
  std::vector<Finished> inbox;                           // protected by mutex

  std::vector<std::jthread> workers;

  void Serve(std::size_t lane, std::stop_token quit) {
    while (true) {
      Job job;
      {
        std::unique_lock lock(mutex);
        if (!work_arrived.wait(lock, quit, [&] { return !queues[lane].empty(); })) return;
        job = std::move(queues[lane].front());
        queues[lane].pop_front();
        if (job.stop->stop_requested()) continue;
        std::erase_if(running, [](const auto& weak) { return weak.expired(); });
        running.push_back(job.stop);
      }
      const Deliver deliver = [&](Completion completion) {
        {
          const std::lock_guard lock(mutex);
          inbox.push_back({job.stop, std::move(completion)});
        }
        result_arrived.notify_all();
        if (wake) wake();
      };
      Completion completion = job.work(job.stop->get_token(), deliver);
      job.work = nullptr;
      deliver(std::move(completion));
    }
  }
};

JobHandle& JobHandle::operator=(JobHandle&& other) noexcept {
  if (this != &other) {
    Cancel();
    stop_ = std::move(other.stop_);
  }
  return *this;
}

void JobHandle::Cancel() {
  if (stop_) stop_->request_stop();
  stop_.reset();
}

JobRunner::JobRunner(int judges, std::function<void()> wake) : shared_(std::make_unique<Shared>()) {
  shared_->wake = std::move(wake);
  const std::array<int, kLanes> counts = {judges, 1, 2, 1, 1, 1};
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    for (int i = 0; i < counts[lane]; ++i) {
      shared_->workers.emplace_back([shared = shared_.get(), lane](std::stop_token quit) {
        if (static_cast<Lane>(lane) == Lane::kCompile) StepBack();
        shared->Serve(lane, quit);
      });
    }
  }
}

JobRunner::~JobRunner() {
  {
    const std::lock_guard lock(shared_->mutex);
    for (auto& queue : shared_->queues) queue.clear();
    for (const auto& weak : shared_->running) {
      if (const auto stop = weak.lock()) stop->request_stop();
    }
  }
  shared_->workers.clear();  // requests stop and joins each
}

JobHandle JobRunner::StartErased(Lane lane, Work work) {
  assert(std::this_thread::get_id() == shared_->main_thread);
  auto stop = std::make_shared<std::stop_source>();
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->queues[static_cast<std::size_t>(lane)].push_back({stop, std::move(work)});
  }
  shared_->work_arrived.notify_all();
  return JobHandle(std::move(stop));
}

bool JobRunner::Drain() {
  assert(std::this_thread::get_id() == shared_->main_thread);
  std::vector<Shared::Finished> finished;
  {
    const std::lock_guard lock(shared_->mutex);
    finished.swap(shared_->inbox);
  }
  for (Shared::Finished& one : finished) {
    if (!one.stop->stop_requested()) one.completion();
  }
  return !finished.empty();
}

void JobRunner::WaitForResult(std::chrono::milliseconds timeout) {
  std::unique_lock lock(shared_->mutex);
  shared_->result_arrived.wait_for(lock, timeout, [&] { return !shared_->inbox.empty(); });
}

}  // namespace app
