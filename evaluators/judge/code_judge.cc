// From a source and cases to a Judgement.
#include "evaluators/judge/code_judge.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "evaluators/judge/compare.h"
#include "evaluators/judge/display.h"
#include "evaluators/judge/explain_cpp.h"
#include "evaluators/judge/failure_report.h"
#include "evaluators/judge/growth_cache.h"
#include "evaluators/judge/growth_measure.h"
#include "evaluators/judge/sandbox.h"
#include "evaluators/judge/shrink.h"
#include "evaluators/judge/standby.h"
#include "evaluators/judge/timing.h"
#include "interview/base/log.h"
#include "interview/model/language.h"
#include "interview/model/value_text.h"

namespace evaluators {

using interview::CodingSpec;
using interview::CompareRule;
using interview::Diagnostic;
using interview::ErrorCode;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Fail;
using interview::Forward;
using interview::GrowthFit;
using interview::Json;
using interview::Judgement;
using interview::Language;
using interview::Question;
using interview::Result;
using interview::Status;
using interview::TestOutcome;
using interview::Verdict;

namespace {

const CodingSpec& SpecOf(const Question& question) { return std::get<CodingSpec>(question.spec); }

Result<BoxSpec> CheckerBox(const JudgeConfig& config, const CodingSpec& spec) {
  Result<BoxSpec> box = PythonBox(config, "checker_driver.py",
                                  {"onsite_wire.py", "onsite_source.py"}, spec.checker->text);
  if (!box) return box;
  box->limits.memory_mb = 1024;
  box->limits.total_cpu_ms = 120'000;
  return box;
}

// The question's checker in a box of its own; wrong answers become kWrongAnswer with its words.
Status ApplyChecker(const CodingSpec& spec, const JudgeConfig& config,
                    const std::vector<TestCase>& cases, std::vector<CaseOutcome>* outcomes,
                    std::stop_token stop) {
  const Result<BoxSpec> box = CheckerBox(config, spec);
  if (!box) return Forward(box);
  Result<DriverSession> session =
      DriverSession::Start(config, *box, {{"source", spec.checker->text}}, stop);
  if (!session) {
    return Fail(session.error().code, "The question's tests/checker.py: " + session.error().message,
                session.error().detail);
  }
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CaseOutcome& outcome = (*outcomes)[i];
    if (outcome.verdict != Verdict::kAccepted) continue;
    const Json request = {
        {"args",
         cases[i].ops.is_null() ? cases[i].args : Json::array({cases[i].ops, cases[i].args})},
        {"got", cases[i].expected_args ? GotToShow(cases[i], outcome) : outcome.result},
        {"reference", ExpectedToShow(cases[i])}};
    const Result<Json> answer = session->Ask(request, {30'000, 60'000}, stop);
    if (!answer) {
      return Fail(answer.error().code, "The question's tests/checker.py: " + answer.error().message,
                  answer.error().detail);
    }
    if (answer->value("accepted", Json()) == Json(true)) continue;
    outcome.verdict = Verdict::kWrongAnswer;
    outcome.message = Printable(answer->value("message", "The checker refused the answer."));
  }
  return {};
}

std::string Summary(const Judgement& judgement, const std::string& first_message) {
  if (judgement.verdict == Verdict::kAccepted) {
    return "All " + std::to_string(judgement.total) + " tests passed.";
  }
  std::string text = std::to_string(judgement.passed) + " of " + std::to_string(judgement.total) +
                     " tests passed.";
  if (!first_message.empty()) text += " " + first_message;
  return text;
}

Judgement RejectedJudgement(const Rejection& rejection, const std::vector<TestCase>& cases) {
  Judgement judgement;
  judgement.verdict = rejection.verdict;
  judgement.total = static_cast<int>(cases.size());
  judgement.diagnostics = rejection.diagnostics;
  judgement.message = rejection.message;
  judgement.out = rejection.out;
  judgement.err = rejection.err;
  return judgement;
}

// What the candidate may see of a public test, whether it passed or not.
void ShowValues(const TestCase& test, const CaseOutcome& outcome, interview::TestOutcome* shown) {
  constexpr std::size_t kMostValue = 600, kMostOutput = 4096;  // bytes
  shown->got = interview::Shortened(GotToShow(test, outcome), kMostValue);
  shown->out = PrintableStart(outcome.out, kMostOutput);
  shown->err = PrintableStart(outcome.err, kMostOutput);
}

Judgement FoldOutcomes(const std::vector<TestCase>& cases, const RunReport& report) {
  Judgement judgement;
  judgement.verdict = Verdict::kAccepted;
  judgement.total = static_cast<int>(cases.size());
  judgement.cpu_ms = report.cpu_ms;
  judgement.wall_ms = report.wall_ms;
  judgement.peak_mb = report.peak_mb;
  std::string first_message;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const CaseOutcome& outcome = report.outcomes[i];
    const int index = static_cast<int>(i);
    judgement.tests.push_back({index, cases[i].tag, outcome.verdict, cases[i].is_public, 1,
                               outcome.cpu_ms, outcome.message});
    if (cases[i].is_public) ShowValues(cases[i], outcome, &judgement.tests.back());
    if (outcome.verdict == Verdict::kAccepted) {
      ++judgement.passed;
    } else if (!judgement.first_failure) {
      judgement.verdict = outcome.verdict;
      judgement.first_failure = DescribeFailure(cases[i], outcome, index);
      first_message = outcome.message;
    }
  }
  if (!report.outcomes.empty()) {
    judgement.out = report.outcomes.back().out;
    judgement.err = report.outcomes.back().err;
  }
  judgement.message = Summary(judgement, first_message);
  return judgement;
}

