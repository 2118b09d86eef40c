// The loop of delta debugging, many inputs a box.
#include "evaluators/judge/shrink.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/compare.h"
#include "evaluators/judge/failure_report.h"
#include "evaluators/judge/input_rules.h"
#include "evaluators/judge/shrink_steps.h"
#include "evaluators/judge/test_suite.h"
#include "interview/model/value_text.h"

namespace evaluators {

using interview::CodingSpec;
using interview::CompareRule;
using interview::ErrorCode;
using interview::EvaluationRequest;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Judgement;
using interview::Question;
using interview::Result;
using interview::Verdict;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostTrials = 400;
constexpr std::chrono::milliseconds kMostTime{3000};
constexpr std::size_t kBatch = 16;
constexpr std::size_t kSmallBatch = 4;       // of inputs that are large or that kill the box
constexpr std::size_t kLargeInput = 20'000;  // bytes
constexpr std::size_t kMostKept = std::size_t{64} << 10;  // bytes of a shrunk value
constexpr double kTrialCpuMs = 500;
constexpr double kBruteCpuMs = 200;

// What must stay the same while the input shrinks. A wrong value has no kind but being wrong; what
// a checker says of it changes with the input.
std::string KindOfFailure(const CodingSpec& spec, const CaseOutcome& outcome) {
  const bool is_value =
      outcome.verdict == Verdict::kWrongAnswer &&
      (spec.compare.mode == CompareRule::Mode::kChecker || outcome.message.empty());
  std::string kind(interview::ToString(outcome.verdict));
  if (!is_value) kind += " " + outcome.message.substr(0, outcome.message.find_first_of(":[("));
  return kind;
}

struct Trial {
  TestCase test;
  CaseOutcome outcome;
};

class Shrinker {
 public:
  Shrinker(const EvaluationRequest& request, const JudgeConfig& config, std::stop_token stop)
      : request_(request),
        question_(*request.question),
        spec_(std::get<CodingSpec>(request.question->spec)),
        config_(config),
        stop_(std::move(stop)) {}

  Result<Judgement> Run(const std::vector<TestCase>& suite, std::size_t index) {
    Result<std::optional<Program>> program = PrepareAll();
    if (!program) return Forward(program);
    if (!*program) {
      return Fail(ErrorCode::kInvalid,
                  "The code cannot be run at all; there is no test to shrink.");
    }
    program_ = std::move(*program);
    const Result<std::vector<CaseOutcome>> first =
        RunCode(*program_, {suite[index]}, LimitsOf(spec_, request_.answer.language));
    if (!first) return Forward(first);
    if (interview::Status fit = CheckFailure((*first)[0]); !fit) return Forward(fit);
    const Trial original = {suite[index], (*first)[0]};
    kind_ = KindOfFailure(spec_, original.outcome);
    rules_.emplace(spec_.signature, suite, suite[index]);
    Result<Trial> smallest = Shrink(original);
    if (!smallest) return Forward(smallest);
    return Describe(original, *smallest, static_cast<int>(index));
  }

 private:
  Result<std::optional<Program>> PrepareAll() {
    const Result<interview::SourceFile> reference = PythonReference(question_);
    if (!reference) return Forward(reference);
    Result<Prepared> oracle = PreparePython(config_, spec_.signature, reference->text);
    if (!oracle) return Forward(oracle);
    reference_ = std::move(oracle->program);
    if (!spec_.brute.text.empty()) {
      Result<Prepared> brute = PreparePython(config_, spec_.signature, spec_.brute.text);
      if (!brute) return Forward(brute);
      brute_ = std::move(brute->program);
    }
    Result<Prepared> own =
        Prepare(config_, spec_.signature, request_.answer.language, request_.answer.source, stop_);
    if (!own) return Forward(own);
    return std::move(own->program);
  }

