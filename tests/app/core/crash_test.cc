// kill -9 at any moment loses at most the last second of work, and the next start offers to resume.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

#include "app/core/app_core.h"

namespace app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct Victim {
  pid_t pid = -1;
  int output = -1;
  std::filesystem::path data;
  milliseconds life{};
  steady_clock::time_point killed;
  std::vector<std::pair<int, steady_clock::time_point>> typed;  // characters so far, when seen
};

Victim Start(const std::filesystem::path& folder, int index, milliseconds life) {
  Victim victim;
  victim.data = folder / std::to_string(index);
  victim.life = life;
  int ends[2];
  EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string program = std::string(ONSITE_BUILD_DIR) + "/session_writer";
  std::string data = "ONSITE_DATA_DIR=" + victim.data.string();
  std::string config = "XDG_CONFIG_HOME=" + victim.data.string();
  std::string home = "HOME=" + victim.data.string();
  std::vector<char*> arguments = {program.data(), nullptr};
  std::vector<char*> environment = {data.data(), config.data(), home.data(), nullptr};
  EXPECT_EQ(posix_spawn(&victim.pid, program.c_str(), &actions, nullptr, arguments.data(),
                        environment.data()),
            0);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  victim.output = ends[0];
  return victim;
}

// Reads what the victim reports, from its first sign of life for as long as it may live, then kills
// it.
void LetLiveThenKill(Victim* victim) {
  std::string line;
  char c = 0;
  steady_clock::time_point end = steady_clock::time_point::max();
  while (steady_clock::now() < end && read(victim->output, &c, 1) == 1) {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (victim->typed.empty()) end = steady_clock::now() + victim->life;
    victim->typed.emplace_back(std::stoi(line), steady_clock::now());
    line.clear();
  }
  victim->killed = steady_clock::now();
  kill(victim->pid, SIGKILL);
  waitpid(victim->pid, nullptr, 0);
  close(victim->output);
}

void ExpectWorkIsThere(const Victim& victim) {
  auto found = FindAppPaths();
  ASSERT_TRUE(found) << found.error().message;
  AppPaths paths = *found;
  paths.data = victim.data;
  paths.settings = victim.data / "settings.json";
  auto core = AppCore::Open(paths, {});
  ASSERT_TRUE(core) << core.error().message;
  ASSERT_EQ((*core)->state().unfinished.size(), 1u) << "the home screen offers to resume";
  (*core)->Apply(command::ResumeSession{(*core)->state().unfinished.front().id});
  ASSERT_TRUE((*core)->state().running);
  const interview::Session& session = *(*core)->state().running->session;
  const std::string text = session.current_work()->answer.prose.contains("answer")
                               ? session.current_work()->answer.prose.at("answer")
                               : std::string();
  int safe = 0;  // characters typed more than a second before the end
  for (const auto& [count, at] : victim.typed) {
    if (victim.killed - at > milliseconds(1000)) safe = count;
  }
  EXPECT_GE(static_cast<int>(text.size()), safe)
      << "lived " << victim.life.count() << " ms, typed " << victim.typed.back().first;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ASSERT_EQ(text[i], static_cast<char>('a' + (i + 1) % 26));
  }
}

TEST(CrashTest, KillAtTwentyRandomMomentsKeepsEverythingOlderThanOneSecond) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("onsite-crash-" + std::to_string(getpid()));
  std::mt19937 random(std::random_device{}());
  constexpr int kMoments = 20;
  constexpr int kAtOnce = 4;
  for (int batch = 0; batch < kMoments / kAtOnce; ++batch) {
    std::vector<Victim> victims;
    for (int i = 0; i < kAtOnce; ++i) {
      victims.push_back(Start(folder, batch * kAtOnce + i, milliseconds(200 + random() % 2300)));
    }
    std::vector<std::thread> killers;
    for (Victim& victim : victims) killers.emplace_back(LetLiveThenKill, &victim);
    for (std::thread& killer : killers) killer.join();
    for (const Victim& victim : victims) {
      ASSERT_FALSE(victim.typed.empty()) << "the writer did not start";
      ExpectWorkIsThere(victim);
    }
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace app
