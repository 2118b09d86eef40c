// When to sleep, when to build a frame and when to present one.
//
// Theory of operation. An interface that shows a minute of thinking must not burn a core, yet must
// answer a key press within one display frame. So frames are built on demand:
//   1. Asleep: nothing is due. The loop waits for an input event, for another thread's wake-up, or
//   for the
//      earliest deadline that the last frame asked for (the countdown's next second, the caret's
//      blink).
//   2. Awake: an event or a deadline makes the loop build frames at up to 60 a second. Building a
//   frame costs
//      a fraction of a millisecond and yields the hash of what it would draw.
//   3. A frame whose hash equals the one on screen is not presented: that would be the expensive
//   half (a
//      software renderer fills a megapixel for nothing).
//   4. Once three frames in a row hash equal, the picture has settled and the loop sleeps again.
//   Fewer are not
//      enough: a popup shows two equal frames before it moves to its place.
//   5. While input is queued (a fast typist, a script), frames are built back to back and only the
//   last is
//      presented, within a budget that keeps the screen alive.
// The cap of 60 frames a second is our own: a swap interval does not throttle without a compositor.
//
// UI thread only. Time is whatever monotonic seconds the host tells.
#pragma once

#include <cstdint>
#include <limits>

namespace app {

inline constexpr double kNever = std::numeric_limits<double>::infinity();

// What the loop drives: the window, or a test.
class FrameHost {
 public:
  struct Built {
    std::uint64_t hash = 0;   // of everything that would be drawn
    double wake_at = kNever;  // the next moment at which the picture changes by itself
  };

  virtual ~FrameHost() = default;
  virtual double Now() = 0;
  virtual bool ShouldClose() = 0;
  // Returns after an event, a wake-up from another thread, or `seconds` (may be infinite; 0 only
  // polls).
  virtual void WaitForEvents(double seconds) = 0;
  // Whether something happened since the last call that may change the picture.
  virtual bool TakeActivity() = 0;
  // Whether queued input still waits for a frame of its own.
  virtual bool InputPending() = 0;
  // Whether the screen lost its content, so that even an equal frame must be presented.
  virtual bool TakeExposed() = 0;
  virtual Built BuildFrame() = 0;
  virtual void Present() = 0;
  // Called when the picture has settled, before the loop sleeps.
  virtual void Settled() = 0;
};

struct FrameCounts {
  std::int64_t built = 0;
  std::int64_t presented = 0;
};

class FrameLoop {
 public:
  explicit FrameLoop(FrameHost* host) : host_(host) {}

  // Runs until the host should close.
  void Run();
  // One turn: waits, and builds and presents at most one picture.
  void Turn();

  const FrameCounts& counts() const { return counts_; }

 private:
  void Wait();
  void BuildPicture(double started);

  FrameHost* host_;
  FrameCounts counts_;
  int unsettled_ = 3;  // equal frames still wanted before sleeping
  double wake_at_ = kNever;
  double next_frame_at_ = 0;
  std::uint64_t shown_hash_ = 0;
  bool anything_shown_ = false;
};

}  // namespace app
