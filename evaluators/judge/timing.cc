// Choice of the tests, the runs in turn, and the figures over them.
#include "evaluators/judge/timing.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>
#include <optional>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/compare.h"
#include "evaluators/judge/language.h"
#include "interview/model/language.h"

namespace evaluators {

using interview::CodingSpec;
using interview::Forward;
using interview::Judgement;
using interview::Language;
using interview::Question;
using interview::Result;
using interview::SourceFile;
using interview::Timing;
using interview::Verdict;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostTests = 8;
constexpr double kMostRunMs = 70;    // of processor time, of the tests of one run: rather more runs
constexpr double kMostTestMs = 200;  // the same, of one test
constexpr int kFewestRuns = 3;
constexpr int kMostRuns = 9;
// No run begins after either, but for the fewest.
constexpr double kCpuBudgetMs = 1000;
constexpr double kWallBudgetMs = 6000;
constexpr double kShortestMs = 0.05;  // of all calls of one run: below it the clock is not exact
constexpr double kTickMs = 1e-5;      // no call takes less
// How much the work around the calls may differ between the two boxes.
constexpr double kMostUneven = 0.5;
constexpr double kMostUnevenMs = 2;

// The largest inputs that together are not too long for one run.
std::vector<TestCase> ChooseTests(const std::vector<TestCase>& cases, const Judgement& judged) {
  std::vector<std::size_t> order(std::min(cases.size(), judged.tests.size()));
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::size_t> sizes;
  for (const TestCase& test : cases) sizes.push_back(interview::DumpJson(test.args).size());
  std::stable_sort(order.begin(), order.end(),
                   [&sizes](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  std::vector<TestCase> chosen;
  double cost_ms = 0;
  for (const std::size_t i : order) {
    if (chosen.size() == kMostTests) break;
    const double most_ms = chosen.empty() ? kMostTestMs : kMostRunMs - cost_ms;
    if (judged.tests[i].cpu_ms > most_ms) continue;
    cost_ms += judged.tests[i].cpu_ms;
    chosen.push_back(cases[i]);
  }
  return chosen;
}

std::optional<SourceFile> ReferenceIn(const CodingSpec& spec, Language language) {
  for (const SourceFile& file : spec.references) {
    if (interview::LanguageOfFile(file.name) == language) return file;
  }
  return std::nullopt;
}

double Quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

// The runs of one program over the chosen tests.
class Runs {
 public:
  explicit Runs(Program program) : program_(std::move(program)) {}

  // False when a test was not answered rightly this time: then there is nothing to time.
  Result<bool> RunOnce(const Question& question, const JudgeConfig& config, Language language,
                       const std::vector<TestCase>& tests, std::stop_token stop) {
    const auto& spec = std::get<CodingSpec>(question.spec);
    const Result<RunReport> report =
        RunCases(config, program_, tests, LimitsOf(spec, language), std::move(stop));
    if (!report) return Forward(report);
    if (report->rejection) return false;
    std::vector<double> calls;
    for (std::size_t i = 0; i < tests.size(); ++i) {
      const CaseOutcome& outcome = report->outcomes[i];
      if (outcome.verdict != Verdict::kAccepted || !IsRight(spec, tests[i], outcome)) return false;
      calls.push_back(outcome.inside_ms);
    }
    totals_.push_back(std::accumulate(calls.begin(), calls.end(), 0.0));
    around_.push_back(report->cpu_ms - totals_.back());
    cpu_ms_ += report->cpu_ms;
    calls_.push_back(std::move(calls));
    return true;
  }

  // By run and test: the processor time of the call.
  const std::vector<std::vector<double>>& calls() const { return calls_; }
  // By run: all its calls.
  const std::vector<double>& totals() const { return totals_; }
  // What a run uses outside of its calls.
  double around_ms() const { return Quantile(around_, 0.5); }
  // Of all runs so far.
  double cpu_ms() const { return cpu_ms_; }
  // The least that a test took in any run.
  double BestOf(std::size_t test) const {
    double best = calls_[0][test];
    for (const std::vector<double>& run : calls_) best = std::min(best, run[test]);
    return best;
  }
  double SumOfBests() const {
    double sum = 0;
    for (std::size_t test = 0; test < calls_[0].size(); ++test) sum += BestOf(test);
    return sum;
  }

 private:
  Program program_;
  std::vector<std::vector<double>> calls_;
  std::vector<double> totals_;
  std::vector<double> around_;
  double cpu_ms_ = 0;
};

// The geometric mean over the tests of the best call to the reference's best. A test weighs as the
// root of its length: short ones are less exact, and a single long one should not decide alone.
double RatioOfBests(const Runs& own, const Runs& reference) {
  double sum = 0;
  double weights = 0;
  for (std::size_t test = 0; test < reference.calls()[0].size(); ++test) {
    const double weight = std::sqrt(reference.BestOf(test));
    const double ratio =
        std::max(own.BestOf(test), kTickMs) / std::max(reference.BestOf(test), kTickMs);
    sum += weight * std::log(ratio);
    weights += weight;
  }
  return std::exp(sum / weights);
}

Timing Summarise(const Runs& own, const std::optional<Runs>& reference) {
  Timing timing;
  timing.runs = static_cast<int>(own.totals().size());
  timing.best_ms = own.SumOfBests();
  timing.median_ms = Quantile(own.totals(), 0.5);
  timing.spread = (Quantile(own.totals(), 0.75) - Quantile(own.totals(), 0.25)) / timing.median_ms;
  if (!reference) return timing;
  timing.reference_ms = reference->SumOfBests();
  if (timing.reference_ms < kShortestMs) return Timing{};
  timing.ratio = RatioOfBests(own, *reference);
  const double hidden_ms = own.around_ms() - reference->around_ms();
  if (hidden_ms > kMostUneven * reference->around_ms() + kMostUnevenMs) {
    timing.best_ms += hidden_ms;
    timing.median_ms += hidden_ms;
    timing.ratio = timing.best_ms / timing.reference_ms;
  }
  return timing;
}

}  // namespace

Result<Timing> MeasureTiming(const Question& question, const JudgeConfig& config, Language language,
                             const std::string& source, const std::vector<TestCase>& cases,
                             const Judgement& judged, std::stop_token stop) {
  const auto& spec = std::get<CodingSpec>(question.spec);
  const std::vector<TestCase> tests = ChooseTests(cases, judged);
  if (tests.empty()) return Timing{};
  const Result<Prepared> prepared = Prepare(config, spec.signature, language, source, stop);
  if (!prepared) return Forward(prepared);
  if (!prepared->program) return Timing{};
  Runs own(*prepared->program);
  std::optional<Runs> reference;
  if (const std::optional<SourceFile> file = ReferenceIn(spec, language)) {
    const Result<Prepared> other = Prepare(config, spec.signature, language, file->text, stop);
    if (!other) return Forward(other);
    if (!other->program) return Timing{};
    reference.emplace(*other->program);
  }
  const Clock::time_point begin = Clock::now();
  const auto has_time = [&] {
    const double cpu_ms = own.cpu_ms() + (reference ? reference->cpu_ms() : 0);
    return cpu_ms < kCpuBudgetMs &&
           std::chrono::duration<double, std::milli>(Clock::now() - begin).count() < kWallBudgetMs;
  };
  for (int run = 0; run < kMostRuns && (run < kFewestRuns || has_time()); ++run) {
    std::array<Runs*, 2> turn = {&own, reference ? &*reference : nullptr};
    if (run % 2 == 1) std::swap(turn[0], turn[1]);
    for (Runs* runs : turn) {
      if (runs == nullptr) continue;
      const Result<bool> ran = runs->RunOnce(question, config, language, tests, stop);
      if (!ran) return Forward(ran);
      if (!*ran) return Timing{};
    }
  }
  const Timing timing = Summarise(own, reference);
  return timing.best_ms < kShortestMs ? Timing{} : timing;
}

}  // namespace evaluators
