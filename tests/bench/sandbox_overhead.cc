// What the box costs beyond bubblewrap alone: a box around /usr/bin/true, start to verdict, in turn
// with bubblewrap with the very same flags around the same program.
//
//   sandbox_overhead [rounds=200] [ballast_mb=0]     as the user who starts it; with
//   setpriv --reuid=65534 --regid=65534 --clear-groups sandbox_overhead   as an ordinary one
//
// The ballast is memory of this process, as a window has it. Exit code 1 when the ratio of the
// minima is above 1.6.
#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "evaluators/judge/box_command.h"
#include "evaluators/judge/process.h"
#include "evaluators/judge/sandbox.h"

namespace {

using Clock = std::chrono::steady_clock;
constexpr double kMostRatio = 1.6;

double MsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

struct Series {
  const char* name;
  std::vector<double> ms;

  double Min() const { return *std::min_element(ms.begin(), ms.end()); }
  void Print() {
    std::sort(ms.begin(), ms.end());
    std::printf("%-28s min %6.2f  median %6.2f  p90 %6.2f ms\n", name, ms.front(),
                ms[ms.size() / 2], ms[ms.size() * 9 / 10]);
  }
};

// Bubblewrap alone, its descriptors as the box hands them over. False when it failed.
bool RunBare(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  char* const environment[] = {nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, evaluators::kInfoFd, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  const int error = posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (error != 0 || waitpid(pid, &status, 0) != pid) return false;
  while (waitpid(-1, nullptr, 0) > 0) {  // PID 1, where bubblewrap did not reap it
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 200;
  const std::size_t ballast_mb = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0;
  const std::vector<char> ballast(ballast_mb << 20, 1);
  evaluators::JudgeConfig config;
  config.box_init = std::filesystem::canonical("/proc/self/exe").parent_path() / "onsite_box_init";
  evaluators::BoxSpec spec;
  spec.command = {"/usr/bin/true"};
  std::vector<std::string> bare = evaluators::BubblewrapFlags(config, spec);
  bare.push_back(spec.command[0]);
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);

  Series start{"Box::Start", {}};
  Series whole{"box, start to reaped", {}};
  Series plain{"bwrap with the same flags", {}};
  for (int i = 0; i < rounds; ++i) {
    const Clock::time_point begin = Clock::now();
    {
      auto box = evaluators::Box::Start(config, spec);
      if (!box) {
        std::fprintf(stderr, "%s\n", box.error().message.c_str());
        return 2;
      }
      start.ms.push_back(MsSince(begin));
      (*box)->WaitForEnd({2000, 10'000}, {});
      if (!(*box)->end().is_known || (*box)->end().exit_code != 0) return 2;
    }
    whole.ms.push_back(MsSince(begin));
    const Clock::time_point again = Clock::now();
    if (!RunBare(bare)) return 2;
    plain.ms.push_back(MsSince(again));
  }
  std::printf("%d rounds, in turn, as user %d, ballast %zu MB\n", rounds,
              static_cast<int>(geteuid()), ballast_mb);
  for (Series* series : {&plain, &start, &whole}) series->Print();
  const double ratio = whole.Min() / plain.Min();
  std::printf("ratio of the minima %.2f (at most %.1f), of the medians %.2f\n", ratio, kMostRatio,
              whole.ms[whole.ms.size() / 2] / plain.ms[plain.ms.size() / 2]);
  return ratio <= kMostRatio ? 0 : 1;
}
