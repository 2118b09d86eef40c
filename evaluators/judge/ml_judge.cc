// The messenger between the box of the checks and the box of the candidate.
#include "evaluators/judge/ml_judge.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/display.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/sandbox.h"
#include "evaluators/judge/standby.h"
#include "evaluators/judge/strict_message.h"

namespace evaluators {

using interview::Criterion;
using interview::CriterionState;
using interview::Error;
using interview::ErrorCode;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Judgement;
using interview::Language;
using interview::MlCheck;
using interview::MlCodingSpec;
using interview::MlMutant;
using interview::Question;
using interview::Result;
using interview::Verdict;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSeed = 3;  // of the generator that every check gets
constexpr std::size_t kMostMessage = std::size_t{64} << 20;
constexpr int kMostMessages = 10'000;  // of the candidate, in one check
constexpr double kLoadCpuMs = 10'000;  // imports of the large libraries included

Json SymbolNames(const MlCodingSpec& spec) {
  Json names = Json::array();
  for (const interview::MlSymbol& symbol : spec.symbols) names.push_back(symbol.name);
  return names;
}

std::string CheckFunction(const std::string& id) {
  std::string name = "check_" + id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

struct CheckOutcome {
  Verdict verdict = Verdict::kAccepted;
  std::string message;
  std::string trace;
  std::string out;
  std::string err;
  double cpu_ms = 0;
  double wall_ms = 0;
  int messages = 0;
};

double CheckCpuMs(const MlCodingSpec& spec) {
  const auto limit = spec.limits.time_ms.find(Language::kPython);
  return limit == spec.limits.time_ms.end() ? 10'000 : limit->second;
}

Result<BoxSpec> DriverBox(const JudgeConfig& config, const MlCodingSpec& spec,
                          const std::string& driver, const std::string& source) {
  Result<BoxSpec> box = PythonBox(
      config, driver,
      {"onsite_wire.py", "onsite_source.py", "onsite_crossing.py", "onsite_peer.py"}, source);
  if (!box) return box;
  box->limits.answer_bytes = kMostMessage;
  box->limits.total_cpu_ms = 10 * CheckCpuMs(spec) + kLoadCpuMs;
  box->limits.memory_mb = std::max(spec.limits.memory_mb, 256);
  box->limits.open_files = 256;
  return box;
}

Result<BoxSpec> ChecksBox(const JudgeConfig& config, const MlCodingSpec& spec) {
  Result<BoxSpec> box = DriverBox(config, spec, "ml_checks_driver.py", spec.check_source.text);
  if (box) box->limits.memory_mb = 2048;
  return box;
}

Result<BoxSpec> CandidateBox(const JudgeConfig& config, const MlCodingSpec& spec,
                             const std::string& source) {
  return DriverBox(config, spec, "ml_candidate_driver.py", source);
}

class MlRun {
 public:
  MlRun(const Question& question, const JudgeConfig& config, const std::string& source,
        const MlMutant* mutant, std::stop_token stop)
      : question_(question),
        spec_(std::get<MlCodingSpec>(question.spec)),
        config_(config),
        stop_(std::move(stop)) {
    load_ = {{"source", source},
             {"symbols", SymbolNames(spec_)},
             {"forbidden_imports", spec_.forbidden_imports},
             {"forbidden_names", spec_.forbidden_names}};
    if (mutant != nullptr) {
      load_["mutant"] = {{"source", spec_.mutant_source.text},
                         {"function", mutant->function},
                         {"replaces", mutant->replaces}};
    }
    check_cpu_ms_ = CheckCpuMs(spec_);
  }

  // Counts the checks in `progress`, which may be null.
  Result<Judgement> Run(const std::vector<MlCheck>& checks,
                        interview::EvaluationProgress* progress);

 private:
  bool Break(Error error) {
    failure_ = std::move(error);
    return false;
  }
  bool Cancelled() { return Break({ErrorCode::kCancelled, "The judge was stopped.", {}}); }
  bool StartChecks();
  bool StartCandidate();
  bool ReadLoadAnswer(const Exchange& exchange, const ExchangeLimits& limits);
  bool RunCheck(const MlCheck& check, CheckOutcome* outcome);
  bool HandOver(const std::string& line, CheckOutcome* outcome, std::string* reply);
  bool ReadVerdict(const MlCheck& check, const Json& verdict, CheckOutcome* outcome);
  void CloseCandidate();

  const Question& question_;
  const MlCodingSpec& spec_;
  const JudgeConfig& config_;
  std::stop_token stop_;
  Json load_;
  double check_cpu_ms_;
  std::unique_ptr<Box> checks_;
  std::unique_ptr<Box> candidate_;
  Judgement judgement_;
  std::optional<Error> failure_;
  bool is_rejected_ = false;
};

bool MlRun::StartChecks() {
  const Result<BoxSpec> box = ChecksBox(config_, spec_);
  if (!box) return Break(box.error());
  Result<std::unique_ptr<Box>> started = TakeBox(config_, *box);
  if (!started) return Break(started.error());
  checks_ = std::move(*started);
  const Json load = {{"source", spec_.check_source.text}, {"symbols", SymbolNames(spec_)}};
  const Exchange exchange =
      checks_->Ask(interview::DumpJson(load), {kLoadCpuMs, 3 * kLoadCpuMs}, stop_);
  if (exchange.event == BoxEvent::kCancelled) return Cancelled();
  if (exchange.event == BoxEvent::kAnswered && exchange.line == R"({"ready":true})") return true;
  if (exchange.err.find("No module named 'numpy'") != std::string::npos) {
    return Break({ErrorCode::kInternal,
                  "Python misses numpy, which ML questions need. Install it: "
                  "sudo apt install python3-numpy",
                  exchange.err});
  }
  return Break({ErrorCode::kInvalid,
                question_.folder + "/tests/checks.py cannot be loaded; mend it.",
                exchange.line + exchange.err});
}

// False when the solution is rejected or the judge broke.
bool MlRun::StartCandidate() {
  const Result<BoxSpec> box = CandidateBox(config_, spec_, load_["source"]);
  if (!box) return Break(box.error());
  Result<std::unique_ptr<Box>> started = TakeBox(config_, *box);
  if (!started) return Break(started.error());
  candidate_ = std::move(*started);
  const ExchangeLimits limits = {kLoadCpuMs, 3 * kLoadCpuMs};
  const Exchange exchange = candidate_->Ask(interview::DumpJson(load_), limits, stop_);
  if (exchange.event == BoxEvent::kCancelled) return Cancelled();
  return ReadLoadAnswer(exchange, limits);
}

bool MlRun::ReadLoadAnswer(const Exchange& exchange, const ExchangeLimits& limits) {
  if (exchange.event == BoxEvent::kAnswered && exchange.line == R"({"ready":true})") return true;
  is_rejected_ = true;
  judgement_.out = Printable(exchange.out);
  judgement_.err = Printable(exchange.err);
  if (exchange.event != BoxEvent::kAnswered) {
    const Ending ending = ClassifyEnding(exchange, candidate_->end(), BoxLimits{}, limits);
    if (ending.verdict == Verdict::kInternalError) {
      return Break({ErrorCode::kInternal,
                    "The sandbox could not be made; `onsite doctor` says why.", exchange.err});
    }
    judgement_.verdict = ending.verdict;
    judgement_.message = "While the solution was loaded: " + ending.message;
    return false;
  }
  const bool is_sound = CheckMessage(exchange.line) == MessageFault::kNone;
  const Result<Json> answer = interview::ParseJson(is_sound ? exchange.line : "null", "answer");
  judgement_.verdict = Verdict::kViolation;
  judgement_.message = "The program wrote to the judge's channel while it was loaded.";
  if (!answer || !answer->is_object() || answer->size() != 1) return false;
  for (const auto& [key, verdict] :
       {std::pair{"compile_error", Verdict::kCompileError},
        std::pair{"forbidden", Verdict::kViolation}, std::pair{"error", Verdict::kRuntimeError}}) {
    const Json fault = answer->value(key, Json());
    if (!fault.is_object()) continue;
    const Json message = fault.value("message", Json());
    const Json line = fault.value("line", Json());
    const Json type = fault.value("type", Json());
    const Json trace = fault.value("trace", Json());
    judgement_.verdict = verdict;
    judgement_.message = message.is_string() ? PrintableStart(message.get<std::string>()) : "";
    if (type.is_string()) {
      judgement_.message =
          "While the solution was loaded: " + PrintableStart(type.get<std::string>()) + ": " +
          judgement_.message;
    }
    if (trace.is_string())
      judgement_.err += PrintableStart(trace.get<std::string>(), kMostTraceText);
    judgement_.diagnostics = {
        {line.is_number_integer() ? line.get<int>() : 0, 0, "error", judgement_.message}};
  }
  return false;
}

void MlRun::CloseCandidate() {
  if (!candidate_) return;
  candidate_->Close();
  judgement_.peak_mb = std::max(judgement_.peak_mb, candidate_->peak_mb());
  candidate_.reset();
}

// Carries one message to the candidate and its answer back, in the envelope of what was measured
// outside. False when the judge broke or was stopped; a candidate that died leaves "{}" and its
// ending in `outcome`. All that the candidate does in one check counts together: calls of its own
// must not make the check endless.
bool MlRun::HandOver(const std::string& line, CheckOutcome* outcome, std::string* reply) {
  *reply = "{}";
  const ExchangeLimits whole = {check_cpu_ms_, 2 * check_cpu_ms_ + 2000};
  const ExchangeLimits left = {std::max(whole.cpu_ms - outcome->cpu_ms, 1.0),
                               std::max(whole.wall_ms - outcome->wall_ms, 1.0)};
  Exchange exchange = candidate_->Ask(R"({"message":)" + line + "}", left, stop_);
  if (exchange.event == BoxEvent::kCancelled) return Cancelled();
  outcome->cpu_ms += exchange.cpu_ms;
  outcome->wall_ms += exchange.wall_ms;
  ++outcome->messages;
  constexpr std::size_t kKept = std::size_t{64} << 10;
  if (outcome->out.size() < kKept) outcome->out += Printable(exchange.out);
  if (outcome->err.size() < kKept) outcome->err += Printable(exchange.err);
  if (exchange.event == BoxEvent::kAnswered) {
    const MessageFault fault = CheckMessage(exchange.line);
    if (fault == MessageFault::kNone && outcome->messages < kMostMessages) {
      *reply = R"({"message":)" + exchange.line + R"(,"cpu_ms":)" +
               std::to_string(exchange.cpu_ms) + R"(,"bytes":)" +
               std::to_string(line.size() + exchange.line.size()) + "}";
      return true;
    }
    exchange.event = fault == MessageFault::kNone        ? BoxEvent::kWallLimit
                     : fault == MessageFault::kMalformed ? BoxEvent::kOutOfTurn
                                                         : BoxEvent::kOutputLimit;
  }
  BoxLimits box_limits;
  box_limits.memory_mb = std::max(spec_.limits.memory_mb, 256);
  const Ending ending = ClassifyEnding(exchange, candidate_->end(), box_limits, whole);
  if (ending.verdict == Verdict::kInternalError) {
    return Break({ErrorCode::kInternal, "The sandbox ended without saying why; run it again.", {}});
  }
  outcome->verdict = ending.verdict;
  outcome->message = outcome->messages < kMostMessages
                         ? ending.message
                         : "The program called back more than " + std::to_string(kMostMessages) +
                               " times in one check.";
  CloseCandidate();
  return true;
}

bool MlRun::ReadVerdict(const MlCheck& check, const Json& verdict, CheckOutcome* outcome) {
  if (verdict.value("passed", Json()) == Json(true)) return true;
  const std::string cause = verdict.value("cause", "");
  if (cause == "gone") return true;  // the ending is told already
  outcome->message = PrintableStart(verdict.value("message", ""));
  outcome->trace = PrintableStart(verdict.value("trace", ""), kMostTraceText);
  outcome->verdict = cause == "solution"    ? Verdict::kRuntimeError
                     : cause == "violation" ? Verdict::kViolation
                                            : Verdict::kWrongAnswer;
  if (outcome->message.empty()) outcome->message = check.says;
  if (outcome->verdict == Verdict::kViolation) CloseCandidate();  // it may still be talking
  return true;
}

bool MlRun::RunCheck(const MlCheck& check, CheckOutcome* outcome) {
  if (!candidate_ && !StartCandidate()) return false;
  std::string request = interview::DumpJson({{"check", CheckFunction(check.id)}, {"seed", kSeed}});
  for (;;) {
    const Exchange exchange = checks_->Ask(request, {60'000, 150'000}, stop_);
    if (exchange.event == BoxEvent::kCancelled) return Cancelled();
    if (exchange.event != BoxEvent::kAnswered) {
      if (exchange.event == BoxEvent::kEnded && !checks_->end().is_known) {
        return Break({ErrorCode::kInternal, "The sandbox ended without saying why; run it again.",
                      exchange.err});
      }
      return Break({ErrorCode::kInvalid,
                    question_.folder + "/tests/checks.py: check \"" + check.id +
                        "\" did not come to an end; mend it.",
                    exchange.err});
    }
    if (!exchange.line.starts_with(R"({"verdict":)")) {
      // The checks call the candidate; without one they are told that it is gone.
      request = "{}";
      if (candidate_ && !HandOver(exchange.line, outcome, &request)) return false;
      continue;
    }
    const Result<Json> answer = interview::ParseJson(exchange.line, "verdict");
    if (!answer) return Break(answer.error());
    return ReadVerdict(check, (*answer)["verdict"], outcome);
  }
}

Result<Judgement> MlRun::Run(const std::vector<MlCheck>& checks,
                             interview::EvaluationProgress* progress) {
  const Clock::time_point begin = Clock::now();
  judgement_.total = static_cast<int>(checks.size());
  if (!StartChecks() || !StartCandidate()) {
    if (failure_) return tl::unexpected<Error>(*failure_);
    return std::move(judgement_);
  }
  judgement_.verdict = Verdict::kAccepted;
  // A solution that died is started again until this is used up; limits of time cost more.
  constexpr int kMostPatience = 4;
  int patience = kMostPatience;
  if (progress != nullptr) progress->total = judgement_.total;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (progress != nullptr) progress->done = static_cast<int>(i);
    CheckOutcome outcome;
    if (patience <= 0 || judgement_.cpu_ms > 10 * check_cpu_ms_) {
      outcome.verdict = Verdict::kTimeLimit;
      outcome.message = "Not run: the program failed too often, or used too much time, before.";
    } else if (!RunCheck(checks[i], &outcome)) {
      if (failure_) return tl::unexpected<Error>(*failure_);
      return std::move(judgement_);  // it does not load any more
    } else if (!candidate_) {
      const bool is_idle = outcome.cpu_ms < outcome.wall_ms / 2;
      patience -= outcome.verdict != Verdict::kTimeLimit ? 1 : is_idle ? 4 : 2;
    }
    judgement_.cpu_ms += outcome.cpu_ms;
    judgement_.tests.push_back({static_cast<int>(i), checks[i].id, outcome.verdict,
                                checks[i].is_public, checks[i].weight, outcome.cpu_ms,
                                outcome.message});
    if (checks[i].is_public) {
      constexpr std::size_t kMostOutput = 4096;  // bytes
      judgement_.tests.back().out = PrintableStart(outcome.out, kMostOutput);
      judgement_.tests.back().err = PrintableStart(outcome.err + outcome.trace, kMostOutput);
    }
    if (outcome.verdict == Verdict::kAccepted) {
      ++judgement_.passed;
    } else if (!judgement_.first_failure) {
      judgement_.verdict = outcome.verdict;
      interview::Failure failure;
      failure.index = static_cast<int>(i);
      failure.tag = checks[i].id;
      failure.expected = checks[i].says;
      failure.got = outcome.message;
      failure.out = outcome.out;
      failure.err = outcome.err + outcome.trace;
      judgement_.first_failure = std::move(failure);
    }
    judgement_.out = outcome.out;
    judgement_.err = outcome.err;
  }
  if (progress != nullptr) progress->done = judgement_.total;
  CloseCandidate();
  judgement_.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  judgement_.message = std::to_string(judgement_.passed) + " of " +
                       std::to_string(judgement_.total) + " checks passed.";
  if (judgement_.first_failure) {
    judgement_.message += " " + judgement_.first_failure->tag + ": " +
                          judgement_.first_failure->got.get<std::string>();
  }
  return std::move(judgement_);
}

}  // namespace

