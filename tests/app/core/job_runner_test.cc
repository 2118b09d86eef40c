// Work on threads, results on the main thread.
#include "app/core/job_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace app {
namespace {

using interview::Error;
using interview::ErrorCode;
using interview::Result;
using std::chrono::milliseconds;

// Drains until `ready` or ten seconds have passed.
bool DrainUntil(JobRunner* jobs, const std::function<bool()>& ready) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!ready() && std::chrono::steady_clock::now() < end) {
    jobs->WaitForResult(milliseconds(50));
    jobs->Drain();
  }
  return ready();
}

// Returns once stopped, or after ten seconds.
Result<int> UntilStopped(std::stop_token stop) {
  for (int i = 0; i < 1000 && !stop.stop_requested(); ++i) {
    std::this_thread::sleep_for(milliseconds(10));
  }
  if (stop.stop_requested()) return Fail(ErrorCode::kCancelled, "Stopped.");
  return 0;
}

TEST(JobRunnerTest, WorkRunsElsewhereAndDoneRunsHere) {
  JobRunner jobs;
  std::thread::id worker;
  std::thread::id done;
  std::optional<int> value;
  const JobHandle handle = jobs.Start<int>(
      Lane::kGrade,
      [&](std::stop_token) -> Result<int> {
        worker = std::this_thread::get_id();
        return 42;
      },
      [&](Result<int> result) {
        done = std::this_thread::get_id();
        value = *result;
      });
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return value.has_value(); }));
  EXPECT_EQ(value, 42);
  EXPECT_NE(worker, std::this_thread::get_id());
  EXPECT_EQ(done, std::this_thread::get_id());
}

TEST(JobRunnerTest, PartsComeInOrderHereAndBeforeTheResult) {
  JobRunner jobs;
  std::vector<int> seen;
  std::vector<std::thread::id> where;
  bool done = false;
  const JobHandle handle = jobs.StartWithParts<int, int>(
      Lane::kNet,
      [](std::stop_token, const Tell<int>& tell) -> Result<int> {
        for (int i = 0; i < 100; ++i) tell(i);
        return 100;
      },
      [&](int part) {
        EXPECT_FALSE(done);
        seen.push_back(part);
        where.push_back(std::this_thread::get_id());
      },
      [&](Result<int> result) { done = *result == 100; });
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return done; }));
  ASSERT_EQ(seen.size(), 100u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  for (const std::thread::id& id : where) EXPECT_EQ(id, std::this_thread::get_id());
}

TEST(JobRunnerTest, PartsOfCancelledWorkAreNotShown) {
  JobRunner jobs;
  std::latch told(1);
  int shown = 0;
  JobHandle handle = jobs.StartWithParts<int, int>(
      Lane::kNet,
      [&](std::stop_token stop, const Tell<int>& tell) {
        tell(1);
        told.count_down();
        return UntilStopped(stop);
      },
      [&](int) { ++shown; }, [&](const Result<int>&) { ++shown; });
  told.wait();
  handle.Cancel();
  jobs.WaitForResult(milliseconds(50));
  jobs.Drain();
  EXPECT_EQ(shown, 0);
}

TEST(JobRunnerTest, NothingIsDoneBeforeDrain) {
  JobRunner jobs;
  bool done = false;
  const JobHandle handle = jobs.Start<int>(
      Lane::kGrade, [](std::stop_token) -> Result<int> { return 1; },
      [&](Result<int>) { done = true; });
  jobs.WaitForResult(std::chrono::seconds(10));
  EXPECT_FALSE(done);
  EXPECT_TRUE(jobs.Drain());
  EXPECT_TRUE(done);
  EXPECT_FALSE(jobs.Drain());
}