// Prepares and runs; says which outcomes are right.
struct Run {
  std::optional<Rejection> rejection;
  RunReport report;
  std::vector<Diagnostic> warnings;
};

Result<Run> RunAndCompare(const Question& question, const JudgeConfig& config, Language language,
                          const std::string& source, const std::vector<TestCase>& cases,
                          std::stop_token stop, interview::EvaluationProgress* progress) {
  const CodingSpec& spec = SpecOf(question);
  Result<Prepared> prepared =
      Prepare(config, spec.signature, language, source, stop, LimitsOf(spec, language).memory_mb);
  if (!prepared) return Forward(prepared);
  Run run;
  run.warnings = std::move(prepared->warnings);
  if (!prepared->program) {
    run.rejection = std::move(prepared->rejection);
    return run;
  }
  RunLimits limits = LimitsOf(spec, language);
  limits.progress = progress;
  Result<RunReport> report = RunCases(config, *prepared->program, cases, limits, stop);
  if (!report) return Forward(report);
  run.report = std::move(*report);
  run.rejection = run.report.rejection;
  if (run.rejection) return run;
  Result<std::vector<CaseOutcome>> judged =
      JudgeOutcomes(question, config, cases, std::move(run.report.outcomes), stop);
  if (!judged) return Forward(judged);
  run.report.outcomes = std::move(*judged);
  return run;
}

}  // namespace

RunLimits LimitsOf(const CodingSpec& spec, Language language) {
  RunLimits limits;
  // A language without a time of its own gets Python's.
  for (const Language one : {Language::kPython, language}) {
    const auto found = spec.limits.time_ms.find(one);
    if (found != spec.limits.time_ms.end()) limits.case_cpu_ms = found->second;
  }
  limits.total_cpu_ms = 10 * limits.case_cpu_ms;
  limits.memory_mb = spec.limits.memory_mb + interview::InfoOf(language).runtime.base_memory_mb;
  return limits;
}

Result<std::vector<CaseOutcome>> JudgeOutcomes(const Question& question, const JudgeConfig& config,
                                               const std::vector<TestCase>& cases,
                                               std::vector<CaseOutcome> outcomes,
                                               std::stop_token stop) {
  const CodingSpec& spec = SpecOf(question);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CaseOutcome& outcome = outcomes[i];
    const bool answered = outcome.verdict == Verdict::kAccepted;
    if (answered && !IsRight(spec, cases[i], outcome)) outcome.verdict = Verdict::kWrongAnswer;
  }
  if (spec.compare.mode == CompareRule::Mode::kChecker && spec.checker) {
    Status checked = ApplyChecker(spec, config, cases, &outcomes, std::move(stop));
    if (!checked) return Forward(checked);
  }
  return outcomes;
}

