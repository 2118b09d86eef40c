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
  double effort = 0;  // what the count took out of the budget
  double peak = 0;
  double ms = 0;         // 0: not timed
  bool guessed = false;  // the count holds calls whose cost is not known
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

  // The standard error of the mean, relative.
  double Noise(double Cost::*field) const {
    const double mean = Mean(field);
    if (costs.size() < 2 || mean <= 0) return 0;
    double squares = 0;
    for (const Cost& cost : costs) squares += (cost.*field - mean) * (cost.*field - mean);
    const auto count = static_cast<double>(costs.size());
    return std::sqrt(squares / (count - 1) / count) / mean;
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
    const double effort = number("effort") >= 0 ? number("effort") : number("count");
    return std::optional<Cost>({number("count"), effort, number("peak"),
                                std::max(number("ms"), 0.0),
                                answer->value("guessed", Json()) == Json(true)});
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

// What the next size will take, by the power law through the last two.
double Predicted(const std::vector<Measured>& measured, double size) {
  if (measured.size() < 2) return 0;
  const Measured& a = measured[measured.size() - 2];
  const Measured& b = measured.back();
  const double before = std::max(a.costs[0].effort, 1.0);
  const double last = std::max(b.costs[0].effort, 1.0);
  if (b.size <= a.size) return last;
  const double slope = std::log(last / before) / std::log(b.size / a.size);
  return last * std::pow(size / b.size, std::max(slope, 0.0));
}

// First one input of each size, then the others while a third of the budget lasts. Effort is
// counted, so the same program is measured on the same inputs every time. Nothing where the program
// cannot be loaded.
Result<std::optional<std::vector<Measured>>> RunRamp(const JudgeConfig& config,
                                                     const Program& program,
                                                     const std::vector<RampStep>& ramp,
                                                     double budget, std::stop_token stop) {
  std::vector<Measured> measured;
  Result<std::optional<CountingBox>> box = CountingBox::Start(config, program, std::move(stop));
  if (!box) return Forward(box);
  if (!*box) return std::nullopt;
  double spent = 0;
  for (const RampStep& step : ramp) {
    if (step.inputs.empty() || spent + Predicted(measured, step.size) > budget) break;
    const Result<std::optional<Cost>> cost = (*box)->Run(step.inputs[0]);
    if (!cost) return Forward(cost);
    if (!*cost) return measured;
    spent += (*cost)->effort;
    measured.push_back({static_cast<double>(step.size), {**cost}});
  }
  for (std::size_t round = 1;; ++round) {
    bool is_over = true;
    for (std::size_t i = 0; i < measured.size(); ++i) {
      const double expected = measured[i].costs[0].effort;
      if (round >= ramp[i].inputs.size() || spent + expected > budget / 3) continue;
      const Result<std::optional<Cost>> cost = (*box)->Run(ramp[i].inputs[round]);
      if (!cost) return Forward(cost);
      if (!*cost) return measured;
      spent += (*cost)->effort;
      measured[i].costs.push_back(**cost);
      is_over = false;
    }
    if (is_over) return measured;
  }
}

std::vector<GrowthSample> Samples(const std::vector<Measured>& measured, double Cost::*field) {
  std::vector<GrowthSample> samples;
  for (const Measured& m : measured) samples.push_back({m.size, m.Mean(field), m.Noise(field)});
  return samples;
}

// False where the clock sees the cost grow clearly faster than the steps that were counted: then
// something is at work that was not counted. Takes the middle of the slopes between all pairs of
// sizes, because single times are disturbed by whatever else the machine does.
bool ClockAgrees(const std::vector<Measured>& measured) {
  constexpr double kShortestMs = 0.1;
  constexpr double kMostApart = 0.9;  // of the exponent of time over steps from 1
  constexpr double kMostApartGuessed = 0.4;
  std::vector<Cost> costs;
  bool guessed = false;
  for (const Measured& m : measured) {
    Cost cost = m.costs[0];
    for (const Cost& other : m.costs) cost.ms = std::min(cost.ms, other.ms);
    guessed = guessed || cost.guessed;
    if (cost.ms > kShortestMs && cost.count > 0) costs.push_back(cost);
  }
  std::vector<double> slopes;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    for (std::size_t j = i + 1; j < costs.size(); ++j) {
      const double grown = std::log(costs[j].count / costs[i].count);
      if (grown > 0.5) slopes.push_back(std::log(costs[j].ms / costs[i].ms) / grown);
    }
  }
  if (slopes.size() < 3) {
    // Short times, or a count that hardly grows: then the time must not either.
    constexpr double kMostFaster = 8;
    const Cost& first = measured.front().costs[0];
    const Cost& last = measured.back().costs[0];
    const bool runs_away = last.ms > kShortestMs && first.count > 0 &&
                           last.ms / first.ms > kMostFaster * last.count / first.count;
    return !guessed && !runs_away;
  }
  std::nth_element(slopes.begin(), slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2),
                   slopes.end());
  const double apart = slopes[slopes.size() / 2] - 1;
  return guessed ? std::abs(apart) < kMostApartGuessed : apart < kMostApart;
}

