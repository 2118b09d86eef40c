// The conversation with the drivers, and what each way of ending means.
#include "evaluators/judge/case_runner.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>

#include "evaluators/judge/display.h"
#include "evaluators/judge/standby.h"
#include "evaluators/judge/strict_message.h"

namespace evaluators {

using interview::Error;
using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;
using interview::Verdict;

Json InputOf(const TestCase& test) {
  if (test.ops.is_null()) return {{"args", test.args}};
  return {{"ops", test.ops}, {"args", test.args}};
}

namespace {

using Clock = std::chrono::steady_clock;

// What a value takes in memory, in units of about 16 bytes.
double Weight(const Json& value) {
  if (value.is_string()) {
    return 1 + static_cast<double>(value.get_ref<const std::string&>().size()) / 16;
  }
  if (!value.is_structured()) return 1;
  double weight = 4;
  for (const Json& item : value) weight += Weight(item);
  return weight;
}

// All answers of a run are kept until they are compared: together they may weigh this much (about
// 256 MB), and more where the inputs are large.
constexpr double kMostWeight = 1 << 24;
constexpr double kMostWeightToInputs = 4;

// Reads the driver's answer to one case; whatever the drivers never write is a violation.
CaseOutcome ReadAnswer(const Exchange& exchange, std::uint64_t id, int memory_mb) {
  CaseOutcome outcome;
  const Ending forged = ClassifyForgery(exchange.line, false);
  outcome.verdict = forged.verdict;
  outcome.message = forged.message;
  const MessageFault fault = CheckMessage(exchange.line);
  if (fault == MessageFault::kTooManyValues) {
    outcome.verdict = Verdict::kOutputLimit;
    outcome.message = "The program returned too many values on this test.";
  }
  if (fault != MessageFault::kNone) return outcome;
  Result<Json> answer = interview::ParseJson(exchange.line, "answer", kMostMessageDepth);
  if (!answer || !answer->is_object() || answer->value("id", Json()) != Json(id)) return outcome;
  if (const auto unfit = answer->find("unfit"); unfit != answer->end() && unfit->is_string()) {
    outcome.verdict = Verdict::kWrongAnswer;
    outcome.message = PrintableStart(unfit->get_ref<const std::string&>());
    return outcome;
  }
  if (const auto error = answer->find("error"); error != answer->end() && error->is_object()) {
    const auto text = [&](const char* key, std::size_t most = kMostMessageText) {
      const auto value = error->find(key);
      return value != error->end() && value->is_string()
                 ? PrintableStart(value->get_ref<const std::string&>(), most)
                 : std::string();
    };
    const Ending ending = ClassifyException(text("type"), text("message"), memory_mb);
    outcome.verdict = ending.verdict;
    outcome.message = ending.message;
    outcome.err = text("trace", kMostTraceText);
    return outcome;
  }
  const auto result = answer->find("result");
  if (result == answer->end()) return outcome;
  outcome.verdict = Verdict::kAccepted;
  outcome.message.clear();
  outcome.result = std::move(*result);
  if (const auto args = answer->find("args"); args != answer->end())
    outcome.args = std::move(*args);
  if (const auto ms = answer->find("ms"); ms != answer->end() && ms->is_number()) {
    // The wall clock bounds it: the processor time from outside may lag by a tick of the kernel.
    outcome.inside_ms = std::clamp(ms->get<double>(), 0.0, exchange.wall_ms);
  }
  if (const auto changed = answer->find("changed"); changed != answer->end()) {
    outcome.verdict = Verdict::kWrongAnswer;
    outcome.message = "The input must stay as it is, but the program changed " +
                      PrintableStart(interview::DumpJson(*changed)) + ".";
  }
  return outcome;
}

class CaseRun {
 public:
  CaseRun(const JudgeConfig& config, const Program& program, const RunLimits& limits,
          std::stop_token stop)
      : config_(config), program_(program), limits_(limits), stop_(std::move(stop)) {}

