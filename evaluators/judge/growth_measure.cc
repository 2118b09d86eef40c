// Runs the ramp in one box, size by size, within a budget of counted steps.
#include "evaluators/judge/growth_measure.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/growth_fit.h"
#include "evaluators/judge/language.h"

namespace evaluators {

using interview::CodingSpec;
using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::GrowthFit;
using interview::Json;
using interview::Language;
using interview::Question;
using interview::Result;

namespace {

// What one call cost.
struct Cost {
  double count = 0;
  double peak = 0;
  double ms = 0;
};

// The costs of one size, one for each input that was measured.
struct Measured {
  double size = 0;
  std::vector<Cost> costs;

  double Mean(double Cost::*field) const {
    double sum = 0;
    for (const Cost& cost : costs) sum += cost.*field;
    return costs.empty() ? 0 : sum / static_cast<double>(costs.size());
  }
};

// One box with a counting program, asked for one case after the other.
class CountingBox {
 public:
  // Empty where the program cannot be loaded.
  static Result<std::optional<CountingBox>> Start(const JudgeConfig& config, const Program& program,
                                                  std::stop_token stop) {
    Result<std::unique_ptr<Box>> box = Box::Start(config, program.box);
    if (!box) return Forward(box);
    CountingBox counting(std::move(*box), std::move(stop));
    const Result<Json> ready = counting.Ask(program.load);
    if (!ready) return Forward(ready);
    if (!ready->is_object() || ready->value("ready", Json()) != Json(true)) {
      return std::optional<CountingBox>();
    }
    return std::optional<CountingBox>(std::move(counting));
  }

  // Nothing where the program died, ran out of its limits or raised; then it is over.
  Result<std::optional<Cost>> Run(const TestCase& test) {
    const Json request = test.ops.is_null() ? Json::array({next_id_, test.args})
                                            : Json::array({next_id_, test.ops, test.args});
    const Result<Json> answer = Ask(interview::DumpJson(request));
    if (!answer) return Forward(answer);
    const auto number = [&](const char* key) {
      const Json value = answer->is_object() ? answer->value(key, Json()) : Json();
      return value.is_number() ? value.get<double>() : -1.0;
    };
    const bool is_whole = number("id") == next_id_ && number("count") >= 0 && number("peak") >= 0;
    ++next_id_;
    if (!is_whole) return std::optional<Cost>();
    return std::optional<Cost>({number("count"), number("peak"), number("ms")});
  }

 private:
  CountingBox(std::unique_ptr<Box> box, std::stop_token stop)
      : box_(std::move(box)), stop_(std::move(stop)) {}

