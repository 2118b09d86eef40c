#include "app/shell/frame_loop.h"

#include <gtest/gtest.h>

#include <deque>

namespace app {
namespace {

// A host whose clock moves only while it waits, and whose picture the test chooses.
class FakeHost : public FrameHost {
 public:
  double Now() override { return now; }
  bool ShouldClose() override { return false; }
  void WaitForEvents(double seconds) override {
    longest_wait = std::max(longest_wait, seconds);
    if (event_at < now + seconds) {
      now = std::max(now, event_at);
      event_at = kNever;
      activity = true;
    } else if (seconds < kNever) {
      now += seconds;
    }
  }
  bool TakeActivity() override { return std::exchange(activity, false); }
  bool InputPending() override { return pending > 0; }
  bool TakeExposed() override { return std::exchange(exposed, false); }
  Built BuildFrame() override {
    if (pending > 0) --pending;
    if (!pictures.empty()) {
      picture = pictures.front();
      pictures.pop_front();
    }
    return {picture, wake_at > now ? wake_at : kNever};
  }
  void Present() override { presented.push_back(picture); }
  void Settled() override { ++settled; }

  double now = 0, event_at = kNever, wake_at = kNever, longest_wait = 0;
  bool activity = false, exposed = false;
  int pending = 0, settled = 0;
  std::uint64_t picture = 1;
  std::deque<std::uint64_t> pictures;
  std::vector<std::uint64_t> presented;
};

TEST(FrameLoop, PresentsTheFirstFrameAndThenSleepsForGood) {
  FakeHost host;
  FrameLoop loop(&host);
  for (int i = 0; i < 20; ++i) loop.Turn();
  EXPECT_EQ(host.presented, std::vector<std::uint64_t>{1});
  EXPECT_EQ(loop.counts().built, 4);  // one shown, three equal
  EXPECT_EQ(host.settled, 1);
  EXPECT_EQ(host.longest_wait, kNever);
}

TEST(FrameLoop, FollowsAPictureThatMovesAfterTwoEqualFrames) {
  FakeHost host;
  host.pictures = {1, 1, 1, 2};
  FrameLoop loop(&host);
  for (int i = 0; i < 20; ++i) loop.Turn();
  EXPECT_EQ(host.presented, (std::vector<std::uint64_t>{1, 2}));
  EXPECT_EQ(host.settled, 1);
}

TEST(FrameLoop, WakesForADeadlineAndPresentsOnlyWhatChanged) {
  FakeHost host;
  host.wake_at = 5;
  FrameLoop loop(&host);
  for (int i = 0; i < 4; ++i) loop.Turn();
  EXPECT_EQ(host.settled, 1);
  host.pictures = {2};
  loop.Turn();
  EXPECT_DOUBLE_EQ(host.now, 5);
  EXPECT_EQ(host.presented, (std::vector<std::uint64_t>{1, 2}));
}

TEST(FrameLoop, BuildsAFrameForEachQueuedInputButPresentsTheLastOnly) {
  FakeHost host;
  FrameLoop loop(&host);
  for (int i = 0; i < 4; ++i) loop.Turn();
  host.event_at = host.now + 1;
  host.pending = 10;
  host.pictures = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
  loop.Turn();
  EXPECT_EQ(host.presented, (std::vector<std::uint64_t>{1, 20}));
}

TEST(FrameLoop, CapsAFloodOfEventsAtSixtyFramesASecond) {
  FakeHost host;
  FrameLoop loop(&host);
  for (int i = 0; i < 4; ++i) loop.Turn();
  const double start = host.now;
  std::uint64_t next = 100;
  while (host.now < start + 1) {
    host.event_at = host.now + 0.001;
    host.picture = ++next;
    loop.Turn();
  }
  EXPECT_LE(host.presented.size(), 62u);
  EXPECT_GE(host.presented.size(), 50u);
}

TEST(FrameLoop, RepaintsAnEqualPictureOnceTheScreenLostIt) {
  FakeHost host;
  FrameLoop loop(&host);
  for (int i = 0; i < 4; ++i) loop.Turn();
  host.exposed = true;
  host.event_at = host.now + 1;
  for (int i = 0; i < 5; ++i) loop.Turn();
  EXPECT_EQ(host.presented, (std::vector<std::uint64_t>{1, 1}));
}

}  // namespace
}  // namespace app
