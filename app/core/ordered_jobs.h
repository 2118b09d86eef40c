// Work done side by side whose results are handed over in the order in which it was added.
//
// Main thread only. The result of a job is kept until all jobs before it were delivered; destroying
// the object cancels what is not finished.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

#include "app/core/job_runner.h"

namespace app {

template <class T>
class OrderedJobs {
 public:
  using Work = std::function<interview::Result<T>(std::stop_token)>;
  using Deliver = std::function<void(interview::Result<T>)>;

  // REQUIRES: `jobs` outlives this object.
  OrderedJobs(JobRunner& jobs, Lane lane, Deliver deliver)
      : jobs_(jobs), lane_(lane), deliver_(std::move(deliver)) {}
  OrderedJobs(const OrderedJobs&) = delete;
  OrderedJobs& operator=(const OrderedJobs&) = delete;

  void Add(Work work) {
    const std::size_t number = delivered_ + slots_.size();
    slots_.emplace_back();
    slots_.back().job =
        jobs_.Start<T>(lane_, std::move(work), [this, number](interview::Result<T> result) {
          slots_[number - delivered_].result = std::move(result);
        });
  }

  // A result that needs no work keeps its place in the order as well.
  void AddResult(interview::Result<T> result) {
    slots_.emplace_back();
    slots_.back().result = std::move(result);
  }

  // Delivers the results that are due; true when there were any.
  bool DeliverReady() {
    jobs_.Drain();
    const std::size_t before = delivered_;
    while (!slots_.empty() && slots_.front().result) {
      interview::Result<T> result = *std::move(slots_.front().result);
      slots_.pop_front();
      ++delivered_;
      deliver_(std::move(result));
    }
    return delivered_ != before;
  }

  // Added, but not delivered yet.
  std::size_t size() const { return slots_.size(); }

 private:
  struct Slot {
    JobHandle job;
    std::optional<interview::Result<T>> result;
  };

  JobRunner& jobs_;
  const Lane lane_;
  const Deliver deliver_;
  std::deque<Slot> slots_;
  std::size_t delivered_ = 0;
};

}  // namespace app
