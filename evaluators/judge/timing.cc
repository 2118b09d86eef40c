// Choice of the tests, the runs in turn, and the figures over them.
#include "evaluators/judge/timing.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>
#include <optional>

#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/compare.h"
#include "evaluators/judge/language.h"

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
constexpr double kMostRunMs = 150;  // of processor time, of the tests of one run
constexpr int kFewestRuns = 3;
constexpr int kMostRuns = 7;
constexpr double kBudgetMs = 1500;    // no run begins after it, but for the fewest
constexpr double kShortestMs = 0.05;  // of all calls of one run: below it the clock is not exact
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
    if (cost_ms + judged.tests[i].cpu_ms > kMostRunMs) continue;
    cost_ms += judged.tests[i].cpu_ms;
    chosen.push_back(cases[i]);
  }
  return chosen;
}

std::optional<SourceFile> ReferenceIn(const CodingSpec& spec, Language language) {
  for (const SourceFile& file : spec.references) {
    if ((language == Language::kPython && file.name.ends_with(".py")) ||
        (language == Language::kCpp && file.name.ends_with(".cpp")) ||
        (language == Language::kJavascript && file.name.ends_with(".js"))) {
      return file;
    }
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
    best_ms_.resize(tests.size(), std::numeric_limits<double>::infinity());
    double inside_ms = 0;
    double outside_ms = 0;
    for (std::size_t i = 0; i < tests.size(); ++i) {
      const CaseOutcome& outcome = report->outcomes[i];
      if (outcome.verdict != Verdict::kAccepted || !IsRight(spec, tests[i], outcome)) return false;
      best_ms_[i] = std::min(best_ms_[i], outcome.inside_ms);
      inside_ms += outcome.inside_ms;
      outside_ms += outcome.cpu_ms;
    }
    run_ms_.push_back(inside_ms);
    around_ms_ = std::min(around_ms_, outside_ms - inside_ms);
    return true;
  }

  double best_ms() const { return std::accumulate(best_ms_.begin(), best_ms_.end(), 0.0); }
  const std::vector<double>& run_ms() const { return run_ms_; }
  double around_ms() const { return around_ms_; }

 private:
  Program program_;
  std::vector<double> best_ms_;                                 // of each test
  std::vector<double> run_ms_;                                  // of each run: all its calls
  double around_ms_ = std::numeric_limits<double>::infinity();  // the least outside of the calls
};

Timing Summarise(const Runs& own, const std::optional<Runs>& reference) {
  Timing timing;
  timing.runs = static_cast<int>(own.run_ms().size());
  timing.best_ms = own.best_ms();
  timing.median_ms = Quantile(own.run_ms(), 0.5);
  timing.spread = (Quantile(own.run_ms(), 0.75) - Quantile(own.run_ms(), 0.25)) / timing.median_ms;
  if (!reference) return timing;
  timing.reference_ms = reference->best_ms();
  const double hidden_ms = own.around_ms() - reference->around_ms();
  if (hidden_ms > kMostUneven * reference->around_ms() + kMostUnevenMs) {
    timing.best_ms += hidden_ms;
    timing.median_ms += hidden_ms;
  }
  timing.ratio = timing.best_ms / timing.reference_ms;
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
  const auto spent_ms = [begin] {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  };
  for (int run = 0; run < kMostRuns && (run < kFewestRuns || spent_ms() < kBudgetMs); ++run) {
    for (Runs* runs : {&own, reference ? &*reference : nullptr}) {
      if (runs == nullptr) continue;
      const Result<bool> ran = runs->RunOnce(question, config, language, tests, stop);
      if (!ran) return Forward(ran);
      if (!*ran) return Timing{};
    }
  }
  const Timing timing = Summarise(own, reference);
  const bool is_long_enough =
      timing.best_ms >= kShortestMs && (!reference || timing.reference_ms >= kShortestMs);
  return is_long_enough ? timing : Timing{};
}

}  // namespace evaluators