TEST(JobRunnerTest, AnErrorArrivesAsItIs) {
  JobRunner jobs;
  std::optional<Error> error;
  const JobHandle handle = jobs.Start<int>(
      Lane::kNet,
      [](std::stop_token) -> Result<int> { return Fail(ErrorCode::kOffline, "Nobody there."); },
      [&](Result<int> result) { error = result.error(); });
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return error.has_value(); }));
  EXPECT_EQ(error->code, ErrorCode::kOffline);
  EXPECT_EQ(error->message, "Nobody there.");
}

TEST(JobRunnerTest, AWorkerWakesTheLoopOncePerResult) {
  std::atomic<int> wakes = 0;
  JobRunner jobs(1, [&] { ++wakes; });
  std::vector<JobHandle> handles;
  int done = 0;
  for (int i = 0; i < 5; ++i) {
    handles.push_back(jobs.Start<int>(
        Lane::kGrade, [i](std::stop_token) -> Result<int> { return i; },
        [&](Result<int>) { ++done; }));
  }
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return done == 5 && wakes == 5; }));
}

TEST(JobRunnerTest, ALaneWithOneWorkerKeepsTheOrder) {
  JobRunner jobs(1);
  std::vector<JobHandle> handles;
  std::vector<int> order;
  std::atomic<int> at_once = 0;
  std::atomic<int> most = 0;
  for (int i = 0; i < 8; ++i) {
    handles.push_back(jobs.Start<int>(
        Lane::kJudge,
        [&, i](std::stop_token) -> Result<int> {
          most = std::max(most.load(), ++at_once);
          std::this_thread::sleep_for(milliseconds(2));
          --at_once;
          return i;
        },
        [&](Result<int> result) { order.push_back(*result); }));
  }
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return order.size() == 8; }));
  EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
  EXPECT_EQ(most, 1);
}

TEST(JobRunnerTest, SeveralJudgesWorkAtOnce) {
  JobRunner jobs(3);
  std::latch together(3);
  std::vector<JobHandle> handles;
  int done = 0;
  for (int i = 0; i < 3; ++i) {
    handles.push_back(jobs.Start<int>(
        Lane::kJudge,
        [&](std::stop_token) -> Result<int> {
          together.arrive_and_wait();  // returns only if all three are here
          return 0;
        },
        [&](Result<int>) { ++done; }));
  }
  EXPECT_TRUE(DrainUntil(&jobs, [&] { return done == 3; }));
}

TEST(JobRunnerTest, ABusyLaneDoesNotHoldUpAnother) {
  JobRunner jobs(1);
  JobHandle slow = jobs.Start<int>(Lane::kJudge, UntilStopped, [](Result<int>) {});
  bool done = false;
  const JobHandle quick = jobs.Start<int>(
      Lane::kGrade, [](std::stop_token) -> Result<int> { return 0; },
      [&](Result<int>) { done = true; });
  EXPECT_TRUE(DrainUntil(&jobs, [&] { return done; }));
}

TEST(JobRunnerTest, DroppingTheHandleStopsTheWorkAndSilencesIt) {
  JobRunner jobs(1);
  std::atomic<bool> begun = false;
  std::atomic<bool> stopped = false;
  bool told = false;
  {
    const JobHandle handle = jobs.Start<int>(
        Lane::kJudge,
        [&](std::stop_token stop) {
          begun = true;
          const Result<int> result = UntilStopped(stop);
          stopped = !result;
          return result;
        },
        [&](Result<int>) { told = true; });
    ASSERT_TRUE(DrainUntil(&jobs, [&] { return begun.load(); }));
  }
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return stopped.load(); }));
  jobs.WaitForResult(milliseconds(200));
  jobs.Drain();
  EXPECT_FALSE(told);
}