Result<Judgement> JudgeMlSource(const Question& question, const JudgeConfig& config,
                                const std::string& source, const std::vector<MlCheck>& checks,
                                const MlMutant* mutant, std::stop_token stop,
                                interview::EvaluationProgress* progress) {
  if (const std::optional<Rejection> rejection = RejectSource(source)) {
    Judgement judgement;
    judgement.verdict = rejection->verdict;
    judgement.total = static_cast<int>(checks.size());
    judgement.message = rejection->message;
    judgement.diagnostics = rejection->diagnostics;
    return judgement;
  }
  Result<Judgement> judgement = MlRun(question, config, source, mutant, stop).Run(checks, progress);
  const bool is_our_fault = !judgement && judgement.error().code == ErrorCode::kInternal;
  return is_our_fault ? MlRun(question, config, source, mutant, stop).Run(checks, progress)
                      : std::move(judgement);
}

Result<Evaluation> MlJudge::Evaluate(const EvaluationRequest& request, std::stop_token stop) const {
  if (!request.question || !std::holds_alternative<MlCodingSpec>(request.question->spec)) {
    return Fail(ErrorCode::kInvalid, "This question has no ML code to judge.");
  }
  if (request.kind != EvaluationKind::kRunVisible && request.kind != EvaluationKind::kJudge) {
    return Fail(ErrorCode::kInvalid,
                "ML code is run against its checks only; print from your own functions instead.");
  }
  if (request.answer.language != Language::kPython) {
    return Fail(ErrorCode::kInvalid, "ML questions are answered in Python; choose Python.");
  }
  const auto& spec = std::get<MlCodingSpec>(request.question->spec);
  std::vector<MlCheck> checks;
  for (const MlCheck& check : spec.checks) {
    if (request.kind == EvaluationKind::kJudge || check.is_public) checks.push_back(check);
  }
  Result<Judgement> judgement =
      JudgeMlSource(*request.question, config_, request.answer.source, checks, nullptr,
                    std::move(stop), request.progress.get());
  if (!judgement) return Forward(judgement);
  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  evaluation.part = request.part;
  double earned = 0;
  double possible = 0;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const bool was_run = i < judgement->tests.size();
    const bool passed = was_run && judgement->tests[i].verdict == Verdict::kAccepted;
    Criterion criterion;
    criterion.id = checks[i].id;
    criterion.group = "checks";
    criterion.text = checks[i].says;
    criterion.weight = checks[i].weight;
    criterion.credit = passed ? 1 : 0;
    criterion.state = passed ? CriterionState::kEarned : CriterionState::kMissing;
    criterion.reason = was_run ? judgement->tests[i].message : judgement->message;
    earned += criterion.weight * criterion.credit;
    possible += criterion.weight;
    evaluation.criteria.push_back(std::move(criterion));
  }
  evaluation.score = possible > 0 ? earned / possible : 0;
  judgement->caution = SandboxCaution(config_.sandbox);
  evaluation.judgement = std::move(*judgement);
  return evaluation;
}

void MlJudge::WarmUp(const EvaluationRequest& request) const {
  const auto& spec = std::get<MlCodingSpec>(request.question->spec);
  std::vector<BoxSpec> boxes;
  for (Result<BoxSpec> box :
       {ChecksBox(config_, spec), CandidateBox(config_, spec, request.answer.source)}) {
    if (box) boxes.push_back(std::move(*box));
  }
  KeepBoxesWaiting(config_, boxes);
}

}  // namespace evaluators