  Result<RunReport> Run(const std::vector<TestCase>& cases) {
    const Clock::time_point begin = Clock::now();
    if (limits_.progress != nullptr) limits_.progress->total = static_cast<int>(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (limits_.progress != nullptr) limits_.progress->done = static_cast<int>(i);
      if (lost_patience_ > limits_.most_restarts && !box_) {
        FailTheRest(cases.size());
        break;
      }
      if (!box_ && !StartBox()) {
        if (failure_) return tl::unexpected<Error>(*failure_);
        return std::move(report_);  // rejected
      }
      if (!RunCase(cases[i], first_id_ + i)) {
        if (failure_) return tl::unexpected<Error>(*failure_);
        return std::move(report_);
      }
    }
    if (!SayGoodbye()) return tl::unexpected<Error>(*failure_);
    if (limits_.progress != nullptr) limits_.progress->done = limits_.progress->total.load();
    CloseBox();
    report_.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  bool Break(Error error) {
    failure_ = std::move(error);
    return false;
  }

  bool Cancelled() { return Break({ErrorCode::kCancelled, "The judge was stopped.", {}}); }

  ExchangeLimits LimitsFor(double cpu_ms) const { return {cpu_ms, 2 * cpu_ms + 2000}; }

  // An interpreter that gave up because its own heap is full has met the memory limit.
  Exchange Ask(const std::string& request, const ExchangeLimits& limits) {
    Exchange exchange = box_->Ask(request, limits, stop_);
    if (exchange.event == BoxEvent::kEnded && !program_.out_of_memory.empty() &&
        exchange.err.find(program_.out_of_memory) != std::string::npos) {
      exchange.event = BoxEvent::kMemoryLimit;
    }
    return exchange;
  }

  // False when rejected or broken.
  bool StartBox() {
    BoxSpec spec = program_.box;
    spec.limits.memory_mb = limits_.memory_mb;
    spec.limits.total_cpu_ms = limits_.total_cpu_ms + kLoadCpuMs;
    // A driver that needs no load holds its program already: nobody can start it ahead.
    Result<std::unique_ptr<Box>> box =
        program_.load.empty() ? Box::Start(config_, spec) : TakeBox(config_, spec);
    if (!box) return Break(box.error());
    box_ = std::move(*box);
    const ExchangeLimits limits = LimitsFor(kLoadCpuMs);
    const Exchange exchange = Ask(program_.load, limits);
    if (exchange.event == BoxEvent::kCancelled) return Cancelled();
    Rejection rejection;
    rejection.out = Printable(exchange.out);
    rejection.err = Printable(exchange.err);
    if (exchange.event != BoxEvent::kAnswered) {
      const Ending ending = ClassifyEnding(exchange, box_->end(), spec.limits, limits);
      if (ending.verdict == Verdict::kInternalError) {
        return Break({ErrorCode::kInternal,
                      "The sandbox could not be made; `onsite doctor` says why.", exchange.err});
      }
      rejection.verdict = ending.verdict;
      rejection.message = "While the solution was loaded: " + ending.message;
      return Reject(std::move(rejection));
    }
    const bool is_sound = CheckMessage(exchange.line) == MessageFault::kNone;
    const Result<Json> answer = interview::ParseJson(is_sound ? exchange.line : "null", "answer");
    if (answer && answer->is_object()) {
      if (answer->value("ready", Json()) == Json(true)) return true;
      if (ReadLoadFault(*answer, &rejection)) return Reject(std::move(rejection));
    }
    rejection.verdict = Verdict::kViolation;
    rejection.message = "The program wrote to the judge's channel while it was loaded.";
    return Reject(std::move(rejection));
  }

  static bool ReadLoadFault(const Json& answer, Rejection* rejection) {
    const auto field = [](const Json& object, const char* key) {
      const Json value = object.value(key, Json());
      return value.is_string() ? PrintableStart(value.get_ref<const std::string&>(), kMostTraceText)
                               : std::string();
    };
    const auto number = [](const Json& object, const char* key) {
      const Json value = object.value(key, Json());
      return value.is_number_integer() ? value.get<int>() : 0;
    };
    if (const auto fault = answer.find("compile_error");
        fault != answer.end() && fault->is_object()) {
      rejection->verdict = Verdict::kCompileError;
      rejection->message = field(*fault, "message");
      rejection->diagnostics = {
          {number(*fault, "line"), number(*fault, "column"), "error", rejection->message}};
      rejection->err += field(*fault, "trace");
      return true;
    }
    if (const auto error = answer.find("error"); error != answer.end() && error->is_object()) {
      rejection->verdict = Verdict::kRuntimeError;
      rejection->message = "While the solution was loaded: " + field(*error, "type") + ": " +
                           field(*error, "message");
      rejection->diagnostics = {{number(*error, "line"), 0, "error", rejection->message}};
      rejection->err += field(*error, "trace");
      return true;
    }
    return false;
  }

  bool Reject(Rejection rejection) {
    CloseBox();
    report_.rejection = std::move(rejection);
    report_.outcomes.clear();
    return false;
  }

  bool RunCase(const TestCase& test, std::uint64_t id) {
    const double left = limits_.total_cpu_ms - report_.cpu_ms;
    if (left <= 0) {
      report_.outcomes.push_back(NotRun("The whole submission used up its processor time."));
      return true;
    }
    const ExchangeLimits limits = LimitsFor(std::min(limits_.case_cpu_ms, left));
    Json request = Json::array({id});
    if (!test.ops.is_null()) request.push_back(test.ops);
    request.push_back(test.args);
    const Exchange exchange = Ask(interview::DumpJson(request), limits);
    if (exchange.event == BoxEvent::kCancelled) return Cancelled();
    CaseOutcome outcome;
    if (exchange.event == BoxEvent::kAnswered) {
      outcome = ReadAnswer(exchange, id, limits_.memory_mb);
      if (exchange.cpu_ms > limits_.case_cpu_ms && outcome.verdict != Verdict::kViolation) {
        Exchange late = exchange;
        late.event = BoxEvent::kCpuLimit;
        const Ending ending = ClassifyEnding(late, {}, program_.box.limits, limits);
        outcome.verdict = ending.verdict;
        outcome.message = ending.message;
      }
    } else {
      BoxLimits box_limits = program_.box.limits;
      box_limits.memory_mb = limits_.memory_mb;
      const Ending ending = ClassifyEnding(exchange, box_->end(), box_limits, limits);
      outcome.verdict = ending.verdict;
      outcome.message = ending.message;
    }
    weight_left_ +=
        kMostWeightToInputs * Weight(test.args) - Weight(outcome.result) - Weight(outcome.args);
    const bool is_too_much = weight_left_ < 0;
    if (is_too_much) {
      outcome = {};
      outcome.verdict = Verdict::kOutputLimit;
      outcome.message = "The program returned too many values on this test and those before it.";
    }
    outcome.cpu_ms = exchange.cpu_ms;
    outcome.out = Printable(exchange.out);
    outcome.err = Printable(exchange.err) + outcome.err;
    report_.cpu_ms += exchange.cpu_ms;
    const bool is_over = exchange.event != BoxEvent::kAnswered || is_too_much ||
                         outcome.verdict == Verdict::kViolation;
    if (outcome.verdict == Verdict::kInternalError) {
      return Break({ErrorCode::kInternal, "The sandbox ended without saying why; run it again.",
                    outcome.err});
    }
    report_.outcomes.push_back(std::move(outcome));
    if (is_over) {
      CloseBox();
      // Every end costs patience; one that cost time costs more.
      lost_patience_ += exchange.event == BoxEvent::kWallLimit  ? 4
                        : is_too_much                           ? limits_.most_restarts + 1
                        : exchange.event == BoxEvent::kCpuLimit ? 2
                                                                : 1;
    }
    return true;
  }

  // The driver's last words show that nothing else was said after the last answer. False when
  // stopped.
  bool SayGoodbye() {
    if (!box_ || report_.outcomes.empty()) return true;
    const ExchangeLimits limits = {1000, 4000};
    const Exchange exchange = box_->Ask("[0]", limits, stop_);
    if (exchange.event == BoxEvent::kCancelled) return Cancelled();
    CaseOutcome& last = report_.outcomes.back();
    if (last.verdict != Verdict::kAccepted) return true;
    if (exchange.event == BoxEvent::kAnswered) {
      if (exchange.line == R"({"id":0,"bye":true})") return true;
      const Ending forged = ClassifyForgery(exchange.line, false);
      last.verdict = forged.verdict;
      last.message = forged.message;
    } else {
      const Ending ending = ClassifyEnding(exchange, box_->end(), program_.box.limits, limits);
      last.verdict = ending.verdict;
      last.message = "After its last answer: " + ending.message;
    }
    return true;
  }

  static CaseOutcome NotRun(std::string why) {
    CaseOutcome outcome;
    outcome.verdict = Verdict::kTimeLimit;
    outcome.message = std::move(why);
    return outcome;
  }

  void FailTheRest(std::size_t count) {
    CaseOutcome last = report_.outcomes.back();
    last.message = "Not run: the program failed too often before.";
    last.result = nullptr;
    last.cpu_ms = 0;
    last.out.clear();
    last.err.clear();
    report_.outcomes.resize(count, last);
  }

  void CloseBox() {
    if (!box_) return;
    box_->Close();
    report_.peak_mb = std::max(report_.peak_mb, box_->peak_mb());
    box_.reset();
  }

  static constexpr double kLoadCpuMs = 5000;

  const JudgeConfig& config_;
  const Program& program_;
  const RunLimits& limits_;
  std::stop_token stop_;
  std::unique_ptr<Box> box_;
  double weight_left_ = kMostWeight;
  int lost_patience_ = 0;
  // Requests are numbered from a number that a program cannot guess before it is asked.
  std::uint64_t first_id_ = std::random_device()() * std::uint64_t{1000} + 1;
  RunReport report_;
  std::optional<Error> failure_;
};

}  // namespace

Result<RunReport> RunCases(const JudgeConfig& config, const Program& program,
                           const std::vector<TestCase>& cases, const RunLimits& limits,
                           std::stop_token stop) {
  Result<RunReport> report = CaseRun(config, program, limits, stop).Run(cases);
  const bool is_our_fault = !report && report.error().code == ErrorCode::kInternal;
  return is_our_fault ? CaseRun(config, program, limits, stop).Run(cases) : std::move(report);
}

Result<DriverSession> DriverSession::Start(const JudgeConfig& config, const BoxSpec& spec,
                                           const Json& load, std::stop_token stop) {
  Result<std::unique_ptr<Box>> box = TakeBox(config, spec);
  if (!box) return Forward(box);
  DriverSession session;
  session.box_ = std::move(*box);
  const Result<Json> answer = session.Ask(load, {5000, 20'000}, std::move(stop));
  if (!answer) return Forward(answer);
  if (answer->value("ready", Json()) != Json(true)) {
    return Fail(ErrorCode::kInvalid, "lacks a function that is called by name; add it.");
  }
  return session;
}

Result<Json> DriverSession::Ask(const Json& request, const ExchangeLimits& limits,
                                std::stop_token stop) {
  const Exchange exchange = box_->Ask(interview::DumpJson(request), limits, std::move(stop));
  if (exchange.event == BoxEvent::kCancelled) {
    return Fail(ErrorCode::kCancelled, "The judge was stopped.");
  }
  if (exchange.event != BoxEvent::kAnswered) {
    const Ending ending = ClassifyEnding(exchange, box_->end(), BoxLimits{}, limits);
    const bool is_our_fault = ending.verdict == Verdict::kInternalError;
    return Fail(is_our_fault ? ErrorCode::kInternal : ErrorCode::kInvalid, ending.message,
                exchange.err);
  }
  Result<Json> answer = interview::ParseJson(exchange.line, "answer of a driver");
  if (!answer) return answer;
  if (const auto error = answer->find("error"); error != answer->end()) {
    return Fail(ErrorCode::kInvalid,
                error->value("type", "error") + ": " + error->value("message", "") + " (line " +
                    std::to_string(error->value("line", 0)) + ")",
                error->value("trace", ""));
  }
  return answer;
}

}  // namespace evaluators
