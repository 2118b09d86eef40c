// One pool for each thread.
#include "evaluators/judge/standby.h"

#include <algorithm>

#include "interview/base/log.h"

namespace evaluators {

using interview::Result;

namespace {

struct Waiting {
  JudgeConfig config;
  BoxSpec spec;
  std::unique_ptr<Box> box;
};

struct Pool {
  std::vector<Waiting> boxes;  // the oldest first
  StandbyCounts counts;
};

Pool& PoolOfThisThread() {
  thread_local Pool pool;
  return pool;
}

// What the box of a waiting driver is made by: the limits that Adopt gives do not matter yet.
BoxSpec AheadOfWork(BoxSpec spec) {
  const BoxLimits inside = spec.limits;
  constexpr double kBackstopMs = 180'000;  // inside, from the start on; more than any work may use
  spec.limits = {};
  spec.limits.processes = inside.processes;
  spec.limits.stack_mb = inside.stack_mb;
  spec.limits.tmp_mb = inside.tmp_mb;
  spec.limits.file_mb = inside.file_mb;
  spec.limits.open_files = inside.open_files;
  spec.limits.address_space_mb = inside.address_space_mb;
  spec.limits.total_cpu_ms = kBackstopMs;
  return spec;
}

}  // namespace

Result<std::unique_ptr<Box>> TakeBox(const JudgeConfig& config, const BoxSpec& spec) {
  Pool& pool = PoolOfThisThread();
  const BoxSpec ahead = AheadOfWork(spec);
  for (;;) {
    const auto found = std::ranges::find_if(
        pool.boxes, [&](const Waiting& one) { return one.spec == ahead && one.config == config; });
    if (found == pool.boxes.end()) break;
    std::unique_ptr<Box> box = std::move(found->box);
    pool.boxes.erase(found);
    if (!box->Adopt(spec.limits)) continue;
    ++pool.counts.warm;
    return box;
  }
  ++pool.counts.cold;
  return Box::Start(config, spec);
}

void KeepBoxesWaiting(const JudgeConfig& config, const std::vector<BoxSpec>& specs) {
  Pool& pool = PoolOfThisThread();
  std::erase_if(pool.boxes, [](const Waiting& one) { return !one.box->IsWaiting(); });
  std::vector<Waiting> others = std::move(pool.boxes);
  pool.boxes.clear();
  std::vector<Waiting> wanted;
  for (const BoxSpec& spec : specs) {
    BoxSpec ahead = AheadOfWork(spec);
    const auto found = std::ranges::find_if(
        others, [&](const Waiting& one) { return one.spec == ahead && one.config == config; });
    if (found != others.end()) {
      wanted.push_back(std::move(*found));
      others.erase(found);
      continue;
    }
    Result<std::unique_ptr<Box>> box = Box::Start(config, ahead);
    if (!box) {
      interview::LogError(box.error());
      break;
    }
    wanted.push_back({config, std::move(ahead), std::move(*box)});
  }
  const std::size_t room = kMostStandbys - std::min(kMostStandbys, wanted.size());
  if (others.size() > room) {
    others.erase(others.begin(), others.end() - static_cast<std::ptrdiff_t>(room));
  }
  pool.boxes = std::move(others);
  std::ranges::move(wanted, std::back_inserter(pool.boxes));
}

void CloseWaitingBoxes() { PoolOfThisThread().boxes.clear(); }

StandbyCounts CountsOfTakenBoxes() { return PoolOfThisThread().counts; }

}  // namespace evaluators