Result<Judgement> JudgeSource(const Question& question, const JudgeConfig& config,
                              Language language, const std::string& source,
                              const std::vector<TestCase>& cases, std::stop_token stop,
                              interview::EvaluationProgress* progress) {
  const Result<Run> run =
      RunAndCompare(question, config, language, source, cases, std::move(stop), progress);
  if (!run) return Forward(run);
  if (run->rejection) return RejectedJudgement(*run->rejection, cases);
  Judgement judgement = FoldOutcomes(cases, run->report);
  judgement.diagnostics = run->warnings;
  return judgement;
}

namespace {

Evaluation ToEvaluation(const EvaluationRequest& request, Judgement judgement) {
  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  evaluation.part = request.part;
  evaluation.score =
      judgement.total > 0 ? static_cast<double>(judgement.passed) / judgement.total : 0;
  evaluation.judgement = std::move(judgement);
  return evaluation;
}

Result<Judgement> JudgeAll(const EvaluationRequest& request, const JudgeConfig& config,
                           std::stop_token stop) {
  const Result<std::shared_ptr<const TestSuite>> recent =
      RecentTestSuite(*request.question, config, stop);
  if (!recent) return Forward(recent);
  const TestSuite& suite = **recent;
  const auto& [language, source] =
      std::pair<Language, const std::string&>{request.answer.language, request.answer.source};
  Result<Judgement> judgement = JudgeSource(*request.question, config, language, source,
                                            suite.cases, stop, request.progress.get());
  if (!judgement || judgement->verdict != Verdict::kAccepted) return judgement;
  if (config.is_alone) {
    const Result<interview::Timing> timing =
        MeasureTiming(*request.question, config, language, source, suite.cases, *judgement, stop);
    if (!timing) return Forward(timing);
    judgement->timing = *timing;
  }
  if (suite.ramp.empty()) return judgement;
  if (const auto known = FindGrowth(config, *request.question, language, source)) {
    judgement->growth = *known;
    return judgement;
  }
  const Result<GrowthFit> growth =
      MeasureGrowth(*request.question, config, language, source, suite.ramp, stop);
  if (!growth) return Forward(growth);
  KeepGrowth(config, *request.question, language, source, *growth);
  judgement->growth = *growth;
  return judgement;
}

// One input of the candidate's own, beside what the reference answers to it.
Result<Judgement> JudgeCustom(const EvaluationRequest& request, const JudgeConfig& config,
                              std::stop_token stop) {
  const CodingSpec& spec = SpecOf(*request.question);
  Result<TestCase> test = ReadInput(spec.signature, request.input);
  if (!test) return Forward(test);
  std::vector<TestCase> cases = {std::move(*test)};
  const Result<interview::SourceFile> reference = PythonReference(*request.question);
  if (!reference) return Forward(reference);
  const Status answered = AnswerByOracle(*request.question, *reference, config, &cases, stop);
  const bool has_expected = answered.has_value();
  if (!has_expected && answered.error().code != ErrorCode::kInvalid) return Forward(answered);

  const Result<Run> run = RunAndCompare(*request.question, config, request.answer.language,
                                        request.answer.source, cases, stop, nullptr);
  if (!run) return Forward(run);
  if (run->rejection) return RejectedJudgement(*run->rejection, cases);
  Judgement judgement = FoldOutcomes(cases, run->report);
  judgement.diagnostics = run->warnings;
  judgement.custom_got = GotToShow(cases[0], run->report.outcomes[0]);
  judgement.custom_expected = ExpectedToShow(cases[0]);
  if (!has_expected) {
    judgement.message =
        "The reference cannot answer this input; check it against the limits of the statement.";
  } else if (judgement.verdict == Verdict::kAccepted) {
    judgement.message = "The answer agrees with the reference.";
  } else if (judgement.verdict == Verdict::kWrongAnswer &&
             run->report.outcomes[0].message.empty()) {
    judgement.message = "The answer differs from the reference.";
  }
  return judgement;
}

Result<Judgement> JudgeOnce(const EvaluationRequest& request, const JudgeConfig& config,
                            std::stop_token stop) {
  switch (request.kind) {
    case EvaluationKind::kRunVisible:
      return JudgeSource(*request.question, config, request.answer.language, request.answer.source,
                         VisibleTests(SpecOf(*request.question)), stop, request.progress.get());
    case EvaluationKind::kRunCustom:
      return JudgeCustom(request, config, stop);
    case EvaluationKind::kJudge:
      return JudgeAll(request, config, stop);
    case EvaluationKind::kShrink:
      return ShrinkFailure(request, config, stop);
    default:
      return Fail(ErrorCode::kInvalid,
                  "The judge cannot do \"" + std::string(ToString(request.kind)) + "\".");
  }
}

// What killed a C++ solution, and on which line.
void ExplainFailure(const EvaluationRequest& request, const JudgeConfig& config,
                    std::stop_token stop, Judgement* judgement) {
  if (request.answer.language != Language::kCpp || request.kind == EvaluationKind::kShrink ||
      !judgement->first_failure || judgement->verdict != Verdict::kRuntimeError) {
    return;
  }
  const CodingSpec& spec = SpecOf(*request.question);
  std::vector<TestCase> cases;
  if (request.kind == EvaluationKind::kRunVisible) {
    cases = VisibleTests(spec);
  } else if (request.kind == EvaluationKind::kRunCustom) {
    if (const auto test = ReadInput(spec.signature, request.input)) cases = {*test};
  } else if (const auto suite = MakeTestSuite(*request.question, config, stop)) {
    cases = suite->cases;
  }
  cases.resize(
      std::min(cases.size(), static_cast<std::size_t>(judgement->first_failure->index) + 1));
  judgement->explanation =
      ExplainCrash(config, spec.signature, request.answer.source, cases,
                   LimitsOf(spec, Language::kCpp).case_cpu_ms, std::move(stop));
}

}  // namespace

