// When a frame is drawn, shown or skipped.
#include "app/shell/frame_loop.h"

#include <algorithm>

namespace app {
namespace {

constexpr int kEqualFramesToSettle = 3;
constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kInputBudgetSeconds = 0.012;

}  // namespace

void FrameLoop::Run() {
  while (!host_->ShouldClose()) Turn();
}

void FrameLoop::Turn() {
  Wait();
  const double now = host_->Now();
  const bool activity = host_->TakeActivity() || host_->InputPending();
  const bool exposed = host_->TakeExposed();
  if (exposed) anything_shown_ = false;
  if (activity || exposed || now >= wake_at_) unsettled_ = kEqualFramesToSettle;
  // An event of a moment ago waits for its turn, so that a flood of them cannot exceed the cap.
  if (unsettled_ == 0 || now < next_frame_at_) return;
  BuildPicture(now);
  next_frame_at_ = now + kFrameSeconds;
}

void FrameLoop::Wait() {
  const double deadline = unsettled_ > 0 ? next_frame_at_ : wake_at_;
  host_->WaitForEvents(std::max(0.0, deadline - host_->Now()));
}

void FrameLoop::BuildPicture(double started) {
  FrameHost::Built built;
  do {
    built = host_->BuildFrame();
    ++counts_.built;
  } while (host_->InputPending() && host_->Now() - started < kInputBudgetSeconds);
  wake_at_ = built.wake_at;
  if (anything_shown_ && built.hash == shown_hash_) {
    if (--unsettled_ == 0) host_->Settled();
    return;
  }
  host_->Present();
  ++counts_.presented;
  shown_hash_ = built.hash;
  anything_shown_ = true;
  unsettled_ = kEqualFramesToSettle;
}

}  // namespace app
