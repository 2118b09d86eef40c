// Measures the judge against honest baselines and holds it to its limits.
// usage: judge_latency [--rounds N] [SECTION...]     (no section: all of them)
// Exits with 1 when a limit was missed, with 2 when it cannot run.
#include "tests/bench/judge_latency.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>

#include "tests/support/temp_folder.h"

namespace bench {

double Series::quantile(double q) const {
  if (ms.empty()) return std::nan("");
  std::vector<double> sorted = ms;
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + 0.5)];
}

double Series::min() const { return quantile(0); }

bool RunInterleaved(int rounds, std::vector<Series>* series) {
  for (int round = 0; round <= rounds; ++round) {
    for (Series& one : *series) {
      const double ms = one.run();
      if (ms < 0) {
        std::cerr << "The run of \"" << one.name << "\" failed.\n";
        return false;
      }
      if (round > 0) one.ms.push_back(ms);
    }
  }
  return true;
}

void PrintSeries(const std::string& title, const std::vector<Series>& series) {
  std::printf("\n%-58s %9s %9s %9s\n", (title + " (ms)").c_str(), "min", "median", "p90");
  for (const Series& one : series) {
    std::printf("  %-56s %9.2f %9.2f %9.2f\n", one.name.c_str(), one.min(), one.quantile(0.5),
                one.quantile(0.9));
  }
  std::fflush(stdout);
}

void Verdicts::Expect(const std::string& what, double value, double limit,
                      const std::string& unit) {
  const bool is_met = value <= limit;
  if (!is_met) ++missed_;
  std::printf("  %-6s %-66s %7.2f%s (limit %.2f%s)\n", is_met ? "ok" : "MISSED", what.c_str(),
              value, unit.c_str(), limit, unit.c_str());
  std::fflush(stdout);
}

void Verdicts::Fail(const std::string& what) {
  ++missed_;
  std::printf("  MISSED %s\n", what.c_str());
}

double MsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

}  // namespace bench

int main(int argc, char** argv) {
  using Section = void (*)(const bench::Options&, bench::Verdicts*);
  const std::map<std::string, Section> sections = {{"cpp", bench::RunCppSection},
                                                   {"python", bench::RunPythonSection}};
  std::vector<std::string> wanted;
  bench::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--rounds" && i + 1 < argc) {
      options.rounds = std::max(1, std::atoi(argv[++i]));
    } else if (sections.contains(word)) {
      wanted.push_back(word);
    } else {
      std::cerr << "usage: judge_latency [--rounds N] [SECTION...]\nsections:";
      for (const auto& [name, section] : sections) std::cerr << " " << name;
      std::cerr << "\n";
      return 2;
    }
  }
  if (wanted.empty()) {
    for (const auto& [name, section] : sections) wanted.push_back(name);
  }
  const std::filesystem::path source = ONSITE_SOURCE_DIR;
  const auto bank = interview::QuestionBank::Load(source / "rubrics");
  if (!bank) {
    std::cerr << bank.error().message << "\n";
    return 2;
  }
  const support::TempFolder cache;
  options.bank = &*bank;
  options.config.drivers_dir = source / "evaluators/judge/drivers";
  options.config.box_init = std::filesystem::path(ONSITE_BUILD_DIR) / "onsite_box_init";
  options.config.cache_dir = cache.path();
  bench::Verdicts verdicts;
  for (const std::string& name : wanted) sections.at(name)(options, &verdicts);
  if (verdicts.missed() > 0) std::printf("\n%d missed\n", verdicts.missed());
  return verdicts.missed() > 0 ? 1 : 0;
}