Result<Evaluation> CodeJudge::Evaluate(const EvaluationRequest& request,
                                       std::stop_token stop) const {
  if (!request.question || !std::holds_alternative<CodingSpec>(request.question->spec)) {
    return Fail(ErrorCode::kInvalid, "This question has no code to judge.");
  }
  Result<Judgement> judgement = JudgeOnce(request, config_, stop);
  if (!judgement && judgement.error().code == ErrorCode::kInternal) {
    interview::LogError(judgement.error());  // our own fault: once more, then tell
    judgement = JudgeOnce(request, config_, stop);
  }
  if (!judgement) return Forward(judgement);
  ExplainFailure(request, config_, stop, &*judgement);
  judgement->caution = SandboxCaution(config_.sandbox);
  return ToEvaluation(request, std::move(*judgement));
}

void CodeJudge::Prepare(const EvaluationRequest& request, std::stop_token stop) const {
  const Result<Prepared> prepared =
      evaluators::Prepare(config_, SpecOf(*request.question).signature, request.answer.language,
                          request.answer.source, std::move(stop));
  if (!prepared && prepared.error().code != ErrorCode::kCancelled) {
    interview::LogError(prepared.error());
  }
}

void CodeJudge::WarmUp(const EvaluationRequest& request) const {
  const CodingSpec& spec = SpecOf(*request.question);
  std::vector<BoxSpec> boxes;
  // Two: the reference runs before the solution, or the ramp after it, or a solution starts again.
  const auto box = BoxAhead(config_, request.answer.language, request.answer.source,
                            LimitsOf(spec, request.answer.language).memory_mb);
  if (box && *box) boxes.insert(boxes.end(), 2, **box);
  if (spec.compare.mode == CompareRule::Mode::kChecker && spec.checker) {
    if (Result<BoxSpec> checker = CheckerBox(config_, spec)) boxes.push_back(std::move(*checker));
  }
  KeepBoxesWaiting(config_, boxes);
}

}  // namespace evaluators