  static interview::Status CheckFailure(const CaseOutcome& outcome) {
    switch (outcome.verdict) {
      case Verdict::kWrongAnswer:
      case Verdict::kRuntimeError:
        return {};
      case Verdict::kAccepted:
        return Fail(ErrorCode::kInvalid,
                    "The code passes this test when it is run alone; its answer depends on chance "
                    "or on the tests before.");
      default:
        return Fail(ErrorCode::kInvalid,
                    "\"" + std::string(interview::DisplayName(outcome.verdict)) +
                        "\" depends on the size of the input, so that there is nothing to shrink.");
    }
  }

  // Outcomes with wrong answers told, one for each case; none when the program cannot be loaded.
  Result<std::vector<CaseOutcome>> RunCode(const Program& program,
                                           const std::vector<TestCase>& cases, RunLimits limits) {
    limits.total_cpu_ms = limits.case_cpu_ms * static_cast<double>(cases.size());
    limits.most_restarts = static_cast<int>(cases.size()) * 4;
    Result<RunReport> report = RunCases(config_, program, cases, limits, stop_);
    if (!report) return Forward(report);
    if (report->rejection) return std::vector<CaseOutcome>(cases.size());
    return JudgeOutcomes(question_, config_, cases, std::move(report->outcomes), stop_);
  }

  Result<Trial> Shrink(Trial current) {
    const Clock::time_point deadline = Clock::now() + kMostTime;
    for (;;) {
      std::vector<TestCase> batch = NextBatch(current.test);
      if (batch.empty()) return current;
      Result<std::optional<Trial>> smaller = TryBatch(std::move(batch));
      if (!smaller) return Forward(smaller);
      if (*smaller) current = std::move(**smaller);
      if (trials_ >= kMostTrials || Clock::now() > deadline) return current;
    }
  }

  // The next inputs that are smaller, allowed and were not tried yet.
  std::vector<TestCase> NextBatch(const TestCase& current) {
    const auto size = SizeOf(current);
    const bool is_slow = dies_ || size.first > kLargeInput;
    const std::size_t most = std::min<std::size_t>(is_slow ? kSmallBatch : kBatch,
                                                   static_cast<std::size_t>(kMostTrials - trials_));
    std::vector<TestCase> batch;
    if (most == 0) return batch;
    ProposeSmaller(spec_.signature, current, [&](TestCase test) {
      if (stop_.stop_requested()) return false;
      if (SizeOf(test) >= size) return true;
      if (!seen_.insert(interview::DumpJson(InputOf(test))).second) return true;
      if (!ReadInput(spec_.signature, InputOf(test)) || !rules_->Admits(test)) return true;
      batch.push_back(std::move(test));
      return batch.size() < most;
    });
    trials_ += static_cast<int>(batch.size());
    return batch;
  }

  // The smallest of them that fails in the same way; none where none does.
  Result<std::optional<Trial>> TryBatch(std::vector<TestCase> batch) {
    Result<std::vector<TestCase>> answered = Answer(std::move(batch));
    if (!answered) return Forward(answered);
    if (answered->empty()) return std::optional<Trial>();
    RunLimits limits = LimitsOf(spec_, request_.answer.language);
    limits.case_cpu_ms = std::min(limits.case_cpu_ms, kTrialCpuMs);
    Result<std::vector<CaseOutcome>> outcomes = RunCode(*program_, *answered, limits);
    if (!outcomes) return Forward(outcomes);
    std::vector<Trial> failing;
    for (std::size_t i = 0; i < answered->size(); ++i) {
      if (KindOfFailure(spec_, (*outcomes)[i]) != kind_) continue;
      failing.push_back({std::move((*answered)[i]), std::move((*outcomes)[i])});
    }
    std::stable_sort(failing.begin(), failing.end(), [](const Trial& a, const Trial& b) {
      return SizeOf(a.test) < SizeOf(b.test);
    });
    for (Trial& trial : failing) {
      const Result<bool> agreed = BruteAgrees(trial.test);
      if (!agreed) return Forward(agreed);
      dies_ = trial.outcome.verdict == Verdict::kRuntimeError &&
              trial.outcome.message.starts_with("The program");
      if (*agreed) return std::optional<Trial>(std::move(trial));
    }
    return std::optional<Trial>();
  }