// How a language counts.
struct Counter {
  const char* signal;
  double budget;  // effort of a whole ramp
  double unseen;  // bytes: a few objects more or less are not worth a class
};
constexpr Counter kCppCounter = {"basic blocks and bytes moved", 250e6, 512};
constexpr Counter kPythonCounter = {"steps", 6e6, 4096};

GrowthFit FitCounts(const std::vector<Measured>& measured, const Counter& counter) {
  const GrowthVerdict time = ClassifyCounts(Samples(measured, &Cost::count));
  std::vector<GrowthSample> held = Samples(measured, &Cost::peak);
  for (GrowthSample& sample : held) sample.cost += counter.unseen;
  const GrowthVerdict memory = ClassifyMemory(held);
  GrowthFit fit;
  fit.growth_class = time.name;
  fit.exponent = time.exponent;
  fit.confident = time.confident && ClockAgrees(measured);
  fit.error = time.error;
  if (time.name.empty()) return fit;
  fit.signal = counter.signal;
  fit.memory_class = memory.name;
  fit.memory_confident = memory.confident;
  for (const Measured& m : measured) {
    fit.points.push_back(
        {m.size, m.Mean(&Cost::count), m.Mean(&Cost::peak) - measured.front().Mean(&Cost::peak)});
  }
  return fit;
}

Result<Prepared> PrepareCountedPython(const JudgeConfig& config,
                                      const interview::Signature& signature,
                                      const std::string& source) {
  Result<Prepared> prepared = PreparePython(config, signature, source);
  if (!prepared || !prepared->program) return prepared;
  Result<BoxSpec> box = PythonBox(config, "python_count_driver.py",
                                  {"onsite_wire.py", "onsite_values.py", "onsite_source.py",
                                   "python_driver.py", "onsite_steps.py", "onsite_rewrite.py"},
                                  source);
  if (!box) return Forward(box);
  // Hashes of strings must be the same every time; -I would ignore the seed.
  std::replace(box->command.begin(), box->command.end(), std::string("-I"), std::string("-s"));
  box->environment["PYTHONHASHSEED"] = "0";
  prepared->program->box = std::move(*box);
  return prepared;
}

// Nothing where the program cannot be loaded.
Result<std::optional<GrowthFit>> MeasureByCounts(const JudgeConfig& config, const CodingSpec& spec,
                                                 Prepared prepared,
                                                 const std::vector<RampStep>& ramp,
                                                 const Counter& counter, std::stop_token stop) {
  if (!prepared.program) return std::nullopt;
  BoxLimits& limits = prepared.program->box.limits;
  limits.memory_mb = std::max(2 * spec.limits.memory_mb, 512);
  limits.stack_mb = 256;  // frames of a build that counts are larger
  limits.total_cpu_ms = 8000;
  const Result<std::optional<std::vector<Measured>>> measured =
      RunRamp(config, *prepared.program, ramp, counter.budget, std::move(stop));
  if (!measured) return Forward(measured);
  if (!*measured) return std::nullopt;
  return FitCounts(**measured, counter);
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
  // All twice: an interpreter that compiles while it runs is measured the second time.
  const std::vector<TestCase> once = cases;
  cases.insert(cases.end(), once.begin(), once.end());
  RunLimits limits = LimitsOf(spec, language);
  limits.case_cpu_ms *= 2;
  limits.total_cpu_ms *= 4;
  limits.most_restarts = 0;
  const Result<RunReport> report = RunCases(config, *prepared->program, cases, limits, stop);
  if (!report) return Forward(report);
  if (report->rejection) return GrowthFit{};
  std::vector<GrowthSample> samples;
  std::size_t next = once.size();
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
    Result<Prepared> prepared =
        PrepareCpp(config, spec.signature, source, stop, CppBuild::kCounted);
    if (!prepared) return Forward(prepared);
    const auto fit = MeasureByCounts(config, spec, std::move(*prepared), ramp, kCppCounter, stop);
    if (!fit) return Forward(fit);
    return fit->value_or(GrowthFit{});
  }
  if (language == Language::kPython) {
    Result<Prepared> prepared = PrepareCountedPython(config, spec.signature, source);
    if (!prepared) return Forward(prepared);
    const auto fit =
        MeasureByCounts(config, spec, std::move(*prepared), ramp, kPythonCounter, stop);
    if (!fit) return Forward(fit);
    if (*fit) return **fit;
  }
  return MeasureByTime(config, spec, language, source, ramp, std::move(stop));
}

}  // namespace evaluators