  // Null where there is no answer.
  Result<Json> Ask(const std::string& line) {
    const Exchange exchange = box_->Ask(line, {4000, 12'000}, stop_);
    if (exchange.event == BoxEvent::kCancelled) {
      return Fail(ErrorCode::kCancelled, "The judge was stopped.");
    }
    if (exchange.event != BoxEvent::kAnswered) return Json();
    Result<Json> answer = interview::ParseJson(exchange.line, "answer");
    return answer ? std::move(*answer) : Json();
  }

  std::unique_ptr<Box> box_;
  std::stop_token stop_;
  int next_id_ = 1;
};

// What the next size will cost, by the power law through the last two.
double Predicted(const std::vector<Measured>& measured, double size) {
  if (measured.size() < 2) return 0;
  const Measured& a = measured[measured.size() - 2];
  const Measured& b = measured.back();
  const double before = std::max(a.Mean(&Cost::count), 1.0);
  const double last = std::max(b.Mean(&Cost::count), 1.0);
  if (b.size <= a.size) return last;
  const double slope = std::log(last / before) / std::log(b.size / a.size);
  return last * std::pow(size / b.size, std::max(slope, 0.0));
}

// First one input of each size, then the others, until the budget is spent. Steps are counted, so
// the same program is measured on the same inputs every time.
Result<std::vector<Measured>> RunRamp(const JudgeConfig& config, const Program& program,
                                      const std::vector<RampStep>& ramp, double budget,
                                      std::stop_token stop) {
  std::vector<Measured> measured;
  Result<std::optional<CountingBox>> box = CountingBox::Start(config, program, std::move(stop));
  if (!box) return Forward(box);
  if (!*box) return measured;
  for (const RampStep& step : ramp) {
    if (step.inputs.empty() || Predicted(measured, step.size) > budget) break;
    const Result<std::optional<Cost>> cost = (*box)->Run(step.inputs[0]);
    if (!cost) return Forward(cost);
    if (!*cost) return measured;
    budget -= (*cost)->count;
    measured.push_back({static_cast<double>(step.size), {**cost}});
  }
  for (std::size_t round = 1;; ++round) {
    bool is_over = true;
    for (std::size_t i = 0; i < measured.size(); ++i) {
      const double expected = measured[i].costs[0].count;
      if (round >= ramp[i].inputs.size() || expected > budget) continue;
      const Result<std::optional<Cost>> cost = (*box)->Run(ramp[i].inputs[round]);
      if (!cost) return Forward(cost);
      if (!*cost) return measured;
      budget -= (*cost)->count;
      measured[i].costs.push_back(**cost);
      is_over = false;
    }
    if (is_over) return measured;
  }
}

std::vector<GrowthSample> Samples(const std::vector<Measured>& measured, double Cost::*field) {
  std::vector<GrowthSample> samples;
  for (const Measured& m : measured) samples.push_back({m.size, m.Mean(field)});
  return samples;
}

GrowthFit FitCounts(const std::vector<Measured>& measured, std::string signal) {
  const GrowthVerdict time = ClassifyCounts(Samples(measured, &Cost::count));
  // A call that holds nothing needs a byte all the same: costs are positive.
  std::vector<GrowthSample> held = Samples(measured, &Cost::peak);
  for (GrowthSample& sample : held) sample.cost += 1;
  const GrowthVerdict memory = ClassifyMemory(held);
  GrowthFit fit;
  fit.growth_class = time.name;
  fit.exponent = time.exponent;
  fit.confident = time.confident;
  fit.error = time.error;
  if (time.name.empty()) return fit;
  fit.signal = std::move(signal);
  fit.memory_class = memory.name;
  fit.memory_confident = memory.confident;
  for (const Measured& m : measured) {
    fit.points.push_back(
        {m.size, m.Mean(&Cost::count), m.Mean(&Cost::peak) - measured.front().Mean(&Cost::peak)});
  }
  return fit;
}

Result<GrowthFit> MeasureByCounts(const JudgeConfig& config, const CodingSpec& spec,
                                  Prepared prepared, const std::vector<RampStep>& ramp,
                                  double budget, std::string signal, std::stop_token stop) {
  if (!prepared.program) return GrowthFit{};
  BoxLimits& limits = prepared.program->box.limits;
  limits.memory_mb = std::max(2 * spec.limits.memory_mb, 512);
  limits.stack_mb = 256;  // frames of a build that counts are larger
  limits.total_cpu_ms = 8000;
  const Result<std::vector<Measured>> measured =
      RunRamp(config, *prepared.program, ramp, budget, std::move(stop));
  if (!measured) return Forward(measured);
  return FitCounts(*measured, std::move(signal));
}

Result<GrowthFit> MeasureByTime(const JudgeConfig& config, const CodingSpec& spec,
                                Language language, const std::string& source,
                                const std::vector<RampStep>& ramp, std::stop_token stop) {
  const Result<Prepared> prepared =
      Prepare(config, spec.signature, language, source, stop, LimitsOf(spec, language).memory_mb);
  if (!prepared) return Forward(prepared);
  if (!prepared->program) return GrowthFit{};
  std::vector<TestCase> cases;
  for (const RampStep& step : ramp) {
    cases.insert(cases.end(), step.inputs.begin(), step.inputs.end());
  }
  RunLimits limits = LimitsOf(spec, language);
  limits.case_cpu_ms *= 2;
  limits.total_cpu_ms *= 2;
  limits.most_restarts = 0;
  const Result<RunReport> report = RunCases(config, *prepared->program, cases, limits, stop);
  if (!report) return Forward(report);
  if (report->rejection) return GrowthFit{};
  std::vector<GrowthSample> samples;
  std::size_t next = 0;
  for (const RampStep& step : ramp) {
    double best = 0;
    for (std::size_t i = 0; i < step.inputs.size(); ++i, ++next) {
      const double ms = report->outcomes[next].inside_ms;
      if (ms > 0 && (best == 0 || ms < best)) best = ms;
    }
    if (best > 0) samples.push_back({static_cast<double>(step.size), best});
  }
  const GrowthVerdict verdict = ClassifyTimes(samples);
  GrowthFit fit;
  fit.growth_class = verdict.name;
  fit.exponent = verdict.exponent;
  fit.confident = verdict.confident;
  if (verdict.name.empty()) return fit;
  fit.error = verdict.error;
  fit.signal = "processor time";
  for (const GrowthSample& sample : samples) fit.points.push_back({sample.size, sample.cost, 0});
  return fit;
}

}  // namespace

Result<GrowthFit> MeasureGrowth(const Question& question, const JudgeConfig& config,
                                Language language, const std::string& source,
                                const std::vector<RampStep>& ramp, std::stop_token stop) {
  const auto& spec = std::get<CodingSpec>(question.spec);
  if (RejectSource(source)) return GrowthFit{};
  if (language == Language::kCpp) {
    constexpr double kBudget = 250e6;  // basic blocks
    Result<Prepared> prepared =
        PrepareCpp(config, spec.signature, source, stop, CppBuild::kCounted);
    if (!prepared) return Forward(prepared);
    return MeasureByCounts(config, spec, std::move(*prepared), ramp, kBudget, "basic blocks",
                           std::move(stop));
  }
  return MeasureByTime(config, spec, language, source, ramp, std::move(stop));
}

}  // namespace evaluators
