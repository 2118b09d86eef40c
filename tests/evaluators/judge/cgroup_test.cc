// The files that are read and written, on a tree that stands for the kernel's.
#include "evaluators/judge/cgroup.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace evaluators {
namespace {

namespace fs = std::filesystem;
using support::ReadBytes;
using support::WriteBytes;

constexpr const char* kSelf = "4:memory:/elsewhere\n0::/user.slice/app.scope\n";

class CgroupTest : public testing::Test {
 protected:
  CgroupTest() {
    WriteBytes(own_ / "cgroup.controllers", "cpu memory pids\n");
    WriteBytes(own_ / "cgroup.subtree_control", "\n");
    WriteBytes(own_ / "cgroup.procs", "");
  }
  support::TempFolder mount_;
  fs::path own_ = mount_ / "user.slice/app.scope";
};

TEST_F(CgroupTest, TheJudgeMovesToALeafAndHandsTheControllersOn) {
  EXPECT_EQ(FindDelegatedCgroup(mount_.path(), kSelf), own_);
  EXPECT_EQ(ReadBytes(own_ / "onsite-judge/cgroup.procs"), std::to_string(::getpid()));
  EXPECT_TRUE(ReadBytes(own_ / "cgroup.subtree_control").starts_with("+memory +pids"));
}

TEST_F(CgroupTest, ControllersThatAreHandedOnAlreadyMoveNobody) {
  WriteBytes(own_ / "cgroup.subtree_control", "memory pids\n");
  EXPECT_EQ(FindDelegatedCgroup(mount_.path(), kSelf), own_);
  EXPECT_FALSE(fs::exists(own_ / "onsite-judge"));
}

TEST_F(CgroupTest, WithoutBothControllersThereIsNone) {
  for (const char* controllers : {"", "cpu io\n", "memory\n", "pids\n", "hugetlb memorypids\n"}) {
    WriteBytes(own_ / "cgroup.controllers", controllers);
    EXPECT_EQ(FindDelegatedCgroup(mount_.path(), kSelf), std::nullopt) << controllers;
  }
  EXPECT_FALSE(fs::exists(own_ / "onsite-judge"));
}

TEST_F(CgroupTest, TheRootAndTheOldHierarchiesAreNotDelegated) {
  WriteBytes(mount_ / "cgroup.controllers", "memory pids\n");
  WriteBytes(mount_ / "cgroup.procs", "");
  for (const char* self : {"0::/\n", "4:memory:/user.slice/app.scope\n",
                           "10::/user.slice/app.scope", "", "0::/gone\n"}) {
    EXPECT_EQ(FindDelegatedCgroup(mount_.path(), self), std::nullopt) << self;
  }
}

TEST_F(CgroupTest, ARefusalMovesTheJudgeBack) {
  fs::remove(own_ / "cgroup.subtree_control");
  fs::create_directory(own_ / "cgroup.subtree_control");  // cannot be written to
  EXPECT_EQ(FindDelegatedCgroup(mount_.path(), kSelf), std::nullopt);
  EXPECT_EQ(ReadBytes(own_ / "cgroup.procs"), std::to_string(::getpid()));
}

TEST_F(CgroupTest, ABoxGetsItsLimits) {
  BoxLimits limits;
  limits.memory_mb = 200;
  limits.tmp_mb = 24;
  limits.processes = 10;
  fs::path path;
  {
    const std::optional<Cgroup> group = Cgroup::Make(own_, limits);
    ASSERT_TRUE(group);
    for (const auto& entry : fs::directory_iterator(own_)) {
      if (entry.path().filename().string().starts_with("onsite-box-")) path = entry.path();
    }
    EXPECT_EQ(ReadBytes(path / "memory.max"), std::to_string(256 << 20));
    EXPECT_EQ(ReadBytes(path / "memory.swap.max"), "0");
    EXPECT_EQ(ReadBytes(path / "pids.max"), "14");
    ASSERT_EQ(::write(group->entrance(), "0", 1), 1);
    EXPECT_EQ(ReadBytes(path / "cgroup.procs"), "0");
    EXPECT_FALSE(group->RanOutOfMemory());
    WriteBytes(path / "memory.events", "low 0\nhigh 0\nmax 7\noom 1\noom_kill 0\n");
    EXPECT_FALSE(group->RanOutOfMemory());
    WriteBytes(path / "memory.events", "low 0\nhigh 0\nmax 7\noom 1\noom_kill 2\n");
    EXPECT_TRUE(group->RanOutOfMemory());
  }
  EXPECT_EQ(ReadBytes(path / "cgroup.kill"), "1");
}

TEST_F(CgroupTest, WhereNoneCanBeMadeThereIsNone) {
  EXPECT_FALSE(Cgroup::Make(mount_ / "gone", {}));
}

}  // namespace
}  // namespace evaluators