  // Those that the reference answers as it answers tests.
  Result<std::vector<TestCase>> Answer(std::vector<TestCase> batch) {
    RunLimits limits;
    limits.case_cpu_ms = 2 * kTrialCpuMs;
    limits.memory_mb = 1024;
    limits.total_cpu_ms = 4 * kTrialCpuMs;
    limits.most_restarts = static_cast<int>(batch.size());
    Result<RunReport> report = RunCases(config_, *reference_, batch, limits, stop_);
    if (!report) return Forward(report);
    std::vector<TestCase> answered;
    for (std::size_t i = 0; i < report->outcomes.size(); ++i) {
      CaseOutcome& outcome = report->outcomes[i];
      if (outcome.verdict != Verdict::kAccepted) continue;
      batch[i].expected = std::move(outcome.result);
      if (outcome.args.is_object()) batch[i].expected_args = std::move(outcome.args);
      if (rules_->Admits(batch[i])) answered.push_back(std::move(batch[i]));
    }
    return answered;
  }

  // A brute-force solution that is too slow for the input has nothing against it.
  Result<bool> BruteAgrees(const TestCase& test) {
    if (!brute_) return true;
    RunLimits limits;
    limits.case_cpu_ms = kBruteCpuMs;
    limits.memory_mb = 1024;
    const Result<std::vector<CaseOutcome>> outcomes = RunCode(*brute_, {test}, limits);
    if (!outcomes) return Forward(outcomes);
    const Verdict verdict = (*outcomes)[0].verdict;
    return verdict == Verdict::kAccepted || verdict == Verdict::kTimeLimit;
  }

  Judgement Describe(const Trial& original, const Trial& smallest, int index) const {
    Judgement judgement;
    judgement.verdict = original.outcome.verdict;
    judgement.total = 1;
    judgement.first_failure = DescribeFailure(original.test, original.outcome, index);
    const auto kept = [](const Json& value) { return interview::Shortened(value, kMostKept); };
    judgement.first_failure->shrunk_input = kept(InputOf(smallest.test));
    judgement.first_failure->shrunk_expected = kept(ExpectedToShow(smallest.test));
    judgement.first_failure->shrunk_got = kept(GotToShow(smallest.test, smallest.outcome));
    const std::size_t before = interview::DumpJson(InputOf(original.test)).size();
    const std::size_t after = interview::DumpJson(InputOf(smallest.test)).size();
    const std::string tried = " (" + std::to_string(trials_) + " inputs tried).";
    judgement.message = after < before
                            ? "The input shrank from " + interview::WithThousands(before) + " to " +
                                  interview::WithThousands(after) + " bytes" + tried
                        : SizeOf(smallest.test) < SizeOf(original.test)
                            ? "The input has become simpler" + tried
                            : "No smaller input was found that fails in the same way" + tried;
    return judgement;
  }

  const EvaluationRequest& request_;
  const Question& question_;
  const CodingSpec& spec_;
  const JudgeConfig& config_;
  std::stop_token stop_;
  std::optional<Program> program_, reference_, brute_;
  std::optional<InputRules> rules_;
  std::string kind_;
  std::set<std::string> seen_;
  int trials_ = 0;
  bool dies_ = false;
};

}  // namespace

Result<Judgement> ShrinkFailure(const EvaluationRequest& request, const JudgeConfig& config,
                                std::stop_token stop) {
  const Result<TestSuite> suite = MakeTestSuite(*request.question, config, stop);
  if (!suite) return Forward(suite);
  const Json index = request.input.is_object() ? request.input.value("index", Json()) : Json();
  if (!index.is_number_integer() || index < Json(0) || index >= Json(suite->cases.size())) {
    return Fail(ErrorCode::kInvalid, "There is no test " + interview::DumpJson(index) +
                                         " to shrink; name one that the code fails.");
  }
  return Shrinker(request, config, std::move(stop)).Run(suite->cases, index.get<std::size_t>());
}

}  // namespace evaluators
