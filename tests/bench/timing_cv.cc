// How steady the shown ratio to the reference is: the same code again and again, for every coding
// question and language, with the coefficient of variation of its ratio and what measuring costs.
// The code is tests/bench/timing_variants/ID.EXTENSION where there is one, else the reference.
//
//   build/tests/bench/timing_cv [RUNS] [ID]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/test_suite.h"
#include "evaluators/judge/timing.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"

namespace {

namespace fs = std::filesystem;
using interview::CodingSpec;
using interview::Judgement;
using interview::Language;
using interview::Result;
using interview::Timing;
using Clock = std::chrono::steady_clock;

evaluators::JudgeConfig Config() {
  evaluators::JudgeConfig config;
  config.drivers_dir = fs::path(ONSITE_SOURCE_DIR) / "evaluators/judge/drivers";
  config.box_init = fs::path(ONSITE_BUILD_DIR) / "onsite_box_init";
  config.cache_dir =
      fs::temp_directory_path() / ("onsite-test-cache-" + std::to_string(::geteuid()));
  return config;
}

// Whether the coefficient stays below what the product promises.
bool Measure(const interview::Question& question, Language language, const std::string& source,
             bool is_variant, int runs) {
  constexpr double kPromised = 0.05;
  const evaluators::JudgeConfig config = Config();
  const char* const name = interview::ToString(language).data();
  const auto suite = evaluators::MakeTestSuite(question, config, {});
  if (!suite) return false;
  const Result<Judgement> judged =
      evaluators::JudgeSource(question, config, language, source, suite->cases, {});
  if (!judged || judged->verdict != interview::Verdict::kAccepted) {
    std::printf("%-24s %-7s not accepted\n", question.id.c_str(), name);
    return false;
  }
  std::vector<double> ratios;
  std::vector<double> costs;
  Timing last;
  int unmeasured = 0;
  for (int run = 0; run < runs; ++run) {
    const Clock::time_point begin = Clock::now();
    const Result<Timing> timing =
        evaluators::MeasureTiming(question, config, language, source, suite->cases, *judged, {});
    costs.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
    if (!timing || timing->runs == 0) {
      ++unmeasured;
      continue;
    }
    ratios.push_back(timing->ratio);
    last = *timing;
  }
  std::sort(costs.begin(), costs.end());
  if (ratios.empty()) {
    std::printf("%-24s %-7s too short or too long to be timed\n", question.id.c_str(), name);
    return true;
  }
  const double count = static_cast<double>(ratios.size());
  const double mean = std::accumulate(ratios.begin(), ratios.end(), 0.0) / count;
  double squares = 0;
  for (const double ratio : ratios) squares += (ratio - mean) * (ratio - mean);
  const double variation = std::sqrt(squares / count) / mean;
  const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
  std::printf(
      "%-24s %-7s %-9s ratio %.3f (%.3f to %.3f)  CV %4.1f %%  k %d  best %.3f ms, reference %.3f "
      "ms  cost %.2f s, most %.2f s  not measured %d\n",
      question.id.c_str(), name, is_variant ? "variant" : "reference", mean, *least, *most,
      100 * variation, last.runs, last.best_ms, last.reference_ms, costs[costs.size() / 2],
      costs.back(), unmeasured);
  std::fflush(stdout);
  return variation <= kPromised;
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 20;
  const std::string only = argc > 2 ? argv[2] : "";
  const auto bank = interview::QuestionBank::Load(fs::path(ONSITE_SOURCE_DIR) / "rubrics");
  if (!bank) return 2;
  bool holds = true;
  for (const interview::QuestionPtr& question : bank->questions()) {
    const auto* spec = std::get_if<CodingSpec>(&question->spec);
    if (spec == nullptr || (!only.empty() && only != question->id)) continue;
    for (const interview::SourceFile& reference : spec->references) {
      const bool is_cpp = reference.name.ends_with(".cpp");
      const auto variant =
          interview::ReadFile(fs::path(ONSITE_SOURCE_DIR) / "tests/bench/timing_variants" /
                              (question->id + (is_cpp ? ".cpp" : ".py")));
      const std::string& source = variant ? *variant : reference.text;
      holds &= Measure(*question, is_cpp ? Language::kCpp : Language::kPython, source,
                       variant.has_value(), runs);
    }
  }
  std::puts(holds ? "Every ratio stays within 5 %." : "Not every ratio stays within 5 %.");
  return holds ? 0 : 1;
}
