// What survives kill -9 and a disk that is really full.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

#include "interview/store/transcript_store.h"
#include "tests/interview/store/sample_events.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

namespace interview {
namespace {

using support::ChildProcess;

SessionSummary Summary() {
  SessionSummary summary;
  summary.id = "s";
  summary.title = "Drill";
  return summary;
}

// Appends events for ever, one at a time, and tells the number of each once Append has returned.
void WriteForEver(const std::filesystem::path& file, int out) {
  Result<TranscriptStore> store = TranscriptStore::Open(file);
  if (!store || !store->Create(Summary(), {})) ::_exit(1);
  for (int n = 0;; ++n) {
    if (!store->Append("s", n, std::vector<Event>{EditEvent(n)})) ::_exit(1);
    ::dprintf(out, "%d\n", n);
  }
}

TEST(StoreCrashTest, KillLosesNothingThatAppendReturnedFor) {
  for (const int wait_ms : {20, 50, 90, 140, 230, 370}) {
    const support::TempFolder folder;
    const auto file = folder / "onsite.db";
    int told = -1;
    {
      ChildProcess writer([&](int out) { WriteForEver(file, out); });
      told = std::stoi("0" + writer.ReadLine());  // it is at work
      std::this_thread::sleep_for(std::chrono::milliseconds(wait_ms));
      writer.Kill();
      for (std::string line = writer.ReadLine(); !line.empty(); line = writer.ReadLine()) {
        told = std::stoi(line);
      }
    }
    Result<TranscriptStore> store = TranscriptStore::Open(file);
    ASSERT_TRUE(store) << store.error().message;
    const Result<std::vector<Event>> events = store->Load("s");
    ASSERT_TRUE(events) << events.error().message;
    ASSERT_GE(static_cast<int>(events->size()), told + 1) << "killed after " << wait_ms << " ms";
    for (std::size_t i = 0; i < events->size(); ++i) {
      EXPECT_EQ(ToJson((*events)[i].payload), ToJson(EditEvent(static_cast<int>(i)).payload));
    }
    EXPECT_FALSE(store->Find("s")->finished);
    EXPECT_TRUE(store->Append("s", static_cast<std::int64_t>(events->size()),
                              std::vector<Event>{EditEvent(0)}));
  }
}

// Becomes root of a namespace of its own, where a user may mount.
bool EnterOwnNamespace() {
  const auto map = [](const char* file, unsigned id) { std::ofstream(file) << "0 " << id << " 1"; };
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (user == 0) return ::unshare(CLONE_NEWNS) == 0;
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  std::ofstream("/proc/self/setgroups") << "deny";
  map("/proc/self/uid_map", user);
  map("/proc/self/gid_map", group);
  return ::geteuid() == 0;
}

// Below `folder` a disk of one megabyte that only this process sees. False where the system does
// not allow it.
bool MountSmallDisk(const std::filesystem::path& folder) {
  return EnterOwnNamespace() && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
}

// Fills a small disk; says "unavailable", or what went wrong, or "done".
std::string FillSmallDisk(const std::filesystem::path& folder) {
  if (!MountSmallDisk(folder)) return "unavailable";
  Result<TranscriptStore> store = TranscriptStore::Open(folder / "onsite.db");
  if (!store || !store->Create(Summary(), {})) return "cannot begin";
  const auto filler = folder / "filler";
  support::WriteBytes(filler, std::string(300000, 'f'));
  const std::vector<Event> note = {{Duration(0), event::NoteAdded{std::string(20000, 'n')}}};
  std::int64_t stored = 0;
  Status status;
  while (stored < 100 && (status = store->Append("s", stored, note))) ++stored;
  if (status) return "the disk never filled";
  if (status.error().code != ErrorCode::kIo ||
      status.error().message.find("is full; free some space") == std::string::npos) {
    return "wrong error: " + status.error().message;
  }
  Result<std::vector<Event>> events = store->Load("s");
  if (!events || static_cast<std::int64_t>(events->size()) != stored) return "lost events";
  std::filesystem::remove(filler);
  status = store->Append("s", stored, note);
  if (!status) return "does not recover: " + status.error().message;
  Result<TranscriptStore> reopened = TranscriptStore::Open(folder / "onsite.db");
  if (!reopened) return "cannot reopen: " + reopened.error().message;
  events = reopened->Load("s");
  if (!events || static_cast<std::int64_t>(events->size()) != stored + 1) return "lost the last";
  return stored > 3 ? "done" : "filled too early";
}

TEST(StoreCrashTest, AFullDiskLosesNothingAndWorksAgainWithSpace) {
  const support::TempFolder folder;
  ChildProcess child(
      [&](int out) { ::dprintf(out, "%s\n", FillSmallDisk(folder.path()).c_str()); });
  const std::string outcome = child.ReadLine();
  if (outcome == "unavailable") GTEST_SKIP() << "this system forbids mounting a small disk";
  EXPECT_EQ(outcome, "done");
}

}  // namespace
}  // namespace interview