TEST(JobRunnerTest, WorkThatWasCancelledInTheQueueNeverRuns) {
  JobRunner jobs(1);
  std::atomic<bool> begun = false;
  JobHandle first = jobs.Start<int>(
      Lane::kJudge,
      [&](std::stop_token stop) {
        begun = true;
        return UntilStopped(stop);
      },
      [](Result<int>) {});
  ASSERT_TRUE(DrainUntil(&jobs, [&] { return begun.load(); }));
  std::atomic<bool> ran = false;
  JobHandle second = jobs.Start<int>(
      Lane::kJudge,
      [&](std::stop_token) -> Result<int> {
        ran = true;
        return 0;
      },
      [](Result<int>) {});
  second.Cancel();
  bool third_done = false;
  const JobHandle third = jobs.Start<int>(
      Lane::kJudge, [](std::stop_token) -> Result<int> { return 0; },
      [&](Result<int>) { third_done = true; });
  first.Cancel();
  EXPECT_TRUE(DrainUntil(&jobs, [&] { return third_done; }));
  EXPECT_FALSE(ran);
}

TEST(JobRunnerTest, OverwritingAHandleCancelsTheOldJob) {
  JobRunner jobs(1);
  std::vector<int> told;
  JobHandle handle =
      jobs.Start<int>(Lane::kJudge, UntilStopped, [&](Result<int>) { told.push_back(1); });
  handle = jobs.Start<int>(
      Lane::kJudge, [](std::stop_token) -> Result<int> { return 0; },
      [&](Result<int>) { told.push_back(2); });
  EXPECT_TRUE(DrainUntil(&jobs, [&] { return !told.empty(); }));
  EXPECT_THAT(told, testing::ElementsAre(2));
}

TEST(JobRunnerTest, ADoneThatCancelsItsNeighbourSilencesIt) {
  JobRunner jobs(1);
  std::vector<int> told;
  std::optional<JobHandle> second;
  const JobHandle first = jobs.Start<int>(
      Lane::kJudge, [](std::stop_token) -> Result<int> { return 1; },
      [&](Result<int>) {
        told.push_back(1);
        second.reset();
      });
  second = jobs.Start<int>(
      Lane::kJudge, [](std::stop_token) -> Result<int> { return 2; },
      [&](Result<int>) { told.push_back(2); });
  std::this_thread::sleep_for(milliseconds(200));  // both are in the inbox
  jobs.Drain();
  jobs.Drain();
  EXPECT_THAT(told, testing::ElementsAre(1));
}

TEST(JobRunnerTest, ADoneMayStartTheNextJob) {
  JobRunner jobs(1);
  int done = 0;
  JobHandle handle;
  std::function<void(Result<int>)> again = [&](Result<int>) {
    if (++done < 3) {
      handle = jobs.Start<int>(
          Lane::kGrade, [](std::stop_token) -> Result<int> { return 0; }, again);
    }
  };
  handle = jobs.Start<int>(
      Lane::kGrade, [](std::stop_token) -> Result<int> { return 0; }, again);
  EXPECT_TRUE(DrainUntil(&jobs, [&] { return done == 3; }));
}

TEST(JobRunnerTest, TheDestructorStopsAndJoinsWhatRuns) {
  std::atomic<bool> begun = false;
  std::atomic<bool> stopped = false;
  std::vector<JobHandle> handles;
  const auto begin = std::chrono::steady_clock::now();
  {
    JobRunner jobs(1);
    for (int i = 0; i < 3; ++i) {
      handles.push_back(jobs.Start<int>(
          Lane::kJudge,
          [&](std::stop_token stop) {
            begun = true;
            const Result<int> result = UntilStopped(stop);
            stopped = !result;
            return result;
          },
          [](Result<int>) { FAIL() << "done after the end"; }));
    }
    DrainUntil(&jobs, [&] { return begun.load(); });
  }
  EXPECT_TRUE(stopped);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(JobRunnerTest, WaitingEndsAfterTheTimeWhenNothingComes) {
  JobRunner jobs(1);
  const auto begin = std::chrono::steady_clock::now();
  jobs.WaitForResult(milliseconds(30));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, milliseconds(30));
}

}  // namespace
}  // namespace app
