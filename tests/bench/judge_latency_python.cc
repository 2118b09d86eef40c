// Python: what a warm box saves, what 40 small tests in a box cost beyond a bare interpreter, and
// that after the first run of a question no interpreter is started while somebody waits.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/ml_judge.h"
#include "evaluators/judge/standby.h"
#include "tests/bench/judge_latency.h"
#include "tests/support/temp_folder.h"

namespace bench {
namespace {

using evaluators::JudgeConfig;
using evaluators::RunReport;
using evaluators::TestCase;
using interview::Json;
using interview::Result;
using Clock = std::chrono::steady_clock;

constexpr double kMostFirstMs = 5;
constexpr double kMostLoopRatio = 1.5;
constexpr int kRunsInSequence = 20;
constexpr std::chrono::milliseconds kBoot{400};  // of a box, in the background

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

// The time of a run that finds a box which has booted.
double TimeWarm(const JudgeConfig& config, const std::string& source,
                const std::vector<TestCase>& cases) {
  const auto box = BoxAhead(config, interview::Language::kPython, source);
  if (!box || !*box) return -1;
  KeepBoxesWaiting(config, {**box});
  std::this_thread::sleep_for(kBoot);
  return TimeRun(config, source, cases);
}

// As the room does it: ready when the question is opened, a run, ready again, a run.
void RunInSequence(const Options& options, const evaluators::Evaluator& judge, const char* id,
                   const std::string& source, Verdicts* verdicts) {
  interview::EvaluationRequest request;
  request.kind = interview::EvaluationKind::kRunVisible;
  request.question = options.bank->Find(id);
  request.answer.language = interview::Language::kPython;
  request.answer.source = source;
  evaluators::CloseWaitingBoxes();
  judge.WarmUp(request);
  std::this_thread::sleep_for(kBoot);
  const evaluators::StandbyCounts before = evaluators::CountsOfTakenBoxes();
  for (int i = 0; i < kRunsInSequence; ++i) {
    const auto evaluation = judge.Evaluate(request, {});
    if (!evaluation || evaluation->judgement->verdict != interview::Verdict::kAccepted) {
      return verdicts->Fail(std::string("The reference of ") + id + " is not accepted");
    }
    judge.WarmUp(request);
  }
  evaluators::CloseWaitingBoxes();
  const evaluators::StandbyCounts after = evaluators::CountsOfTakenBoxes();
  verdicts->Expect("cold starts in " + std::to_string(kRunsInSequence) + " runs of " + id + ", " +
                       std::to_string(after.warm - before.warm) + " boxes taken",
                   after.cold - before.cold, 0);
}

}  // namespace

void RunPythonSection(const Options& options, Verdicts* verdicts) {
  const JudgeConfig& config = options.config;
  const std::string with_numpy = std::string("import numpy as np\n") + kSolve;
  const std::vector<TestCase> one = SmallCases(1);
  const std::vector<TestCase> forty = SmallCases(40);
  const support::TempFolder folder;
  const std::string script = (folder.path() / "loop.py").string();
  const std::string input = (folder.path() / "cases.jsonl").string();
  std::ofstream(script) << kSolve << kBareLoop;
  std::ofstream lines(input);
  for (const TestCase& test : forty) lines << interview::DumpJson(test.args) << "\n";
  lines.close();

  std::vector<Series> series = {
      {"warm, one test, plain", [&] { return TimeWarm(config, kSolve, one); }},
      {"warm, one test, numpy", [&] { return TimeWarm(config, with_numpy, one); }},
      {"cold, one test, plain", [&] { return TimeRun(config, kSolve, one); }},
      {"cold, one test, numpy", [&] { return TimeRun(config, with_numpy, one); }},
      {"warm, 40 tests", [&] { return TimeWarm(config, kSolve, forty); }},
      {"cold, 40 tests", [&] { return TimeRun(config, kSolve, forty); }},
      {"bare interpreter, 40 cases", [&] { return TimeBare(config, script, input); }},
  };
  if (!RunInterleaved(options.rounds, &series)) return verdicts->Fail("Python could not be run");
  PrintSeries("Python, request to verdict, the box gone", series);
  verdicts->Expect("warm to the verdict of one test, plain", series[0].min(), kMostFirstMs, " ms");
  verdicts->Expect("warm to the verdict of one test, numpy", series[1].min(), kMostFirstMs, " ms");
  verdicts->Expect("40 tests warm : bare interpreter, minima", series[4].min() / series[6].min(),
                   kMostLoopRatio);
  verdicts->Expect("40 tests warm : bare interpreter, medians",
                   series[4].quantile(0.5) / series[6].quantile(0.5), kMostLoopRatio);

  const char* const coding = "pair-with-target";
  const char* const ml = "scaled-dot-attention";
  const interview::QuestionPtr pair = options.bank->Find(coding);
  const interview::QuestionPtr attention = options.bank->Find(ml);
  if (!pair || !attention) return verdicts->Fail("The bank lacks a question of the benchmark");
  RunInSequence(options, evaluators::CodeJudge(config), coding,
                std::get<interview::CodingSpec>(pair->spec).references.front().text, verdicts);
  RunInSequence(options, evaluators::MlJudge(config), ml,
                std::get<interview::MlCodingSpec>(attention->spec).solution.text, verdicts);
}

}  // namespace bench
