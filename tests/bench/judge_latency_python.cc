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
constexpr double kLeastBootMs = 200;  // of a box, in the background

// How long to leave a box to itself until it has surely booted, `cold_ms` being what a cold run
// took of late.
void LetBoot(double cold_ms) {
  std::this_thread::sleep_for(
      std::chrono::duration<double, std::milli>(std::max(kLeastBootMs, 4 * cold_ms)));
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

// From the request to the answer of the first test, which is right; the end of the box comes later.
double TimeFirstAnswer(const JudgeConfig& config, const std::string& source, const TestCase& test) {
  constexpr evaluators::ExchangeLimits kLimits = {10'000, 30'000};
  const Clock::time_point begin = Clock::now();
  const auto prepared = evaluators::PreparePython(config, TwoSum(), source);
  if (!prepared) return -1;
  const auto box = TakeBox(config, prepared->program->box);
  if (!box) return -1;
  (*box)->Ask(prepared->program->load, kLimits, {});
  const Json request = {1, test.args};
  const evaluators::Exchange exchange = (*box)->Ask(interview::DumpJson(request), kLimits, {});
  const auto answer = interview::ParseJson(exchange.line, "answer");
  const double ms = MsSince(begin);
  const bool is_right = answer && answer->value("id", 0) == 1 && answer->contains("result");
  return is_right ? ms : -1;
}

// Lets a box boot that the next run of `source` will find.
bool Ready(const JudgeConfig& config, const std::string& source, double cold_ms) {
  const auto box = BoxAhead(config, interview::Language::kPython, source);
  if (!box || !*box) return false;
  KeepBoxesWaiting(config, {**box});
  LetBoot(cold_ms);
  return true;
}

// The time of a run that finds a box which has booted.
double TimeWarm(const JudgeConfig& config, const std::string& source,
                const std::vector<TestCase>& cases, double cold_ms) {
  if (!Ready(config, source, cold_ms)) return -1;
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
  LetBoot(0);
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
  const TestCase one = SmallCases(1).front();
  const std::vector<TestCase> forty = SmallCases(40);
  const support::TempFolder folder;
  const std::string script = (folder.path() / "loop.py").string();
  const std::string input = (folder.path() / "cases.jsonl").string();
  std::ofstream(script) << kSolve << kBareLoop;
  std::ofstream lines(input);
  for (const TestCase& test : forty) lines << interview::DumpJson(test.args) << "\n";
  lines.close();

  double cold_plain = 0;
  double cold_numpy = 0;
  const auto first_warm = [&](const std::string& source, double cold_ms) {
    return Ready(config, source, cold_ms) ? TimeFirstAnswer(config, source, one) : -1;
  };
  std::vector<Series> series = {
      {"cold, first verdict, plain",
       [&] { return cold_plain = TimeFirstAnswer(config, kSolve, one); }},
      {"cold, first verdict, numpy",
       [&] { return cold_numpy = TimeFirstAnswer(config, with_numpy, one); }},
      {"warm, first verdict, plain", [&] { return first_warm(kSolve, cold_plain); }},
      {"warm, first verdict, numpy", [&] { return first_warm(with_numpy, cold_numpy); }},
      {"cold, 40 tests, box gone", [&] { return TimeRun(config, kSolve, forty); }},
      {"warm, 40 tests, box gone", [&] { return TimeWarm(config, kSolve, forty, cold_plain); }},
      {"bare interpreter, 40 cases", [&] { return TimeBare(config, script, input); }},
  };
  double cold_sklearn = 0;
  const std::string with_sklearn =
      std::string("from sklearn.linear_model import LinearRegression\n") + kSolve;
  if (std::filesystem::exists("/usr/lib/python3/dist-packages/sklearn")) {
    series.push_back({"cold, first verdict, scikit-learn",
                      [&] { return cold_sklearn = TimeFirstAnswer(config, with_sklearn, one); }});
    series.push_back({"warm, first verdict, scikit-learn",
                      [&] { return first_warm(with_sklearn, cold_sklearn); }});
  }
  if (!RunInterleaved(options.rounds, &series)) return verdicts->Fail("Python could not be run");
  PrintSeries("Python, from the request on", series);
  verdicts->Expect("warm to the first verdict, plain", series[2].min(), kMostFirstMs, " ms");
  verdicts->Expect("warm to the first verdict, numpy", series[3].min(), kMostFirstMs, " ms");
  verdicts->Expect("40 tests warm : bare interpreter, minima", series[5].min() / series[6].min(),
                   kMostLoopRatio);
  verdicts->Expect("40 tests warm : bare interpreter, medians",
                   series[5].quantile(0.5) / series[6].quantile(0.5), kMostLoopRatio);

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
