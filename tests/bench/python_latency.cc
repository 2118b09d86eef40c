// What a warm box saves, and what 40 small tests in a box cost beyond a bare interpreter.
//
//   python_latency [rounds=40]
//
// Request to verdict of one test: the driver starts its work, judges, and the box is gone; warm and
// cold, without and with numpy. 40 tests of two-sum, warm, in turn with a bare interpreter that
// reads, solves and prints the same cases, its start included. Exit code 1 when a bound is broken.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/standby.h"

namespace {

using evaluators::JudgeConfig;
using evaluators::RunReport;
using evaluators::TestCase;
using interview::Json;
using interview::Result;
using Clock = std::chrono::steady_clock;

constexpr double kMostFirstMs = 5;
constexpr double kMostLoopRatio = 1.5;

double MsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

struct Series {
  std::string name;
  std::vector<double> ms;

  double Min() const { return *std::min_element(ms.begin(), ms.end()); }
  double Median() {
    std::sort(ms.begin(), ms.end());
    return ms[ms.size() / 2];
  }
  void Print() {
    const double median = Median();
    std::printf("%-34s min %7.2f  median %7.2f  p90 %7.2f ms\n", name.c_str(), ms.front(), median,
                ms[ms.size() * 9 / 10]);
  }
};

JudgeConfig BenchConfig() {
  JudgeConfig config;
  config.drivers_dir = std::filesystem::path(ONSITE_SOURCE_DIR) / "evaluators/judge/drivers";
  config.box_init = std::filesystem::path(ONSITE_BUILD_DIR) / "onsite_box_init";
  config.cache_dir = std::filesystem::temp_directory_path() / "onsite-bench";
  return config;
}

interview::Signature TwoSum() {
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kFunction;
  signature.name = "two_sum";
  signature.params.resize(2);
  signature.params[0].name = "nums";
  signature.params[0].type = *interview::ParseType("list<int>");
  signature.params[1].name = "target";
  signature.params[1].type = *interview::ParseType("int");
  signature.returns = *interview::ParseType("list<int>");
  return signature;
}

const char* const kSolve =
    "def two_sum(nums, target):\n"
    "    seen = {}\n"
    "    for i, n in enumerate(nums):\n"
    "        if target - n in seen:\n"
    "            return [seen[target - n], i]\n"
    "        seen[n] = i\n"
    "    return []\n";

const char* const kBareLoop =
    "import json, sys\n"
    "for line in sys.stdin:\n"
    "    print(json.dumps(two_sum(*json.loads(line))))\n";

std::vector<TestCase> SmallCases(int count) {
  std::vector<TestCase> cases(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    Json nums = Json::array();
    for (int k = 0; k < 10 + i; ++k) nums.push_back(k * 7 % 101);
    cases[static_cast<std::size_t>(i)].args = {nums, 90};
  }
  return cases;
}

// From the request until the box is gone; negative when it did not answer.
double TimeRun(const JudgeConfig& config, const std::string& source,
               const std::vector<TestCase>& cases) {
  const Clock::time_point begin = Clock::now();
  const auto prepared = evaluators::PreparePython(config, TwoSum(), source);
  if (!prepared) return -1;
  const Result<RunReport> report = RunCases(config, *prepared->program, cases, {}, {});
  const double ms = MsSince(begin);
  const bool is_right =
      report && !report->rejection &&
      std::all_of(report->outcomes.begin(), report->outcomes.end(), [](const auto& outcome) {
        return outcome.verdict == interview::Verdict::kAccepted;
      });
  if (!is_right) std::fprintf(stderr, "The solution was not accepted.\n");
  return is_right ? ms : -1;
}

double TimeBare(const JudgeConfig& config, const std::string& script, const std::string& input) {
  std::string python = config.python.string();
  std::string isolated = "-I";
  std::string path = script;
  char* const argv[] = {python.data(), isolated.data(), path.data(), nullptr};
  char* const environment[] = {nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const Clock::time_point begin = Clock::now();
  pid_t pid = 0;
  const int error = posix_spawn(&pid, argv[0], &actions, nullptr, argv, environment);
  int status = -1;
  if (error == 0) waitpid(pid, &status, 0);
  const double ms = MsSince(begin);
  posix_spawn_file_actions_destroy(&actions);
  return status == 0 ? ms : -1;
}

void Warm(const JudgeConfig& config, const std::string& source) {
  KeepBoxesWaiting(config, {**BoxAhead(config, interview::Language::kPython, source)});
  std::this_thread::sleep_for(std::chrono::milliseconds(400));  // it boots meanwhile
}

bool Add(Series* series, double ms) {
  series->ms.push_back(ms);
  return ms >= 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 40;
  const JudgeConfig config = BenchConfig();
  const std::string with_numpy = std::string("import numpy as np\n") + kSolve;
  const std::vector<TestCase> one = SmallCases(1);
  const std::vector<TestCase> forty = SmallCases(40);
  const std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                       ("onsite-python-latency-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const std::string script = (folder / "loop.py").string();
  const std::string input = (folder / "cases.jsonl").string();
  std::ofstream(script) << kSolve << kBareLoop;
  std::ofstream lines(input);
  for (const TestCase& test : forty) lines << interview::DumpJson(test.args) << "\n";
  lines.close();

  Series warm_plain{"one test, warm, plain", {}};
  Series warm_numpy{"one test, warm, numpy", {}};
  Series cold_plain{"one test, cold, plain", {}};
  Series cold_numpy{"one test, cold, numpy", {}};
  Series warm_forty{"40 tests, warm", {}};
  Series cold_forty{"40 tests, cold", {}};
  Series bare_forty{"40 cases, bare interpreter", {}};
  bool works = true;
  for (int i = 0; i < rounds && works; ++i) {
    Warm(config, kSolve);
    works = Add(&warm_plain, TimeRun(config, kSolve, one));
    Warm(config, with_numpy);
    works = works && Add(&warm_numpy, TimeRun(config, with_numpy, one));
    works = works && Add(&cold_plain, TimeRun(config, kSolve, one));
    works = works && Add(&cold_numpy, TimeRun(config, with_numpy, one));
    Warm(config, kSolve);
    works = works && Add(&warm_forty, TimeRun(config, kSolve, forty));
    works = works && Add(&cold_forty, TimeRun(config, kSolve, forty));
    works = works && Add(&bare_forty, TimeBare(config, script, input));
  }
  std::filesystem::remove_all(folder);
  if (!works) return 2;
  for (Series* series : {&warm_plain, &warm_numpy, &cold_plain, &cold_numpy, &warm_forty,
                         &cold_forty, &bare_forty}) {
    series->Print();
  }
  const double ratio = warm_forty.Min() / bare_forty.Min();
  std::printf("40 tests, warm : bare interpreter = %.2f (minima), %.2f (medians); bound %.1f\n",
              ratio, warm_forty.Median() / bare_forty.Median(), kMostLoopRatio);
  const evaluators::StandbyCounts counts = evaluators::CountsOfTakenBoxes();
  std::printf("boxes taken warm %d, cold %d\n", counts.warm, counts.cold);
  const bool is_fast = warm_plain.Min() <= kMostFirstMs && warm_numpy.Min() <= kMostFirstMs &&
                       ratio <= kMostLoopRatio && counts.warm == 3 * rounds;
  return is_fast ? 0 : 1;
}
